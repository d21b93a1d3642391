import type { Kind } from '#shared/ports/store.ts';
import { StoreError } from '../../ports/store-error.ts';

/** Build the error for a required version that is not committed yet. A later retry may find it. */
export const behind = (kind: Kind, id: string, version: number, atLeast: number): StoreError =>
  new StoreError('behind', `${kind} ${id} is at version ${version}, not yet at ${atLeast}`);
