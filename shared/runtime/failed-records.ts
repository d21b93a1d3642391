import type { BlobStore } from '#shared/ports/outside.ts';
import type { SetAside } from './chain-kinesis.ts';

/** The prefix of records that the software could not read. Lambda stores records that failed beside it. */
const UNREADABLE = 'unreadable/';

/**
 * Store a record that cannot be read, in the form in which Lambda stores a failed batch: the key `payload` has
 * the event as text (Lambda developer guide, "Capturing discarded batches"). One command feeds both again.
 */
export const storeUnreadable =
  (blobs: Pick<BlobStore, 'put'>) =>
  async ({ record, reason }: SetAside): Promise<void> => {
    const text = JSON.stringify({ reason, payload: JSON.stringify({ Records: [record] }) });
    const key = `${UNREADABLE}${record.kinesis.sequenceNumber}.json`;
    await blobs.put(key, new TextEncoder().encode(text), 'application/json');
  };
