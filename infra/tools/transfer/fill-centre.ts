import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inboxTable } from '#infra/local/mail/inbox-table.ts';
import { openMailSpool } from '#infra/local/mail/mail-spool.ts';
import { checkDataFolder } from '#infra/local/storage/backup.ts';
import { localBlobs } from '#infra/local/storage/local-blobs.ts';
import { writeManifest } from '#infra/local/storage/manifest.ts';
import { rowBlobs } from '#infra/local/storage/row-blobs.ts';
import { ADMINISTRATOR, INBOX, PROCESSED } from '#shared/adapters/content-keys.ts';
import { writeDurably } from '#shared/adapters/embedded/durable-file.ts';
import { fileBlobs } from '#shared/adapters/embedded/file-blobs.ts';
import { openDatabaseToFill } from '#shared/adapters/embedded/filled-database.ts';
import { openMovableClock } from '#shared/adapters/embedded/movable-clock.ts';
import { SqliteItems } from '#shared/adapters/embedded/sqlite-items.ts';
import { SqliteOutbox } from '#shared/adapters/embedded/sqlite-outbox.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import type { EmptyCentre, ExportFacts, StoredContent } from './centre-data.ts';

/**
 * Open a new data folder that an import fills. It becomes a centre with its last step: an interrupted import leaves a
 * folder that no centre opens.
 */
export async function fillCentre(folder: string): Promise<EmptyCentre> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const database = openDatabaseToFill(join(folder, 'rida.db'));
  const items = new SqliteItems(database);
  const outbox = new SqliteOutbox(database);
  const rows = rowBlobs(database);
  const inbox = inboxTable(database, systemClock);
  const spool = await openMailSpool(join(folder, 'mail'), rows, inbox);
  const blobs = localBlobs(spool, rows, fileBlobs(join(folder, 'blobs')));
  let facts: ExportFacts | undefined;
  let isOpen = true;
  const close = (): void => {
    if (isOpen) database.close();
    isOpen = false;
  };

  const addMail = async (
    prefix: string,
    { key: from, bytes, arrival = { at: Date.now() } }: StoredContent,
  ): Promise<void> => {
    const key = PROCESSED + from.slice(prefix.length);
    await spool.restore(key, bytes);
    if (prefix === INBOX) await inbox.arrived(key, arrival.at);
    if (prefix === ADMINISTRATOR)
      await inbox.kept.keep({
        ...{ rawKey: key, receivedAt: arrival.at },
        ...{ envelopeFrom: arrival.envelopeFrom ?? null, recipients: arrival.recipients ?? [] },
      });
  };

  return {
    atOnce: 1,
    async begin(given) {
      facts = given;
    },
    async addContent(content) {
      const prefix = [INBOX, ADMINISTRATOR, PROCESSED].find((one) => content.key.startsWith(one));
      if (prefix === undefined) await blobs.putOnce(content.key, content.bytes, content.contentType);
      else await addMail(prefix, content);
      return 'stored';
    },
    async addItem(item, isUnpublished) {
      return database.fill(() => {
        if (items.has(item)) return 'there';
        // This also fills the list of work, which is in no item.
        items.replace(item);
        if (isUnpublished) outbox.add(item);
        return 'stored';
      });
    },
    async finish() {
      if (!facts) throw new Error('finish before begin');
      const { key, clockAheadMs } = facts;
      close();
      await writeDurably(join(folder, 'key'), key);
      const clock = await openMovableClock(join(folder, 'clock.json'), systemClock);
      if (clockAheadMs > 0) await clock.advance(clockAheadMs);
      await writeManifest({ in: (...parts) => join(folder, ...parts) }, key, false);
      await checkDataFolder(folder);
    },
    close,
  };
}
