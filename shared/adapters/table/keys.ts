import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Kind } from '#shared/ports/store.ts';
import { StoreError } from '../../ports/store-error.ts';
import type { Key } from './item.ts';

const KINDS = {
  case: true,
  call: true,
  person: true,
  staff: true,
  digest: true,
  'call-out': true,
  lines: true,
  week: true,
  replicate: true,
  frame: true,
  task: true,
} as const satisfies Record<Kind, true>;
const VERSION_DIGITS = 8;

/** The names of all kinds. */
export const kindNames: readonly string[] = Object.keys(KINDS);

const isKind = (name: string): name is Kind => Object.hasOwn(KINDS, name);

/** The sort key of an aggregate's state. */
export const STATE = 'state';
export const COMMIT = 'commit#';
export const EFFECT = 'effect#';
/** @internal exported for tests */
export const CAUSE = 'cause#';
export const NOTICE = 'notice#';
export const COUNTED_CASE = 'counted-case#';

/** The partition of an aggregate: its state, its commits and its effects. */
export const partitionOf = (kind: string, id: string): string => `${kind}#${id}`;

/** Return the kind and id in the name of a partition. Another release may know other kinds. */
export function placeOf(pk: string): { kind: string; id: string } {
  const end = pk.indexOf('#');
  return { kind: pk.slice(0, Math.max(end, 0)), id: pk.slice(end + 1) };
}

/** Return the aggregate of a partition. */
export function ownerOf(pk: string): { kind: Kind; id: string } {
  const { kind, id } = placeOf(pk);
  if (isKind(kind)) return { kind, id };
  throw new StoreError('damaged', `item ${pk}: not the partition of an aggregate`);
}

export const stateKey = (kind: Kind, id: string): Key => ({ pk: partitionOf(kind, id), sk: STATE });

/** Pad the version, so that text order is the order of versions. */
export const commitSort = (version: number): string => COMMIT + String(version).padStart(VERSION_DIGITS, '0');
export const versionOf = (sk: string): number => Number(sk.slice(COMMIT.length));
export const LAST_COMMIT = COMMIT + '9'.repeat(VERSION_DIGITS);

export const effectKey = (kind: Kind, id: string, effectId: string): Key => ({
  pk: partitionOf(kind, id),
  sk: EFFECT + effectId,
});

/** Key of the proof of a cause that the state no longer lists. */
export const causeKey = (kind: Kind, id: string, cause: string): Key => ({
  pk: partitionOf(kind, id),
  sk: CAUSE + cause,
});

/** A notice that waits for its reader; in text order the oldest first. */
export const noticeKey = (reader: string, at: number, eventId: string): Key => ({
  pk: partitionOf('digest', reader),
  sk: `${NOTICE}${isoInstant(at)}#${eventId}`,
});

/** Key of the counter of a member of staff. */
export const workloadKey = (user: string): Key => ({ pk: partitionOf('staff', user), sk: 'workload' });
/** Key of a case that is counted for a member of staff. */
export const countedCaseKey = (user: string, caseId: string): Key => ({
  pk: partitionOf('staff', user),
  sk: COUNTED_CASE + caseId,
});

export const figuresKey = (day: string, shard: number): Key => ({
  pk: `figures#${day}`,
  sk: `shard#${shard}`,
});
/** Return the partition of the events that were counted in the figures of a day. */
export const countedPartition = (day: string): string => `counted#${day}`;
/** Key of the proof that an event was counted. The day of an event never changes. */
export const countedKey = ({ day, id }: { readonly day: string; readonly id: string }): Key => ({
  pk: countedPartition(day),
  sk: id,
});
/** Key of such a proof until proofs had the day of their figures. */
export const undatedCountedKey = (eventId: string): Key => ({ pk: `counted#${eventId}`, sk: 'event' });

export const settingsKey: Key = { pk: 'settings', sk: 'current' };
export const settingsVersionKey = (version: number): Key => ({
  pk: settingsKey.pk,
  sk: `version#${String(version).padStart(VERSION_DIGITS, '0')}`,
});

/** Key of the actions that were counted against a limit. */
export const quotaKey = (name: string): Key => ({ pk: `quota#${name}`, sk: 'places' });

/** Key of the highest number of shards that a writer has used. */
export const shardsKey = (of: string): Key => ({ pk: 'shards', sk: of });

/** Key of the proof that the data of another centre was imported. */
export const importKey = (id: string): Key => ({ pk: `import#${id}`, sk: 'progress' });

/** Key of the progress of applying new settings to the open cases. */
export const retimingKey: Key = { pk: settingsKey.pk, sk: 'retiming' };

const DRAFT = 'draft#';
/** The drafts of all staff for a page. */
export const draftsPartition = (place: string): string => `drafts-of#${place}`;
/** The beginning of the sort keys of a member of staff; without a user, of everyone. */
export const draftsPrefix = (user: string): string => (user === '' ? DRAFT : `${DRAFT}${user}#`);
export const draftKey = ({ place, user }: { place: string; user: string }, form: string): Key => ({
  pk: draftsPartition(place),
  sk: draftsPrefix(user) + form,
});

/** The reads of personal data on a local day. */
export const accessesPartition = (day: string): string => `accesses#${day}`;

/** The partition of all saved lists of work. */
export const SAVED_LISTS = 'saved-lists';
export const savedListKey = ({ team, name }: { team: string; name: string }): Key => ({
  pk: SAVED_LISTS,
  sk: `${team}#${name}`,
});
/** Key of the time at which a member of staff saw a case last. */
export const seenKey = (user: string, caseId: string): Key => ({ pk: `seen-by#${user}`, sk: caseId });

/** The partition of the changes that staff noted. */
export const CHANGES = 'noted-changes';
export const changeKey = ({ day, id }: { day: string; id: string }): Key => ({
  pk: CHANGES,
  sk: `${day}#${id}`,
});
/** The partition of the reports that were asked to be mailed. */
export const ASKED_REPORTS = 'asked-reports';
export const askedKey = ({ at, id }: { at: number; id: string }): Key => ({
  pk: ASKED_REPORTS,
  sk: `${isoInstant(at)}#${id}`,
});

/** The beginning of the partitions of all open and resolved cases. */
export const WORK = 'work#';
/** Promised calls and tasks of staff, in the order of their last change. They are few. */
export const PROMISED_CALLS = 'promised-calls';
/** Cases that were closed, and promised calls and tasks that ended, in the same order. None has a timer. */
export const ENDED_WORK = 'ended-work';
