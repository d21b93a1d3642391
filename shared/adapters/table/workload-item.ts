import * as z from 'zod';
import type { CountedCase, Page, PageRequest, Workload } from '#shared/ports/store.ts';
import { cursorOf, sortOf } from './cursor.ts';
import { instant, whole } from './field-types.ts';
import { decodeWhole, encodeFields, type FieldsOf, field } from './fields.ts';
import type { Item } from './item.ts';
import { COUNTED_CASE, countedCaseKey, partitionOf, STATE, stateKey, workloadKey } from './keys.ts';
import { stateOf } from './state-item.ts';

const counterFields: FieldsOf<Pick<Workload, 'count'>> = { count: field(whole) };
const countedFields: FieldsOf<CountedCase, 'id'> = { at: field(instant) };

/** The attribute that counts. */
export const COUNT = 'count';

/** Convert a counter to an item. */
export function workloadItem(user: string, count: number): Item {
  const key = workloadKey(user);
  return { ...key, ...encodeFields(counterFields, { count }, `${key.pk} ${key.sk}`) };
}

/** Convert an item to a counter. A missing item counts nothing. */
export const countOf = (item: Item | undefined): number => {
  if (item === undefined) return 0;
  const counted = decodeWhole(counterFields, item, `${item.pk} ${item.sk}`);
  return z.number().parse(counted.count);
};

/** Convert a counted case to an item. */
export function countedCaseItem(user: string, { id, at }: CountedCase): Item {
  const key = countedCaseKey(user, id);
  return { ...key, ...encodeFields(countedFields, { at }, `${key.pk} ${key.sk}`) };
}

const countedCaseOf = (item: Item): CountedCase =>
  ({
    id: item.sk.slice(COUNTED_CASE.length),
    ...decodeWhole(countedFields, item, `${item.pk} ${item.sk}`),
  }) as unknown as CountedCase;

/** Return the keys from which workloads are read: the states of the members of staff, and their counters. */
export const workloadKeys = (users: readonly string[]) =>
  users.flatMap((user) => [stateKey('staff', user), workloadKey(user)]);

/** Build the workloads from the items of their keys. A member of staff without items has nothing counted. */
export function workloadsOf(users: readonly string[], items: readonly Item[]): Map<string, Workload> {
  const byKey = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
  return new Map(
    users.map((user) => {
      const { pk, sk } = workloadKey(user);
      const state = byKey.get(`${partitionOf('staff', user)} ${STATE}`);
      const { absence, removed } = state ? stateOf<'staff'>(state) : {};
      const count = countOf(byKey.get(`${pk} ${sk}`));
      return [user, { count, ...(absence && { absence }), ...(removed && { removed }) }];
    }),
  );
}

/** Return the bounds of a page of counted cases: above the first, up to and including the second. */
export const countedBounds = ({
  cursor,
}: PageRequest): { readonly after: string; readonly last: string } => ({
  after: cursor === undefined ? COUNTED_CASE : sortOf(cursor),
  last: `${COUNTED_CASE}~`,
});

/** Build a page from items of which one more than the limit was read. */
export function countedPage(items: readonly Item[], { limit }: PageRequest): Page<CountedCase> {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(countedCaseOf),
    ...(last && items.length > limit && { cursor: cursorOf(last.sk) }),
  };
}
