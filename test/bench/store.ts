import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildExample } from '#infra/local/example/build-example.ts';
import { EXAMPLES } from '#infra/local/example/example-options.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { referenceAt } from '#shared/domain/cases/reference.ts';
import type { Change } from '#shared/ports/store.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

/** The number of the first new case, far from those of the example. */
const NEW_FROM = 1_000_000;

const opening = (n: number): Change<'case'> => {
  const after = aCase({ id: referenceAt(NEW_FROM + n), version: 0, causes: [], nextDueAt: n });
  const cause = `opening ${n}`;
  const trace = {
    by: 'beneficiary',
    at: n,
    recordedAt: n,
    correlationId: cause,
    causationId: cause,
  } as const;
  return { kind: 'case', id: after.id, cause, ...trace, events: [], before: undefined, after };
};

/** Return the commits per second when this many writers each wait until their commit is on disk. */
async function rate(store: SqliteStore, writers: number, commits: number, from: number): Promise<number> {
  let next = from;
  const start = performance.now();
  const write = async (): Promise<void> => {
    while (next < from + commits) {
      next += 1;
      await store.commit(opening(next));
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return Math.round((commits / (performance.now() - start)) * 1000);
}

/** Print how many cases per second the store of a lived-in centre opens, each synced to disk. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rida-bench-'));
  await buildExample({ ...EXAMPLES.day, data: folder, until: WORKING_MORNING });
  const database = openDatabase(join(folder, 'rida.db'));
  const store = new SqliteStore(database);
  await rate(store, 1, 200, 0);
  const one = await rate(store, 1, 2000, 1000);
  const many = await rate(store, 64, 10_000, 10_000);
  console.log(
    `SqliteStore, synced: ${one} commits/s by one writer, ${many} by 64 writers (${(many / one).toFixed(1)}x)`,
  );
  database.close();
  rmSync(folder, { recursive: true });
}

if (import.meta.main) await run();
