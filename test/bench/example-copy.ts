import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExample } from '#infra/local/example/build-example.ts';
import { EXAMPLES } from '#infra/local/example/example-options.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { endOfExample } from '#test/local/lived-pages.ts';

/** The data of an example, for one measurement. */
export interface ExampleCopy {
  readonly data: string;
  /** The instant at which the example ends. */
  readonly end: number;
}

/**
 * Run work on the data of an example, and remove the data. `RIDA_BENCH_DATA` names the folder of an example, of which a
 * copy is used; without it, the example of a day is built.
 */
export async function withExample<T>(work: (example: ExampleCopy) => Promise<T>): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), 'rida-bench-'));
  const { RIDA_BENCH_DATA: given } = process.env;
  try {
    if (given === undefined) await buildExample({ ...EXAMPLES.day, data, until: WORKING_MORNING });
    else await cp(given, data, { recursive: true });
    return await work({ data, end: endOfExample(data) });
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
