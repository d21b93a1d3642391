import type { CaseType } from '#events/vocabulary.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { WorkEntry, WorkKind, WorkState } from '#shared/domain/work-list/work-entry.ts';
import { ownerOf } from './keys.ts';
import type { IndexPosition } from './places.ts';

const NONE = '-';
const instant = (at: number | undefined): string => (at === undefined ? NONE : isoInstant(at));
const instantOf = (text: string | undefined): number | undefined =>
  text === undefined || text === NONE ? undefined : Date.parse(text);

/** Between a status and the departments that owe an answer. Places of earlier releases have none. */
const OWING = '>';
const statusPart = ({ status, owing }: WorkEntry): string =>
  owing === undefined ? status : `${status}${OWING}${owing.join(',')}`;

/**
 * Build the end of a sort value in a list: everything by which work is filtered and sorted, so that a list is
 * answered from the index alone. The assignee is last, because a user name may contain the separator.
 */
export const workTail = (entry: WorkEntry): string =>
  [
    ...[entry.state, entry.kind, String(entry.rank), instant(entry.dueAt), instant(entry.openedAt)],
    ...[instant(entry.endedAt), statusPart(entry), entry.type ?? NONE, entry.category ?? NONE],
    ...[entry.language, entry.district ?? NONE, entry.service ?? NONE, entry.department ?? NONE],
    entry.assignee ?? '',
  ].join('#');

/** The parts of a sort value before the tail: a time, and the id. */
const PARTS_BEFORE = 2;

const given = (text: string | undefined): string | undefined =>
  text === undefined || text === NONE || text === '' ? undefined : text;

/** Leave out what is missing. */
const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function entryOf(id: string, tail: readonly string[]): WorkEntry | undefined {
  const [state, kind, rank, dueAt, openedAt, endedAt, status, type, category, language, ...rest] = tail;
  const [district, service, department, ...assignee] = rest;
  if (department === undefined) return undefined;
  const [own = '', owing] = (status ?? '').split(OWING);
  return {
    ...{ id, state: state as WorkState, kind: kind as WorkKind, rank: Number(rank) },
    ...{ openedAt: instantOf(openedAt) ?? 0, status: own, language: language ?? '' },
    ...present({
      ...{ dueAt: instantOf(dueAt), endedAt: instantOf(endedAt), department: given(department) },
      ...{ type: given(type) as CaseType | undefined, category: given(category) },
      ...{ district: given(district), service: given(service), owing: owing?.split(',') },
      assignee: given(assignee.join('#')),
    }),
  };
}

/** Read the entry at a place of a list that is sorted by a time. Return undefined for a place without one. */
export const workAt = ({ sort, pk }: IndexPosition): WorkEntry | undefined =>
  entryOf(ownerOf(pk).id, sort.split('#').slice(PARTS_BEFORE));

/** The last change of a piece of work in the list. Work without an entry left the list. */
export interface WorkChange {
  readonly pk: string;
  /** The version of the state that was changed; 0 when it is not known. */
  readonly version: number;
  readonly entry?: WorkEntry;
}

/** The time and the version of a change. */
export interface ChangedAt {
  readonly at: number;
  readonly version: number;
}

/** The place of work whose last change is not known. It is before all others. */
export const UNKNOWN_CHANGE: ChangedAt = { at: 0, version: 0 };

/** Build a sort value in the order of changes. An erased case has no entry. */
export const changeSort = (
  { at, version }: ChangedAt,
  { id, entry }: { readonly id: string; readonly entry?: WorkEntry | undefined },
): string =>
  [isoInstant(at), id, String(version), ...(entry === undefined ? [] : [workTail(entry)])].join('#');

/** Read the change at a place in the order of changes. */
export function changeAt({ sort, pk }: IndexPosition): WorkChange {
  const [, id = '', version, ...tail] = sort.split('#');
  const entry = entryOf(id, tail);
  return { pk, version: Number(version), ...(entry && { entry }) };
}

/** Return the part of a sort value in the order of changes that is the same while nothing in the list changes. */
const contentOf = (sort: string): string => {
  const [, id, , ...rest] = sort.split('#');
  return [id, ...rest].join('#');
};

/** Return whether two sort values in the order of changes list the same. */
export const isSameContent = (a: string, b: string): boolean => contentOf(a) === contentOf(b);

/** Return the instant of a sort value in the order of changes. */
export const changedAtOf = (sort: string): number => Date.parse(sort.slice(0, sort.indexOf('#')));
