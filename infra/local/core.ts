import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { fileBlobs } from '#shared/adapters/embedded/file-blobs.ts';
import { fileKey } from '#shared/adapters/embedded/file-key.ts';
import { type MovableClock, openMovableClock } from '#shared/adapters/embedded/movable-clock.ts';
import { type Outbox, openOutbox } from '#shared/adapters/embedded/outbox-mailer.ts';
import { type MessageOutbox, openMessageOutbox } from '#shared/adapters/embedded/outbox-messages.ts';
import { outboxSentMails } from '#shared/adapters/embedded/outbox-sent-mails.ts';
import { type PhoneExchange, phoneExchange } from '#shared/adapters/embedded/phone-exchange.ts';
import { plainFiles } from '#shared/adapters/embedded/plain-files.ts';
import { type SmtpRelay, smtpMailer } from '#shared/adapters/embedded/smtp-mailer.ts';
import { SqliteAccessLog } from '#shared/adapters/embedded/sqlite-access-log.ts';
import { type Database, openDatabase, quickCheck } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteDeskStore } from '#shared/adapters/embedded/sqlite-desk-store.ts';
import { SqliteDraftStore } from '#shared/adapters/embedded/sqlite-draft-store.ts';
import { SqliteFigureStore } from '#shared/adapters/embedded/sqlite-figure-store.ts';
import { SqliteQuotaStore } from '#shared/adapters/embedded/sqlite-quota-store.ts';
import {
  dropOtherIndex,
  markIndexBuilt,
  SqliteSearchIndex,
} from '#shared/adapters/embedded/sqlite-search-index.ts';
import { SqliteSettingsStore } from '#shared/adapters/embedded/sqlite-settings-store.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { httpMessages } from '#shared/adapters/http/http-messages.ts';
import { blobSentMails } from '#shared/adapters/mail/blob-sent-mails.ts';
import { cleanHtml } from '#shared/adapters/mail/clean-html.ts';
import { pacedMailer } from '#shared/adapters/mail/paced-mailer.ts';
import { createMailReader, type ThreadedReader } from '#shared/adapters/mail/parse-mail.ts';
import { restingMailer } from '#shared/adapters/mail/resting-mailer.ts';
import { threadedRasteriser } from '#shared/adapters/pictures/threaded-rasteriser.ts';
import { rebuildIndex } from '#shared/application/search/rebuild-index.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Logger } from '#shared/runtime/logger.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { departmentsEver } from '#shared/settings/departments-ever.ts';
import { logSettings } from '#shared/settings/log-settings.ts';
import { pastRules } from '#shared/settings/past-rules.ts';
import { rulesSource } from '#shared/settings/rules-source.ts';
import { LocalBus } from './bus/bus.ts';
import { notifyingStore } from './bus/notifying-store.ts';
import type { DataFolder } from './data-folder.ts';
import type { LocalPorts } from './functions.ts';
import { inboxTable, localInbox } from './mail/inbox-table.ts';
import type { KeptTable } from './mail/kept-table.ts';
import { type MailSpool, openMailSpool } from './mail/mail-spool.ts';
import { memorySemaphore } from './mail/memory-semaphore.ts';
import { LARGEST_MAIL } from './smtp.ts';
import { localBlobs } from './storage/local-blobs.ts';
import { checkKey, checkManifest, type Manifest, rejectForeign, writeManifest } from './storage/manifest.ts';
import { type Migrated, migrateFolder, removeOldCopies } from './storage/migrate-folder.ts';
import { rowBlobs } from './storage/row-blobs.ts';
import { type EndedSessions, endedSessions } from './web/ended-sessions.ts';

