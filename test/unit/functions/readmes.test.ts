import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { consumerNames, typesFor } from '#events/registry.ts';
import { environments } from '#infra/aws/environments.ts';

const root = fileURLToPath(new URL('../../../functions/', import.meta.url));
const readme = (folder: string): string => readFileSync(`${root}${folder}README.md`, 'utf8');

const names = Object.keys(environments);
const folders = [...new Set(names.map((name) => name.split('/')[0] ?? ''))];

/** The rows of the table of functions: the name of each, and the whole row. */
const rowsOf = (folder: string): ReadonlyMap<string, string> => {
  const [, table = ''] = readme(`${folder}/`).split(/^\| function \|.*\n\|[-|]+\|\n/mu);
  const rows = table.split('\n\n')[0]?.split('\n') ?? [];
  return new Map(rows.map((row) => [/^\| `([a-z-]+)` \|/u.exec(row)?.[1] ?? row, row]));
};

describe('the READMEs of functions', () => {
  it.each(folders)('%s: has a row for each function, and no other', (folder) => {
    const own = names.filter((name) => name.startsWith(`${folder}/`)).map((name) => name.split('/')[1]);
    expect([...rowsOf(folder).keys()].sort()).toEqual(own.sort());
  });

  // Figures are counted from nearly all events.
  it.each(consumerNames.filter((name) => name !== 'reports/roll-up'))('%s: names its events', (name) => {
    const [folder = '', fn = ''] = name.split('/');
    const events = typesFor(name).map((type) => `\`${type.replace(/^rida\.(.+)\.v\d+$/u, '$1')}\``);
    const row = rowsOf(folder).get(fn) ?? '';
    expect(events.filter((event) => !row.includes(event))).toEqual([]);
    const named = [...row.matchAll(/`[a-z-]+\.[a-z-]+`/gu)].map(([event]) => event);
    expect(named.sort()).toEqual(events.sort());
  });

  it('are listed in that of the folder', () => {
    for (const folder of folders) expect(readme('')).toContain(`| [\`${folder}\`](${folder}/README.md) |`);
  });
});
