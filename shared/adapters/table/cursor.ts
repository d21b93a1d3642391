import * as z from 'zod';
import { StoreError } from '../../ports/store-error.ts';

const place = z.string().min(1);

/** Encode the sort value of the last shown item, which is unique in its index, as an opaque text. */
export const cursorOf = (sort: string): string => Buffer.from(JSON.stringify(sort)).toString('base64url');

/** Decode the sort value of a cursor. Throw a StoreError for an invalid cursor. */
export function sortOf(cursor: string): string {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw new StoreError('bad-cursor', 'the cursor is not one of this store', { cause });
  }
}
