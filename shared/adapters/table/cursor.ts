import * as z from 'zod';
import { StoreError } from './store-error.ts';

/** A place in an index partition: the sort value and the item's partition key, which breaks ties. */
export interface Position {
  readonly sort: string;
  readonly pk: string;
}

const position = z.tuple([z.string(), z.string()]);

/** A position as an opaque text. */
export const cursorOf = ({ sort, pk }: Position): string =>
  Buffer.from(JSON.stringify([sort, pk])).toString('base64url');

/** The position a cursor stands for. Throws a StoreError when it is no cursor. */
export function positionOf(cursor: string): Position {
  try {
    const [sort, pk] = position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { sort, pk };
  } catch (cause) {
    throw new StoreError('bad-cursor', 'the cursor is not one of this store', { cause });
  }
}
