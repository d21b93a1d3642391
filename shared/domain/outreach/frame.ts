import type { Actor } from '#events/vocabulary.ts';
import { DAY } from '../time/instant.ts';
import type { Place, UnreadableFault } from './listed-call.ts';
import type { WeekDraw } from './week/week-draw.ts';

/** A list of transactions of e-services, as it was sent in pieces and is read. */
export interface TransactionList {
  readonly id: string;
  /** Name of the file. */
  readonly name: string;
  readonly by: Actor;
  readonly at: number;
  readonly state: 'receiving' | 'reading' | 'read' | 'cancelled';
  /** Number of received pieces of the file. */
  readonly chunks: number;
  /** Where its reading continues, and the number of runs before. */
  readonly place?: Place;
  readonly runs?: number;
  /** Number of stored parts with right rows. */
  readonly parts: number;
  /** Number of stored parts with faulty rows. */
  readonly issueParts: number;
  /** Number of rows read, of right rows and of faulty rows. */
  readonly rows: number;
  readonly good: number;
  readonly bad: number;
  /** The rows from a line on could not be read. Line 0 means the whole file. */
  readonly ended?: { readonly fault: UnreadableFault | 'headings' | 'nothing'; readonly line: number };
}

/** The lists from which the weeks of the evaluation programme are drawn. */
export interface Frame {
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  /** Oldest first. */
  readonly lists: readonly TransactionList[];
  /** The draw that is under way. */
  readonly draw?: WeekDraw;
}

/** All weeks are drawn from one frame. */
export const FRAME = 'evaluation';
/** The rows of a list are kept for so long. After that, no week asks about them. */
const LIST_KEPT_MS = 30 * DAY;
const MOST_LISTS = 60;

const EMPTY: Frame = { id: FRAME, version: 0, causes: [], lists: [] };

/** Return the lists that are removed now: too old, or too many. A draw keeps its lists until it ends. */
export const expiredLists = (frame: Frame | undefined, now: number): readonly TransactionList[] =>
  (frame?.lists ?? []).filter(
    ({ id, at }, index, all) =>
      (at <= now - LIST_KEPT_MS || index < all.length - MOST_LISTS) &&
      !frame?.draw?.lists.some((drawn) => drawn.id === id),
  );

/** Add or replace a list, and leave out those that are removed. */
export function withList(frame: Frame | undefined, list: TransactionList, now: number): Frame {
  const { lists, ...rest } = frame ?? EMPTY;
  const found = lists.some(({ id }) => id === list.id);
  const next = found ? lists.map((one) => (one.id === list.id ? list : one)) : [...lists, list];
  const all = { ...rest, lists: next };
  const expired = new Set(expiredLists(all, now));
  return { ...all, lists: next.filter((one) => !expired.has(one)) };
}

/** The most rows in a stored part. */
export const PART_ROWS = 5000;
/** Parts of faulty rows in one file: an answer of a function is at most 6 MB long. */
export const ISSUE_PARTS = 2;

/** The contents of lists have names that begin with this. */
export const LISTS = 'transactions/';

/** Return the frame with another draw, or without one. */
export function withDraw(frame: Frame | undefined, draw: WeekDraw | undefined): Frame {
  const { draw: _, ...rest } = frame ?? EMPTY;
  return draw === undefined ? rest : { ...rest, draw };
}

/** Names of the stored pieces of a list. */
export const listBlobs = (id: string) => ({
  all: `${LISTS}${id}/`,
  chunk: (number: number): string => `${LISTS}${id}/chunk-${number}`,
  part: (number: number): string => `${LISTS}${id}/part-${number}`,
  issues: (number: number): string => `${LISTS}${id}/issues-${number}`,
  seen: (run: number): string => `${LISTS}${id}/seen-${run}`,
});

/** Names of the files of a draw. They hold what its steps found, until the calls are planned. */
export const drawBlobs = (id: string) => ({
  all: `${LISTS}draw-${id}/`,
  file: (name: string, part: string | number): string => `${LISTS}draw-${id}/${name}-${part}`,
});
