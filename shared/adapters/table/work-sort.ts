import type { CaseType } from '#events/vocabulary.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { WorkEntry, WorkKind, WorkState } from '#shared/domain/work-list/work-entry.ts';
import { ownerOf } from './keys.ts';
import type { IndexPosition } from './places.ts';

const NONE = '-';
const instant = (at: number | undefined): string => (at === undefined ? NONE : isoInstant(at));
const instantOf = (text: string | undefined): number | undefined =>
  text === undefined || text === NONE ? undefined : Date.parse(text);

/**
 * Build the end of a sort value in a list: everything by which work is filtered and sorted, so that a list is
 * answered from the index alone. The assignee is last, because a user name may contain the separator.
 */
export const workTail = (entry: WorkEntry): string =>
  [
    ...[entry.state, entry.kind, String(entry.rank), instant(entry.dueAt), instant(entry.openedAt)],
    ...[instant(entry.endedAt), entry.status, entry.type ?? NONE, entry.category ?? NONE],
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

/** Read the entry at a place of a list. Return undefined for a place without one. */
export function workAt({ sort, pk }: IndexPosition): WorkEntry | undefined {
  const { id } = ownerOf(pk);
  const parts = sort.split('#').slice(PARTS_BEFORE);
  const [state, kind, rank, dueAt, openedAt, endedAt, status, type, category, language, ...rest] = parts;
  const [district, service, department, ...assignee] = rest;
  if (department === undefined) return undefined;
  return {
    ...{ id, state: state as WorkState, kind: kind as WorkKind, rank: Number(rank) },
    ...{ openedAt: instantOf(openedAt) ?? 0, status: status ?? '', language: language ?? '' },
    ...present({
      ...{ dueAt: instantOf(dueAt), endedAt: instantOf(endedAt), department: given(department) },
      ...{ type: given(type) as CaseType | undefined, category: given(category) },
      ...{ district: given(district), service: given(service) },
      assignee: given(assignee.join('#')),
    }),
  };
}
