import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExample } from '#infra/local/example/build-example.ts';
import { EXAMPLES } from '#infra/local/example/example-options.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { costsOfPages, endOfExample } from '#test/local/lived-pages.ts';
import { timesInBrowser } from './browser.ts';
import { markdownTable } from './markdown-table.ts';

const REPEATS = 7;

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
    const now = endOfExample(data);
    const costs = await costsOfPages(data, now, REPEATS);
    const rows = costs.map(({ path, ms, statements, rows: read, bytes }) => [
      path.replace(/^\/(cases|calls|people|mailbox)\/.*/u, '/$1/…'),
      ...[ms.toFixed(0), String(statements), String(read), String(Math.round(bytes / 1024))],
    ]);
    console.log(markdownTable(['page', 'ms', 'statements', 'rows', 'KB'], rows));
    const times = await timesInBrowser({ data, now }, ['/cases', '/figures', '/figures?days=365'], REPEATS);
    console.log(
      markdownTable(
        ['page in Chromium', 'first painted, ms', 'loaded, ms'],
        times.map(({ path, painted, loaded }) => [path, painted.toFixed(0), loaded.toFixed(0)]),
      ),
    );
  } finally {
    if (given === undefined) await rm(data, { recursive: true, force: true });
  }
}

if (import.meta.main) await run();
