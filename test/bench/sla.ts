import { fileURLToPath } from 'node:url';
import { compile } from '#shared/domain/sla/compile.ts';
import { policies } from '#shared/domain/sla/data/policies.ts';
import { saudiGovernment } from '#shared/domain/sla/data/saudi-government.ts';
import { evaluate } from '#shared/domain/sla/evaluate.ts';
import { interchangeAnswerer } from '#shared/domain/sla/interchange.ts';
import type { Pause } from '#shared/domain/sla/pauses.ts';
import { tiersOf } from '#shared/domain/sla/tiers.ts';
import type { Fact } from '#shared/domain/sla/timeline.ts';
import { due } from '#shared/domain/sla/working-time.ts';
import { compareLibraries } from './sla-libraries.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const WORK = 30 * 420 * MINUTE;
const FROM = Date.UTC(2026, 0, 1);
const RIYADH = 3 * 60 * MINUTE;
const ROUNDS = 9;

const starts = Array.from({ length: 4096 }, (_, i) => FROM + ((i * 7919 * 61_337) % (365 * DAY)));
const pausesOf = (start: number): Pause[] =>
  [2, 9, 20].map((days) => ({ from: start + days * DAY, to: start + (days + 1) * DAY }));

/** The naive algorithm in its best case: fixed offset, no Ramadan, holidays in a set, one step per day. */
function dayWalk(start: number, duration: number, holidays: ReadonlySet<number>): number {
  let left = duration;
  for (let day = Math.floor((start + RIYADH) / DAY); ; day++) {
    const weekday = new Date(day * DAY).getUTCDay();
    if (weekday > 4 || holidays.has(day)) continue;
    const open = Math.max(day * DAY - RIYADH + 450 * MINUTE, start);
    const close = day * DAY - RIYADH + 870 * MINUTE;
    if (close <= open) continue;
    if (close - open >= left) return open + left;
    left -= close - open;
  }
}

/** The same algorithm with Intl for the local time of each day, as needed for any time zone. */
function intlWalk(start: number, duration: number, holidays: ReadonlySet<string>): number {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Riyadh', dateStyle: 'short' });
  const weekday = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Riyadh', weekday: 'short' });
  let left = duration;
  for (let at = start; ; at += DAY) {
    const date = format.format(at);
    if (holidays.has(date) || /Fri|Sat/.test(weekday.format(at))) continue;
    const open = Math.max(Date.parse(`${date}T07:30+03:00`), start);
    const close = Date.parse(`${date}T14:30+03:00`);
    if (close <= open) continue;
    if (close - open >= left) return open + left;
    left -= close - open;
  }
}

/** Return the median ns of one call. The sum prevents that calls are optimised away. */
function nanoseconds(calls: number, call: (i: number) => number): number {
  let kept = 0;
  const taken = Array.from({ length: ROUNDS }, () => {
    const began = process.hrtime.bigint();
    for (let i = 0; i < calls; i++) kept += call(i);
    return Number(process.hrtime.bigint() - began) / calls;
  }).sort((a, b) => a - b);
  if (Number.isNaN(kept)) throw new Error('a due time is not a number');
  return taken[ROUNDS >> 1] ?? 0;
}

const startAt = (i: number): number => starts[i & 4095] ?? FROM;
const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** A case with fifty facts: exchanges, pauses and a change of priority. */
function longCase(): Fact[] {
  const at = (i: number) => FROM + 5 * DAY + i * 97 * MINUTE;
  const cycle = ['beneficiary-contact', 'agent-contact', 'status', 'status'] as const;
  const rest = Array.from({ length: 48 }, (_, i): Fact => {
    const type = cycle[i % 4] ?? 'agent-contact';
    return type === 'status'
      ? { at: at(i + 1), type, status: i % 8 < 4 ? 'pending-beneficiary' : 'open' }
      : { at: at(i + 1), type };
  });
  return [{ at: at(0), type: 'opened' }, ...rest, { at: at(49), type: 'priority', priority: 'high' }];
}

function measureDue(): Record<string, number> {
  const calendar = compile(saudiGovernment, { from: FROM, to: FROM + 730 * DAY });
  const pauses = starts.map(pausesOf);
  const none = new Set<number>();
  const names = new Set<string>();
  const plain = nanoseconds(200_000, (i) => due(calendar, startAt(i), WORK));
  const walk = nanoseconds(4096, (i) => dayWalk(startAt(i), WORK, none));
  return {
    'due over 30 working days, ns': round(plain),
    'the same with three pauses, ns': round(
      nanoseconds(100_000, (i) => due(calendar, startAt(i), WORK, pauses[i & 4095])),
    ),
    'naive day walk, ns': round(walk),
    'day walk: times slower': round(walk / plain, 1),
    'day walk asking Intl: times slower': round(
      nanoseconds(64, (i) => intlWalk(startAt(i), WORK, names)) / plain,
    ),
  };
}

function measureCases(): Record<string, number> {
  const calendar = compile(saudiGovernment, { from: FROM, to: FROM + 730 * DAY });
  const [policy] = policies;
  if (policy === undefined) throw new Error('policies are shipped');
  const facts = longCase();
  const asOf = FROM + 9 * DAY;
  const evaluation = evaluate(policy, calendar, facts, asOf);
  return {
    'evaluate a case of 50 facts, µs': round(
      nanoseconds(2000, () => evaluate(policy, calendar, facts, asOf).asOf) / 1000,
      1,
    ),
    'its tiers, µs': round(nanoseconds(2000, () => tiersOf(calendar, evaluation).length) / 1000, 1),
  };
}

function measureBatch(): Record<string, number> {
  const day = [['07:30', '14:30']];
  const calendar = { timezone: 'Asia/Riyadh', hours: { sun: day, mon: day, tue: day, wed: day, thu: day } };
  const lines = starts.map((start, id) =>
    JSON.stringify({ id, op: 'due', calendar, start: new Date(start).toISOString(), minutes: 12_600 }),
  );
  const answer = interchangeAnswerer();
  const ns = nanoseconds(4096, (i) => JSON.stringify(answer(JSON.parse(lines[i & 4095] ?? '{}'))).length);
  return { 'batch, lines a second': round(1e9 / ns) };
}

/** Return figures of the working-time engine by name. */
export async function run(): Promise<Record<string, number | string>> {
  const range = { from: FROM, to: FROM + 730 * DAY };
  const began = process.hrtime.bigint();
  compile(saudiGovernment, range);
  const first = Number(process.hrtime.bigint() - began);
  const again = nanoseconds(1, () => compile(saudiGovernment, range).table.total);
  return {
    ...measureDue(),
    'first compile of two years in a process, ms': round(first / 1e6, 2),
    'compile two years, ms': round(again / 1e6, 2),
    ...measureCases(),
    ...measureBatch(),
    ...compareLibraries(),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, value] of Object.entries(await run())) console.log(name.padEnd(48), value);
}
