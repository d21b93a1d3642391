import { parseDate } from '../sla/local-date.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { MeasureId } from './catalogue.ts';
import type { Redefined } from './claims.ts';
import type { Period } from './period.ts';

/** The kinds of changes. `targets`: deadlines, so that "in time" means something else from then on. */
export const CHANGE_KINDS = ['form', 'campaign', 'staffing', 'targets', 'service', 'other'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A change of the work that staff noted, so that the time before and after it can be compared. */
export interface NotedChange {
  readonly id: string;
  /** The first day of the time after it, `YYYY-MM-DD`. */
  readonly day: string;
  readonly name: Bilingual;
  readonly kind: ChangeKind;
  /** The department that it concerns. Missing: the whole centre. */
  readonly department?: string;
  /** The user who noted it, and when. */
  readonly by: string;
  readonly at: number;
  /** The user who withdrew it, and when. A withdrawn change marks nothing. */
  readonly withdrawn?: { readonly by: string; readonly at: number };
}

/** The measures that compare work with its deadlines. */
const ON_DEADLINES: ReadonlySet<MeasureId> = new Set<MeasureId>([
  ...(['firstResponse', 'resolution', 'breached', 'nextResponse'] as const),
  ...(['departmentsInTime', 'investorTouchesKept'] as const),
]);

/** A change may be planned so many days ahead. */
const MOST_AHEAD = 366;

/** Check whether a change may begin on a day. */
export const mayBegin = (day: string, today: string): boolean =>
  parseDate(day) <= parseDate(today) + MOST_AHEAD;

/** Return the changes that are in force, the earliest first. */
export const inForce = (changes: readonly NotedChange[]): readonly NotedChange[] =>
  changes.filter(({ withdrawn }) => withdrawn === undefined).sort((a, b) => (a.day < b.day ? -1 : 1));

/** Return the changes of a period, both its days included. */
export const changesIn = ({ from, to }: Period, changes: readonly NotedChange[]): readonly NotedChange[] =>
  changes.filter(({ day }) => day >= from && day <= to);

/** Return the days from which on measures mean something else. */
export const redefinitions = (changes: readonly NotedChange[]): readonly Redefined[] =>
  changes.flatMap(({ kind, day }) => (kind === 'targets' ? [{ day, measures: ON_DEADLINES }] : []));
