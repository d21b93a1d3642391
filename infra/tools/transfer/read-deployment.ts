import { bucketObjects } from '#shared/adapters/aws/bucket-objects.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { isTrial } from '#shared/adapters/aws/s3-inbox.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { wholeTable } from '#shared/adapters/aws/whole-table.ts';
import { ADMINISTRATOR, INBOX, RECORDED } from '#shared/adapters/content-keys.ts';
import { IMPORTED } from '#shared/adapters/table/commit-item.ts';
import { isImport } from '#shared/adapters/table/import-item.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import type { CentreData, StoredContent } from './centre-data.ts';
import { closeDeployment, type Deployment } from './deployment.ts';

async function* itemsOf({ dynamo, table }: Deployment): AsyncGenerator<Item> {
  for await (const item of wholeTable(dynamo, table).items()) {
    if (isImport(item)) continue;
    const { [IMPORTED]: _, ...own } = item;
    yield own as Item;
  }
}

/** Mails that arrived and were not moved to their cases. Only the time of their objects is known. */
const arriving = (key: string): boolean => [INBOX, ADMINISTRATOR].some((prefix) => key.startsWith(prefix));

async function* contentsOf({ s3, mailBucket, recordingsBucket }: Deployment): AsyncGenerator<StoredContent> {
  for (const [bucket, prefix] of [
    [mailBucket, ''],
    [recordingsBucket, `${RECORDED}/`],
  ] as const) {
    const blobs = s3Blobs(s3, bucket);
    for await (const { key, writtenAt } of bucketObjects(s3, bucket, prefix)) {
      // S3 consoles write empty objects for folders. An erasure may remove an object in this moment.
      const blob = isTrial(key) || key.endsWith('/') ? undefined : await blobs.get(key);
      if (!blob) continue;
      const arrival = arriving(key) && writtenAt !== undefined && { arrival: { at: writtenAt } };
      yield { key, ...blob, ...arrival };
    }
  }
}

/**
 * Open the data of a deployment. The table is read page by page, so that no call, mail or person may use the centre
 * during an export, and its queues must be empty.
 */
export async function readDeployment(deployment: Deployment): Promise<CentreData> {
  return {
    key: await secretsKey(deployment.secrets, deployment.secret)(),
    clockAheadMs: 0,
    items: () => itemsOf(deployment),
    unpublished: async () => [],
    contents: () => contentsOf(deployment),
    close: () => closeDeployment(deployment),
  };
}
