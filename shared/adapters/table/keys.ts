import type { Kind } from '#shared/ports/store.ts';
import { StoreError } from '../../ports/store-error.ts';
import type { Key } from './item.ts';

const PREFIX: Readonly<Record<Kind, string>> = {
  case: 'CASE#',
  call: 'CALL#',
  person: 'PERSON#',
  staff: 'STAFF#',
  digest: 'DIGEST#',
  'call-out': 'OUT#',
  lines: 'LINES#',
};
const KINDS = Object.keys(PREFIX) as Kind[];
const VERSION_DIGITS = 8;

export const HEAD = 'HEAD';
export const COMMIT = 'C#';
export const EFFECT = 'FX#';

/** The partition of a case, a call or another head: the head, its commits and its effects. */
export const partitionOf = (kind: Kind, id: string): string => PREFIX[kind] + id;

/** What a partition belongs to. */
export function ownerOf(pk: string): { kind: Kind; id: string } {
  for (const kind of KINDS) {
    if (pk.startsWith(PREFIX[kind])) return { kind, id: pk.slice(PREFIX[kind].length) };
  }
  throw new StoreError('damaged', `item ${pk}: nothing that has a head`);
}

export const headKey = (kind: Kind, id: string): Key => ({ pk: partitionOf(kind, id), sk: HEAD });

/** Padded, so that text order is the order of versions. */
export const commitSort = (version: number): string => COMMIT + String(version).padStart(VERSION_DIGITS, '0');
export const versionOf = (sk: string): number => Number(sk.slice(COMMIT.length));
export const LAST_COMMIT = COMMIT + '9'.repeat(VERSION_DIGITS);

export const effectKey = (kind: Kind, id: string, effectId: string): Key => ({
  pk: partitionOf(kind, id),
  sk: EFFECT + effectId,
});

export const figuresKey = (day: string, shard: number): Key => ({ pk: `KPI#${day}`, sk: String(shard) });

export const settingsKey: Key = { pk: 'SETTINGS', sk: 'CURRENT' };
export const settingsVersionKey = (version: number): Key => ({
  pk: settingsKey.pk,
  sk: `V#${String(version).padStart(VERSION_DIGITS, '0')}`,
});

/** How far new settings have been carried to the open cases. */
export const retimingKey: Key = { pk: settingsKey.pk, sk: 'RETIMING' };
