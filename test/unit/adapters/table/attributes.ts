import { readFileSync } from 'node:fs';

/** A row of the attribute tables in the README: path, meaning and unit. */
export interface DocumentedAttribute {
  readonly path: string;
  readonly meaning: string;
  readonly unit: string;
}

const README = new URL('../../../../shared/adapters/table/README.md', import.meta.url);
const ROW = /^\| `([^`]+)` \| (.+) \| (.+) \|$/u;

/** The documented attributes by the heading of their table. */
export function documentedAttributes(): ReadonlyMap<string, readonly DocumentedAttribute[]> {
  const sections = new Map<string, DocumentedAttribute[]>();
  const text = readFileSync(README, 'utf8').split('\n## Attributes\n')[1]?.split('\n## ')[0] ?? '';
  for (const section of text.split('\n### ').slice(1)) {
    const [heading = '', ...lines] = section.split('\n');
    const rows = lines.flatMap((line) => {
      const [, path, meaning, unit] = ROW.exec(line) ?? [];
      return path && meaning && unit ? [{ path, meaning, unit }] : [];
    });
    sections.set(heading, rows);
  }
  return sections;
}

/** The paths of all values in an item: `.` leads into a map, `[]` into a list. */
export function pathsOf(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => pathsOf(one, `${prefix}[]`));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [prefix];
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .flatMap(([name, part]) => pathsOf(part, prefix === '' ? name : `${prefix}.${name}`));
}

const escaped = (text: string): string => text.replace(/[.[\]|]/gu, '\\$&');

const patterns = new Map<string, RegExp>();

function patternOf(documented: string): RegExp {
  const parts = documented
    .split(/(<[^>]+>)/u)
    .map((part) => (part === '<field>' ? '.+' : part.startsWith('<') ? '[^.[\\]]+' : escaped(part)));
  return new RegExp(`^${parts.join('')}$`, 'u');
}

/** Whether a documented path covers that of a value; `<field>` covers everything below, another `<…>` one key. */
export function covers(documented: string, path: string): boolean {
  const pattern = patterns.get(documented) ?? patternOf(documented);
  patterns.set(documented, pattern);
  return pattern.test(path);
}
