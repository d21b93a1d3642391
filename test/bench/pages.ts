import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { buildExample } from '#infra/local/example/build-example.ts';
import { EXAMPLES } from '#infra/local/example/example-options.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { costsOfPages } from '#test/local/lived-pages.ts';
import { markdownTable } from './markdown-table.ts';

const REPEATS = 7;

/** The instant at which an example ends: its last mail was sent just before. */
function endOf(data: string): number {
  const database = new DatabaseSync(join(data, 'rida.db'), { readOnly: true });
  try {
    return Number(database.prepare('SELECT max(sent_at) AS at FROM sent_mails').get()?.at) + MINUTE;
  } finally {
    database.close();
  }
}

/**
 * Print what the pages of a lived-in centre cost. `RIDA_BENCH_DATA` names the folder of an example, e.g. of a year;
 * without it, a day is built.
 */
export async function run(): Promise<void> {
  const given = process.env.RIDA_BENCH_DATA;
  const data = given ?? join(tmpdir(), `rida-pages-${process.pid}`);
  const until = Math.floor(Date.now() / MINUTE) * MINUTE;
  if (given === undefined) await buildExample({ ...EXAMPLES.day, data, until });
  try {
    const costs = await costsOfPages(data, endOf(data), REPEATS);
    const rows = costs.map(({ path, ms, statements, rows: read, bytes }) => [
      path.replace(/^\/(cases|calls|people|mailbox)\/.*/u, '/$1/…'),
      ...[ms.toFixed(0), String(statements), String(read), String(Math.round(bytes / 1024))],
    ]);
    console.log(markdownTable(['page', 'ms', 'statements', 'rows', 'KB'], rows));
  } finally {
    if (given === undefined) await rm(data, { recursive: true, force: true });
  }
}

if (import.meta.main) await run();
