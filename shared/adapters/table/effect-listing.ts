import { isoInstant } from '#shared/domain/time/instant.ts';
import type { EffectSpan, Kind } from '#shared/ports/store.ts';
import type { Key } from './item.ts';
import { effectKey, partitionOf } from './keys.ts';
import type { PositionReader } from './places.ts';

/** The effects of a case, by time. */
const effectsPartition = (caseId: string): string => `effects-of#${partitionOf('case', caseId)}`;

/** Return the index attributes of an effect. Only those of cases are listed by time. */
export const effectIndexKeys = (
  kind: Kind,
  id: string,
  effect: { readonly id: string; readonly at: number },
): Record<string, string> =>
  kind === 'case'
    ? { listPartition: effectsPartition(id), listSort: `${isoInstant(effect.at)}#${effect.id}` }
    : {};

/** Return the keys of a case's effects within a time, the newest first. */
export async function effectKeys(
  reader: PositionReader,
  caseId: string,
  { from, until, limit }: EffectSpan,
): Promise<Key[]> {
  const found = await reader.positions({
    ...{ index: 'list', partition: effectsPartition(caseId), order: 'descending', limit },
    // A sort value continues after its instant, so an effect exactly at `from` is above this bound.
    ...(from !== undefined && { above: isoInstant(from) }),
    ...(until !== undefined && { below: isoInstant(until) }),
  });
  return found.map(({ sort }) => effectKey('case', caseId, sort.slice(sort.indexOf('#') + 1)));
}
