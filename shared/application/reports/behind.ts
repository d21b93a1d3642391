import type { Case } from '#shared/domain/cases/case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import type { Period } from '#shared/domain/reports/period.ts';
import {
  type DayPart,
  type FilePart,
  numberOf,
  type Occurrence,
  occurrencesOf,
  partsOf,
  type Selection,
  unprovenOf,
} from '#shared/domain/reports/selection.ts';
import type { Weekday } from '#shared/domain/sla/calendar.ts';
import { parseDate, weekdayOf } from '#shared/domain/sla/local-date.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import type { Store } from '#shared/ports/store.ts';

export interface BehindDeps {
  readonly figures: Pick<FigureStore, 'range' | 'countedOn'>;
  readonly store: Pick<Store, 'load'>;
}

/** A number: counters of a period. */
export interface AskedNumber {
  readonly selection: Selection;
  readonly period: Period;
  /** Only the days of the period that are this day of the week. */
  readonly weekday?: Weekday;
}

/** The place in the list after a page: a day, and how many rows of it were shown. */
export interface BehindCursor {
  readonly day: string;
  readonly skip: number;
}

/** One row behind a number. `case` is absent for a call, and for a case that the store no longer has. */
export interface BehindRow extends Occurrence {
  readonly case?: Case;
}

export interface BehindPage {
  /** The number itself. */
  readonly number: number;
  /** The days on which something of it was counted, the newest first. */
  readonly parts: readonly DayPart[];
  readonly rows: readonly BehindRow[];
  readonly next?: BehindCursor;
  /** How much of the number, on the days shown, has no row any more, because its proofs have expired. */
  readonly unproven: number;
}

const PAGE = 50;

const loaded = async (
  { store }: Pick<BehindDeps, 'store'>,
  rows: readonly Occurrence[],
): Promise<BehindRow[]> => {
  const references = [...new Set(rows.map(({ subject }) => subject))].filter((one) => parseReference(one));
  const cases = new Map(
    await Promise.all(references.map(async (id) => [id, await store.load('case', id, 0)] as const)),
  );
  return rows.map((row) => {
    const found = cases.get(row.subject);
    return { ...row, ...(found && { case: found }) };
  });
};

const daysBehind = async (
  { figures }: Pick<BehindDeps, 'figures'>,
  { selection, period: { from, to }, weekday }: AskedNumber,
): Promise<DayPart[]> => {
  const parts = partsOf(selection, await figures.range(from, to));
  return weekday === undefined ? parts : parts.filter(({ day }) => weekdayOf(parseDate(day)) === weekday);
};

/** Return a page of the cases and calls behind a number, the newest first. Only days with some of them are read. */
export async function behind(
  deps: BehindDeps,
  asked: AskedNumber,
  after?: BehindCursor,
): Promise<BehindPage> {
  const { selection } = asked;
  const parts = await daysBehind(deps, asked);
  const number = numberOf(parts);
  const rows: Occurrence[] = [];
  let unproven = 0;
  for (const ofPart of parts) {
    const { day } = ofPart;
    if (after && day > after.day) continue;
    const skip = after?.day === day ? after.skip : 0;
    const ofDay = occurrencesOf(selection, await deps.figures.countedOn(day));
    const part = ofDay.slice(skip, skip + PAGE - rows.length);
    rows.push(...part);
    if (skip + part.length < ofDay.length)
      return {
        number,
        parts,
        rows: await loaded(deps, rows),
        next: { day, skip: skip + part.length },
        unproven,
      };
    unproven += unprovenOf(ofPart, ofDay);
  }
  return { number, parts, rows: await loaded(deps, rows), unproven };
}

/** Cases that are loaded at once. */
const PIECE = 200;

/** Return everything behind a number in pieces, the newest first; of a single day perhaps only some rows. */
export async function* everythingBehind(
  deps: BehindDeps,
  { rows: range, ...asked }: AskedNumber & Pick<FilePart, 'rows'>,
): AsyncGenerator<readonly BehindRow[]> {
  const { selection } = asked;
  for (const { day } of await daysBehind(deps, asked)) {
    const ofDay = occurrencesOf(selection, await deps.figures.countedOn(day));
    const rows = range ? ofDay.slice(range.start, range.end) : ofDay;
    for (let at = 0; at < rows.length; at += PIECE) yield await loaded(deps, rows.slice(at, at + PIECE));
  }
}
