import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figuresPage } from '#functions/web/figures/figures-page.ts';
import { readFigures } from '#functions/web/figures/read-figures.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteFigureStore } from '#shared/adapters/embedded/sqlite-figure-store.ts';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { figuresOf } from '#shared/domain/reports/figures-of.ts';
import { startOfDay } from '#shared/domain/reports/local-day.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';

const CASES = 100_000;
const CASES_A_DAY = 274;
const ROUNDS = 20;

const dateOf = (at: number): string => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);

/** Return the arrivals of a day, and the cases that left the open ones by the day of their opening. */
const arrivalsOf = (at: number): Record<string, number> =>
  Object.fromEntries([
    ...['case', 'follow-up', 'machine'].map((kind) => [`arrived|${kind}`, 96]),
    ...Array.from({ length: 12 }, (_, ago) => [`left|${dateOf(at - ago)}`, 8]),
  ]);

/** Return the figures of a busy day: seven departments, three channels, four types, sixty durations. */
function day(at: number): DayFigures {
  const counts: Record<string, number> = { ...arrivalsOf(at) };
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
  for (const clock of ['firstResponse', 'nextResponse'])
    for (let bucket = 0; bucket < 40; bucket += 1) {
      counts[`answered-in-clock|${clock}|${bucket}`] = 2;
      counts[`answered-in|${clock}|${departments[bucket % departments.length]}|${bucket}`] = 2;
      counts[`answered-by|${clock}|agent-${bucket % 20}|${bucket}`] = 2;
    }
  for (let district = 0; district < 60; district += 1) counts[`opened-at|district-${district}`] = 2;
  return { day: dateOf(at), shard: 0, version: 1, counts };
}

/** Return the median and the best of some rounds, in milliseconds of processor time. */
async function timesOf(
  work: () => unknown,
  before: () => Promise<unknown> = async () => undefined,
): Promise<{ readonly median: number; readonly best: number }> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await before();
    const began = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(began);
    times.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  const at = (place: number): number => Number((times[place] ?? 0).toFixed(2));
  return { median: at(ROUNDS / 2), best: at(0) };
}

/** Measure the figures of 100,000 cases, and their page over the year, on the store of one computer. */
export async function run(): Promise<Record<string, number | string>> {
  const days = Array.from({ length: Math.ceil(CASES / CASES_A_DAY) }, (_, at) => day(at));
  const last = days.at(-1)?.day ?? '';
  const rules = compileRules(readSettings(defaultSettings));
  const agent = { user: 'huda', name: 'Huda', roles: ['supervisor'] } as const;
  const now = startOfDay(last) + DAY / 2;
  const view = { agent, language: 'ar', now, rules, path: '/figures' } as const;
  const folder = await mkdtemp(join(tmpdir(), 'rida-bench-'));
  const database = openDatabase(join(folder, 'rida.db'));
  try {
    const store = new SqliteFigureStore(database);
    for (const one of days) await store.save(one, []);
    const query = { from: days[0]?.day ?? '', to: last, compare: 'none' };
    const read = (from = store) => readFigures(from, { now, calendar: rules.desk.calendar }, query);
    const given = await read();
    const countAgain = async (): Promise<void> => {
      const today = await store.load(last, 0);
      if (today) await store.save({ ...today, version: today.version + 1 }, []);
    };
    const [computed, first, again, drawn] = [
      await timesOf(() => figuresOf(days)),
      await timesOf(() => read(new SqliteFigureStore(database))),
      await timesOf(() => read(), countAgain),
      await timesOf(() => String(figuresPage(view, given))),
    ];
    return {
      'figures of 100,000 cases, days': days.length,
      'figures of 100,000 cases, counters a day': Object.keys(days[0]?.counts ?? {}).length,
      'figures of 100,000 cases, ms (median)': computed.median,
      'figures of 100,000 cases, ms (best)': computed.best,
      'their page: read and computed, the first time, ms (best)': first.best,
      'their page: read and computed, after new events, ms (median)': again.median,
      'their page: read and computed, after new events, ms (best)': again.best,
      'their page: drawing it, ms (best)': drawn.best,
      'their page, bytes': Buffer.byteLength(String(figuresPage(view, given))),
    };
  } finally {
    database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, value] of Object.entries(await run())) console.log(name.padEnd(64), value);
}
