import * as z from 'zod';
import { StoreError } from '../../ports/store-error.ts';

const place = z.string().min(1);

/** The sort value of the last item shown, unique in its index, as an opaque text. */
export const cursorOf = (sort: string): string => Buffer.from(JSON.stringify(sort)).toString('base64url');

/** The sort value a cursor stands for. Throws a StoreError when it is no cursor. */
export function sortOf(cursor: string): string {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw new StoreError('bad-cursor', 'the cursor is not one of this store', { cause });
  }
}
