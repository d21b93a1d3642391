import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { replaceKey, secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { type WholeTable, wholeTable } from '#shared/adapters/aws/whole-table.ts';
import { IMPORTED, isCommit } from '#shared/adapters/table/commit-item.ts';
import { importItem, importOf, isImport } from '#shared/adapters/table/import-item.ts';
import type { Key } from '#shared/adapters/table/item.ts';
import { importKey, retimingKey, shardsKey } from '#shared/adapters/table/keys.ts';
import { highestOf } from '#shared/adapters/table/shards-item.ts';
import { Refusal } from '../tool-command.ts';
import type { EmptyCentre, Stored } from './centre-data.ts';
import { bucketOf, closeDeployment, type Deployment } from './deployment.ts';

/** Requests in process at a time. The SDK repeats throttled ones. */
const AT_ONCE = 24;

const isShards = ({ pk }: Key): boolean => pk === shardsKey('').pk;

/** Items that a deployment writes by itself before any work. */
const isOfNewTable = (key: Key): boolean =>
  isShards(key) || (key.pk === retimingKey.pk && key.sk === retimingKey.sk);

/** Throw a refusal when the table has data that this import did not store. */
async function checkEmpty(table: WholeTable, name: string): Promise<void> {
  for await (const key of table.keys()) {
    if (isOfNewTable(key)) continue;
    const what = isImport(key) ? 'an import of another export' : `data (${key.pk.split('#')[0]})`;
    throw new Refusal(`table ${name}: it has ${what}; import into a new deployment`);
  }
}

/** Give the deployment the key of the export. */
async function giveKey({ secrets, secret }: Deployment, key: Uint8Array): Promise<void> {
  const current = await secretsKey(secrets, secret)();
  if (Buffer.compare(current, key) === 0) return;
  await replaceKey(secrets, secret, key);
}

/** Open a new deployment that an import fills. An interrupted import may be repeated. */
export function fillDeployment(deployment: Deployment): EmptyCentre {
  const table = wholeTable(deployment.dynamo, deployment.table);
  const stored = (isNew: boolean): Stored => (isNew ? 'stored' : 'there');
  let own: { readonly id: string; readonly startedAt: number } | undefined;
  return {
    atOnce: AT_ONCE,
    async begin({ id, key, clockAheadMs }) {
      if (clockAheadMs > 0)
        throw new Refusal(
          'the clock of this centre was moved forward for a trial; AWS has no such clock, and its data would be in the future',
        );
      const before = await table.get(importKey(id));
      const progress = before && importOf(before);
      if (progress?.finishedAt !== undefined)
        throw new Refusal(`table ${deployment.table}: this export was imported before`);
      if (!progress) await checkEmpty(table, deployment.table);
      own = { id, startedAt: progress?.startedAt ?? Date.now() };
      await table.replace(importItem(id, { startedAt: own.startedAt }));
      await giveKey(deployment, key);
    },
    async addContent({ key, bytes, contentType }) {
      return stored(await s3Blobs(deployment.s3, bucketOf(key, deployment)).putOnce(key, bytes, contentType));
    },
    async addItem(item, isUnpublished) {
      if (isShards(item)) {
        const present = await table.get(item);
        if (present && highestOf(present) >= highestOf(item)) return 'there';
        return stored(await table.replace(item));
      }
      const isPublished = isCommit(item) && !isUnpublished;
      return stored(await table.putOnce(isPublished ? { ...item, [IMPORTED]: true } : item));
    },
    async finish() {
      if (!own) throw new Error('finish before begin');
      const { id, startedAt } = own;
      await table.replace(importItem(id, { startedAt, finishedAt: Date.now() }));
    },
    close: () => closeDeployment(deployment),
  };
}
