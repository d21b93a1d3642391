import { fileURLToPath } from 'node:url';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { figuresOf } from '#shared/domain/reports/figures-of.ts';

const CASES = 100_000;
const CASES_A_DAY = 100;
const ROUNDS = 20;

/** Return the figures of a busy day: seven departments, three channels, four types, sixty durations. */
function day(at: number): DayFigures {
  const counts: Record<string, number> = {};
  const departments = ['care', 'operations', 'environment', 'planning', 'licensing', 'investment', 'digital'];
  for (const channel of ['mail', 'phone', 'web']) {
    for (const type of ['report', 'inquiry', 'observation', 'complaint'])
      counts[`opened|${channel}|${type}`] = 8;
  }
  for (const department of departments) {
    for (const name of ['opened-in', 'resolved']) counts[`${name}|${department}`] = 14;
    for (const clock of ['first-response', 'resolution']) {
      for (const verdict of ['kept', 'late']) counts[`${clock}|${verdict}|${department}`] = 7;
    }
    for (const score of [1, 2, 3, 4, 5]) counts[`score-in|${department}|${score}`] = 1;
  }
  for (let bucket = 0; bucket < 60; bucket += 1) counts[`worked|${bucket}`] = 2;
  for (const score of [1, 2, 3, 4, 5]) counts[`score|mail|${score}`] = 7;
  const on = new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
  return { day: on, shard: 0, version: 1, counts };
}

/** Measure reading the figures of 100,000 cases, by name. */
export async function run(): Promise<Record<string, number | string>> {
  const days = Array.from({ length: CASES / CASES_A_DAY }, (_, at) => day(at));
  const times = Array.from({ length: ROUNDS }, () => {
    const began = process.hrtime.bigint();
    figuresOf(days);
    return Number(process.hrtime.bigint() - began) / 1e6;
  }).sort((a, b) => a - b);
  return {
    'figures of 100,000 cases, days': days.length,
    'figures of 100,000 cases, counters a day': Object.keys(days[0]?.counts ?? {}).length,
    'figures of 100,000 cases, ms (median)': Number((times[ROUNDS / 2] ?? 0).toFixed(2)),
    'figures of 100,000 cases, ms (best)': Number((times[0] ?? 0).toFixed(2)),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, value] of Object.entries(await run())) console.log(name.padEnd(44), value);
}
