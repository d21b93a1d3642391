import type { Kind } from '#shared/ports/store.ts';
import { StoreError } from '../../ports/store-error.ts';

/** Somebody asked for a version that no commit has reached: a later try may find it. */
export const behind = (kind: Kind, id: string, version: number, atLeast: number): StoreError =>
  new StoreError('behind', `${kind} ${id} is at version ${version}, not yet at ${atLeast}`);
