import { join } from 'node:path';
import { sweep } from '#functions/sla/sweep.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { referenceAt } from '#shared/domain/cases/reference.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { aCase } from '#test/builders/a-case.ts';
import { rulesOf } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';
import { type ExampleCopy, withExample } from './example-copy.ts';
import { handedToSqs, workedOff } from './minute.ts';

const AT_ONCE = 2_000;

/** Open cases at an instant, with timers at `dueAt(n)`. */
async function fill(
  store: SqliteStore,
  openedAt: number,
  [from, to]: readonly [number, number],
  dueAt: (n: number) => number,
): Promise<void> {
  for (let start = from; start < to; start += AT_ONCE) {
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, to - start) }, (_, at) => {
        const n = start + at;
        const id = referenceAt(n * 97);
        const cause = causeId(`bench ${n}`);
        const after = aCase({ id, version: 0, causes: [], openedAt, nextDueAt: dueAt(n) });
        const trace = { at: openedAt, recordedAt: openedAt, correlationId: cause, causationId: cause };
        return store.commit({
          kind: 'case',
          id,
          cause,
          by: 'rida',
          ...trace,
          events: [],
          before: undefined,
          after,
        });
      }),
    );
  }
}

async function timed(store: SqliteStore, until: number): Promise<{ due: number; ms: number }> {
  const samples: number[] = [];
  let found = 0;
  for (let turn = 0; turn < 7; turn += 1) {
    const started = performance.now();
    const { due } = await sweep({
      store,
      dueQueue: { send: async () => {} },
      clock: fixedClock(until),
      rules: rulesOf(),
      settings: new MemorySettings(),
    });
    samples.push(performance.now() - started);
    found = due;
  }
  return { due: found, ms: samples.sort((a, b) => a - b)[3] ?? 0 };
}

/** Measure the sweep of a minute on an example with few and many more open cases: none due, few and many. */
async function looking({ data, end }: ExampleCopy): Promise<Record<string, string>> {
  const database = openDatabase(join(data, 'rida.db'));
  try {
    const store = new SqliteStore(database);
    const later = end + 30 * DAY;
    const measured: Record<string, string> = {};
    const note = async (name: string, until: number): Promise<void> => {
      const { due, ms } = await timed(store, until);
      measured[name] = `${ms.toFixed(2)} ms for ${due} due`;
    };
    await fill(store, end, [0, 1_000], (n) => later + n);
    await note('the example and 1,000 open, none of them due', end);
    await fill(store, end, [1_000, 100_000], (n) => later + n);
    await note('the example and 100,000 open, none of them due', end);
    await fill(store, end, [100_000, 100_100], (n) => end + n);
    await note('the example and 100,000 open, 100 of them due', end + 5 * MINUTE);
    await fill(store, end, [100_100, 110_000], (n) => end + n);
    await note('the example and 100,000 open, 10,000 of them due', end + 5 * MINUTE);
    return measured;
  } finally {
    database.close();
  }
}

/** Measure the cost of a minute on the data of an example: finding due timers, queueing and processing them. */
export async function run(): Promise<Record<string, number | string>> {
  return { ...(await withExample(looking)), ...(await handedToSqs()), ...(await withExample(workedOff)) };
}

if (import.meta.main) console.table(await run());
