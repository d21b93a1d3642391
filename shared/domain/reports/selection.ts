import type { CountedEvent } from './counted-event.ts';
import type { DayFigures } from './day-figures.ts';
import type { Period } from './period.ts';
import type { Tally } from './tally.ts';

/** The counters whose sum is a number: names, or the beginnings of names up to a `|`. No two may overlap. */
export type Selection = readonly string[];

/** One occurrence behind a number. `by` is -1 when an event took back what was counted on another day. */
export interface Occurrence {
  readonly subject: string;
  readonly at: number;
  readonly by: 1 | -1;
}

/** Check whether a counter belongs to a selection. */
const selects = (selection: Selection, name: string): boolean =>
  selection.some((one) => name === one || name.startsWith(`${one}|`));

/** Check whether one of these counters belongs to a selection, also when its sum is zero. */
const touches = (selection: Selection, counts: Readonly<Record<string, number>>): boolean =>
  Object.keys(counts).some((name) => selects(selection, name));

/** Return the number that a selection is, from the counters of a day or of an event. */
const amountOf = (selection: Selection, counts: Readonly<Record<string, number>>): number =>
  Object.entries(counts).reduce((sum, [name, count]) => (selects(selection, name) ? sum + count : sum), 0);

/** Return the number that a selection is, of a period. */
export const sumOf = (selection: Selection, counts: Tally): number =>
  selection.reduce((sum, name) => sum + counts.sum(...(name.split('|') as Parameters<Tally['sum']>)), 0);

const times = ({ subject, at }: CountedEvent, amount: number): Occurrence[] =>
  Array.from({ length: Math.abs(amount) }, () => ({ subject, at, by: amount > 0 ? 1 : -1 }));

/** Let each occurrence that was taken back remove the latest one of the same subject. */
function settled(occurrences: readonly Occurrence[]): Occurrence[] {
  const left: Occurrence[] = [];
  for (const one of occurrences) {
    const opposite = left.findLastIndex(({ by }) => by === -one.by);
    if (opposite < 0) left.push(one);
    else left.splice(opposite, 1);
  }
  return left;
}

/**
 * Return the occurrences behind the number of a day: their sum is the number, as far as the proofs are kept.
 *
 * @param events the counted events of one day
 */
export function occurrencesOf(selection: Selection, events: readonly CountedEvent[]): Occurrence[] {
  const bySubject = new Map<string, Occurrence[]>();
  for (const event of events) {
    const amount = amountOf(selection, event.counters);
    if (amount === 0) continue;
    bySubject.set(event.subject, [...(bySubject.get(event.subject) ?? []), ...times(event, amount)]);
  }
  return [...bySubject.values()]
    .flatMap(settled)
    .sort((a, b) => b.at - a.at || (a.subject < b.subject ? -1 : 1));
}

/** A day with a part of a number. */
export interface DayPart {
  readonly day: string;
  readonly amount: number;
}

/** Return the days on which something of a number was counted, the newest first. */
export function partsOf(
  selection: Selection,
  days: readonly Pick<DayFigures, 'day' | 'counts'>[],
): DayPart[] {
  const amounts = new Map<string, number>();
  for (const { day, counts } of days)
    if (touches(selection, counts)) amounts.set(day, (amounts.get(day) ?? 0) + amountOf(selection, counts));
  return [...amounts].map(([day, amount]) => ({ day, amount })).sort((a, b) => (a.day < b.day ? 1 : -1));
}

/** Return the number of which the days have parts. */
export const numberOf = (parts: readonly DayPart[]): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0);

/** One of the files into which a long list is divided: some days, or some rows of one day, the newest first. */
export interface FilePart {
  readonly period: Period;
  /** The rows of a day that is longer than a file, from 0; `end` is not included. Absent for whole days. */
  readonly rows?: RowRange;
}

/** Rows of a list by their place, from 0. `end` is not included. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** Divide a list into files of at most so many rows. Together they have each row once. */
export function filesOf(parts: readonly DayPart[], most: number): FilePart[] {
  const files: { from: string; to: string; count: number }[] = [];
  const all: FilePart[] = [];
  for (const { day, amount } of parts) {
    const count = Math.abs(amount);
    const last = files.at(-1);
    if (last && last.count + count <= most) {
      last.from = day;
      last.count += count;
    } else files.push({ from: day, to: day, count });
  }
  for (const { from, to, count } of files) {
    // The rows of a day are a few more than its number when something was taken back: the last file has room for them.
    const pieces = count <= most ? 1 : Math.floor(count / most) + 1;
    const period = { from, to };
    for (let at = 0; at < pieces; at += 1)
      all.push(pieces === 1 ? { period } : { period, rows: { start: at * most, end: (at + 1) * most } });
  }
  return all;
}

/** Return how much of a day's part has no occurrence, because its proofs have ended. */
export const unprovenOf = ({ amount }: DayPart, occurrences: readonly Occurrence[]): number =>
  amount - occurrences.reduce((sum, { by }) => sum + by, 0);