export interface CoreOptions {
  readonly folder: DataFolder;
  /** Validated settings that are merged over the shipped ones. */
  readonly overlay: Readonly<Record<string, unknown>>;
  /** The clock below the movable clock. */
  readonly below: Clock;
  readonly relay?: SmtpRelay;
  readonly logger: Logger;
  /** The key of the folder, when it is not in its file. */
  readonly key?: Uint8Array;
  /** How the database file is opened: synced to disk by default. */
  readonly openDatabase?: (path: string) => Database;
  /** How the reader of mails is opened: a thread of its own by default. */
  readonly openReader?: () => ThreadedReader;
  onError(error: unknown): void;
}

/** All adapters and queues of a centre, without its ports for mail and pages. */
export interface Core extends LocalPorts {
  readonly clock: MovableClock;
  readonly telephone: PhoneExchange;
  readonly messages: MessageOutbox;
  readonly spool: MailSpool;
  /** Mail for the administrator of the domain. */
  readonly kept: KeptTable;
  readonly endedSessions: EndedSessions;
  readonly bus: LocalBus;
  /** Remove the items and kept mails whose time is over. Return the number of items. */
  removeExpired(): Promise<number>;
  /** Build the search index if the folder has none, or one of another version. Return the number of cases. */
  prepareSearch(): Promise<number>;
  /** The folder was written by an earlier release and was migrated at this start. */
  readonly migrated?: Migrated;
  /** Mail that is stored instead of sent. Absent when a relay sends it. */
  readonly outbox?: Outbox;
  close(): Promise<void>;
}

/**
 * One thread reads several hundred mails per second. Each further thread uses as much memory as the rest of
 * the centre.
 */
const PARSER_THREADS = 1;

/** The bytes of raw mail in memory at a time: one mail of maximum size. */
const MAIL_ROOM = LARGEST_MAIL;

/** A typical rate limit of a relay, and how long a mail waits for its turn. */
const RELAY_PACE = { perSecond: 10, patienceMs: 60_000 };

/** The file in the data folder with the secret of the provider of text messages. An operator writes it. */
const MESSAGE_SECRET = 'message-secret';

/** The embedded adapters of a data folder, without the queues. */
export interface Adapters extends Omit<LocalPorts, 'publisher'> {
  readonly store: SqliteStore;
  readonly database: Database;
  readonly clock: MovableClock;
  readonly telephone: PhoneExchange;
  readonly messages: MessageOutbox;
  readonly spool: MailSpool;
  readonly kept: KeptTable;
  readonly endedSessions: EndedSessions;
  readonly outbox?: Outbox;
  readonly migrated?: Migrated;
  removeExpired(): Promise<number>;
  /** Build the search index if the folder has none, or one of another version. Return the number of cases. */
  prepareSearch(): Promise<number>;
  close(): Promise<void>;
}

