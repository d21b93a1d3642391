import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { IMPORTED, isCommit, recordOf } from '#shared/adapters/table/commit-item.ts';
import type { Item, Key } from '#shared/adapters/table/item.ts';
import type { CommitRecord } from '#shared/ports/store.ts';

/** A record of the table's stream. */
interface TableRecord {
  readonly eventName?: string;
  readonly dynamodb?: {
    readonly Keys?: object;
    readonly NewImage?: object;
    readonly SequenceNumber?: string;
  };
}

type Image = Record<string, AttributeValue>;

/**
 * Return the new commit in a record of the table's stream. Return undefined for other items of the table, and for a
 * commit that an import stored: its events were published before.
 */
export function streamCommit({
  eventName,
  dynamodb: { Keys, NewImage, SequenceNumber = '' } = {},
}: TableRecord): { readonly record: CommitRecord; readonly sequence: string } | undefined {
  if (eventName !== 'INSERT' || !Keys || !NewImage) return undefined;
  const key = unmarshall(Keys as Image) as Key;
  if (!isCommit(key) || IMPORTED in NewImage) return undefined;
  return { record: recordOf(key, () => unmarshall(NewImage as Image) as Item), sequence: SequenceNumber };
}
