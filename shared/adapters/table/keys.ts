import type { Kind } from '#shared/ports/store.ts';
import type { Key } from './item.ts';
import { StoreError } from './store-error.ts';

const PREFIX: Readonly<Record<Kind, string>> = { case: 'CASE#', call: 'CALL#' };
const VERSION_DIGITS = 8;

export const HEAD = 'HEAD';
export const COMMIT = 'C#';
export const EFFECT = 'FX#';

/** The partition of a case or call: its head, its commits and its effects. */
export const partitionOf = (kind: Kind, id: string): string => PREFIX[kind] + id;

/** The case or call a partition belongs to. */
export function ownerOf(pk: string): { kind: Kind; id: string } {
  for (const kind of ['case', 'call'] as const) {
    if (pk.startsWith(PREFIX[kind])) return { kind, id: pk.slice(PREFIX[kind].length) };
  }
  throw new StoreError('damaged', `item ${pk}: neither a case nor a call`);
}

export const headKey = (kind: Kind, id: string): Key => ({ pk: partitionOf(kind, id), sk: HEAD });

/** Padded, so that text order is the order of versions. */
export const commitSort = (version: number): string => COMMIT + String(version).padStart(VERSION_DIGITS, '0');
export const versionOf = (sk: string): number => Number(sk.slice(COMMIT.length));
export const LAST_COMMIT = COMMIT + '9'.repeat(VERSION_DIGITS);

export const effectKey = (caseId: string, effectId: string): Key => ({
  pk: partitionOf('case', caseId),
  sk: EFFECT + effectId,
});

export const figuresKey = (day: string, shard: number): Key => ({ pk: `KPI#${day}`, sk: String(shard) });

export const settingsKey: Key = { pk: 'SETTINGS', sk: 'CURRENT' };
export const settingsVersionKey = (version: number): Key => ({
  pk: settingsKey.pk,
  sk: `V#${String(version).padStart(VERSION_DIGITS, '0')}`,
});