/** Open the embedded adapters in a data folder. */
export async function openAdapters({
  folder,
  overlay,
  below,
  relay,
  logger,
  key: given,
  openDatabase: open = openDatabase,
  openReader = () => createMailReader({}, PARSER_THREADS),
}: Omit<CoreOptions, 'onError'>): Promise<Adapters> {
  const manifest = await checkManifest(folder, given);
  const migrated = await migrateFolder(folder, manifest, given);
  if (migrated)
    logger.info('data-migrated', 'The data folder of an earlier release was migrated.', {
      ...{ from: migrated.from, to: migrated.to },
    });
  const hadDatabase = existsSync(folder.in('rida.db'));
  const clock = await openMovableClock(folder.in('clock.json'), below);
  const sender = relay === undefined ? undefined : smtpMailer(relay);
  const relayed = sender && restingMailer(sender, clock);
  const database = open(folder.in('rida.db'));
  const key = await checkedKey({ folder, database, hadDatabase, manifest, given }).catch((error: unknown) => {
    database.close();
    throw error;
  });
  await writeManifest(folder, key, true);
  const rows = rowBlobs(database);
  const waiting = inboxTable(database, clock);
  const { kept } = waiting;
  const spool = await openMailSpool(folder.in('mail'), rows, waiting);
  const outbox = relay === undefined ? openOutbox(database, clock) : undefined;
  const secret = () => readFile(folder.in(MESSAGE_SECRET), 'utf8').catch(() => '');
  const sending = httpMessages({ secret: async () => (await secret()).trim() });
  const messages = openMessageOutbox(database, clock, sending);
  const store = new SqliteStore(database);
  const isSearchLost = dropOtherIndex(database);
  const search = new SqliteSearchIndex(database);
  const settings = new SqliteSettingsStore(database);
  const rules = rulesSource(settings, clock, defaultSettings, overlay, logSettings(logger));
  const gate = memorySemaphore(MAIL_ROOM);
  const reader = openReader();
  const mailer = outbox ?? (relayed && pacedMailer(relayed, RELAY_PACE));
  if (mailer === undefined) throw new Error('openAdapters needs an outbox or a relay');
  const blobs = localBlobs(spool, rows, fileBlobs(folder.in('blobs')));
  return {
    store,
    database,
    inbox: localInbox(waiting, spool),
    blobs,
    figures: new SqliteFigureStore(database),
    search,
    quotas: new SqliteQuotaStore(database),
    drafts: new SqliteDraftStore(database),
    desk: new SqliteDeskStore(database),
    accessLog: new SqliteAccessLog(database),
    rules,
    settings,
    pastRules: pastRules(rules),
    figureShards: 1,
    keys: hmacKeys(async () => key),
    clock,
    mailer,
    sentMails: outbox ? outboxSentMails(outbox, reader) : blobSentMails(blobs),
    rasteriser: threadedRasteriser(),
    exports: plainFiles(folder.in('export')),
    telephone: phoneExchange(() => clock.now()),
    messages,
    parseMail: reader.parseMail,
    cleanHtml,
    whenItFits: async (rawKey, work) => gate.run(await spool.size(rawKey), work),
    logger,
    spool,
    kept,
    endedSessions: endedSessions(database),
    async prepareSearch() {
      if (!isSearchLost) return 0;
      const cases = await rebuildIndex({ store, blobs, search }, await departmentsEver(rules));
      await markIndexBuilt(database);
      return cases;
    },
    async removeExpired() {
      const keys = kept.expired(clock.now());
      await spool.remove(keys);
      await kept.remove(keys);
      await outbox?.removeExpired();
      await messages.removeExpired();
      await removeOldCopies(folder, clock.now());
      const removed = await store.removeExpired(clock.now());
      database.compact();
      return removed;
    },
    ...(outbox && { outbox }),
    sentCopies: {
      async forget(tokens) {
        await outbox?.forget(tokens);
        await messages.forget(tokens);
      },
    },
    ...(migrated && { migrated }),
    async close() {
      await reader.close();
      sender?.close();
      database.close();
      // A folder that was removed while the centre ran is not made again.
      if (existsSync(folder.in('rida.db'))) await writeManifest(folder, key, false);
    },
  };
}

interface Opened {
  readonly folder: DataFolder;
  readonly database: Database;
  readonly hadDatabase: boolean;
  readonly manifest: Manifest | undefined;
  readonly given: Uint8Array | undefined;
}

/** Return the key of a folder, after the database and the key were checked. A new folder draws a key. */
async function checkedKey({ folder, database, hadDatabase, manifest, given }: Opened): Promise<Uint8Array> {
  if (hadDatabase) {
    rejectForeign(manifest);
    quickCheck(database);
  }
  const key = given ?? (await fileKey(folder.in('key'))());
  checkKey(key, manifest);
  return key;
}

/** Open the embedded adapters in a data folder, with the queues that work through them. */
export async function openCore({ onError, ...options }: CoreOptions): Promise<Core> {
  const { database, store, close, ...adapters } = await openAdapters(options);
  const bus = new LocalBus({ database, outbox: store, logger: options.logger, onError });
  return {
    ...adapters,
    store: notifyingStore(store, bus.committed),
    async removeExpired() {
      await bus.removeExpired();
      return adapters.removeExpired();
    },
    bus,
    publisher: bus.publisher,
    async close() {
      await bus.close();
      await close();
    },
  };
}
