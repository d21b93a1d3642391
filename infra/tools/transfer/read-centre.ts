import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { consumerNames } from '#events/registry.ts';
import { isMailName } from '#infra/local/mail/mail-spool.ts';
import { checkDataFolder } from '#infra/local/storage/backup.ts';
import { ADMINISTRATOR, INBOX, PROCESSED } from '#shared/adapters/content-keys.ts';
import { fileBlobs } from '#shared/adapters/embedded/file-blobs.ts';
import { unlessMissing } from '#shared/adapters/embedded/missing-file.ts';
import { openMovableClock } from '#shared/adapters/embedded/movable-clock.ts';
import { type Database, openDatabaseToRead } from '#shared/adapters/embedded/sqlite-database.ts';
import { wholeTable } from '#shared/adapters/embedded/sqlite-items.ts';
import { deadLetters } from '#shared/adapters/embedded/sqlite-queue.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import type { Key } from '#shared/adapters/table/item.ts';
import { commitSort, kindNames, partitionOf } from '#shared/adapters/table/keys.ts';
import { Refusal } from '../tool-command.ts';
import type { Arrival, CentreData, StoredContent } from './centre-data.ts';
import { keyName } from './read-export.ts';

const MAIL_TYPE = 'message/rfc822';

type Row = Readonly<Record<string, unknown>>;

/** Whether the database has a table. A centre creates some tables only when it starts. */
const hasTable = ({ sql }: Database, name: string): boolean =>
  sql.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined;

function rows(database: Database, table: string, query: string): Row[] {
  return hasTable(database, table) ? database.read(() => database.sql.prepare(query).all()) : [];
}

interface Message {
  readonly queue: string;
  readonly body: string;
}

const eventSchema = z.object({ detail: z.object({ subject: z.string(), subjectVersion: z.int() }) });
const placeSchema = z.object({ kind: z.string(), id: z.string(), version: z.int() });

/**
 * Return the keys of the commits that a message is about. An event names its aggregate without its kind, so that
 * aggregates of several kinds with the same id are published again. Consumers detect repeated events.
 */
function commitsOf({ queue, body }: Message): Key[] {
  if (queue === 'relay/republish') {
    const { kind, id, version } = placeSchema.parse(JSON.parse(body));
    return [{ pk: partitionOf(kind, id), sk: commitSort(version) }];
  }
  const { subject, subjectVersion } = eventSchema.parse(JSON.parse(body)).detail;
  return kindNames.map((kind) => ({ pk: partitionOf(kind, subject), sk: commitSort(subjectVersion) }));
}

/** The queues whose messages are commits, or events of commits. */
const aboutCommits: ReadonlySet<string> = new Set([...consumerNames, 'relay/republish']);
/** The queues that a centre fills again from its data: received mails from the inbox, timers from the cases. */
const filledAgain: ReadonlySet<string> = new Set(['mail/mail-intake', 'sla/clock']);

/**
 * Return the messages about commits, with the dead letters.
 * @throws Refusal when reports of calls or of sent mail wait, which are in no other place
 */
function messagesOf(database: Database): Message[] {
  const found = rows(database, 'messages', 'SELECT queue, body FROM messages ORDER BY id').map((row) => ({
    queue: String(row.queue).replace(new RegExp(`${deadLetters('')}$`, 'u'), ''),
    isDead: String(row.queue).endsWith(deadLetters('')),
    body: String(row.body),
  }));
  const elsewhere = found.find(
    ({ queue, isDead }) => !isDead && !aboutCommits.has(queue) && !filledAgain.has(queue),
  );
  if (elsewhere)
    throw new Refusal(
      `messages wait in the queue ${elsewhere.queue}; start the centre until /queues is empty`,
    );
  return found.filter(({ queue }) => aboutCommits.has(queue));
}

function unpublishedIn(database: Database): Key[] {
  const relayed = rows(database, 'outbox', 'SELECT pk, sk FROM outbox ORDER BY seq').map(({ pk, sk }) => ({
    ...{ pk: String(pk), sk: String(sk) },
  }));
  const exists = database.sql.prepare('SELECT 1 FROM items WHERE pk = ? AND sk = ?');
  const queued = messagesOf(database)
    .flatMap(commitsOf)
    .filter(({ pk, sk }) => exists.get(pk, sk) !== undefined);
  return [...new Map([...relayed, ...queued].map((key) => [keyName(key), key])).values()];
}

interface Arrived {
  readonly prefix: string;
  readonly arrival: Arrival;
}

/** Return the mails that are not processed or are kept for the administrator, by their keys on one computer. */
function arrivalsOf(database: Database): ReadonlyMap<string, Arrived> {
  const kept = rows(database, 'kept_mail', 'SELECT * FROM kept_mail').map((row) => {
    const envelopeFrom = row.sender === null ? {} : { envelopeFrom: String(row.sender) };
    const recipients = JSON.parse(String(row.recipients)) as string[];
    const arrival = { at: Number(row.at), ...envelopeFrom, recipients };
    return [String(row.key), { prefix: ADMINISTRATOR, arrival }] as const;
  });
  const inbox = rows(database, 'inbox', 'SELECT key, at FROM inbox').map(
    (row) => [String(row.key), { prefix: INBOX, arrival: { at: Number(row.at) } }] as const,
  );
  return new Map<string, Arrived>([...kept, ...inbox]);
}

async function* contentsOf(database: Database, folder: string): AsyncGenerator<StoredContent> {
  const arrivals = arrivalsOf(database);
  const content = (key: string, contentType: string, bytes: Uint8Array): StoredContent => {
    const arrived = arrivals.get(key);
    if (!arrived) return { key, contentType, bytes };
    return {
      key: arrived.prefix + key.slice(PROCESSED.length),
      contentType,
      bytes,
      arrival: arrived.arrival,
    };
  };
  if (hasTable(database, 'blobs'))
    for (const row of database.sql.prepare('SELECT key, type, bytes FROM blobs ORDER BY key').iterate())
      yield content(String(row.key), String(row.type), row.bytes as Uint8Array);
  const mails = (await unlessMissing(readdir(join(folder, 'mail')))) ?? [];
  for (const name of mails.filter(isMailName).sort()) {
    // An erasure may remove a file in this moment.
    const bytes = await unlessMissing(readFile(join(folder, 'mail', name)));
    if (bytes) yield content(PROCESSED + name, MAIL_TYPE, bytes);
  }
  const files = fileBlobs(join(folder, 'blobs'));
  for (const key of await files.keys()) {
    const blob = await files.get(key);
    if (blob) yield content(key, blob.contentType, blob.bytes);
  }
}

/**
 * Open the data of a centre on one computer, also while it runs: everything is read as it is in one moment.
 * @throws StoreError when the folder is damaged
 */
export async function readCentre(folder: string): Promise<CentreData> {
  await checkDataFolder(folder);
  const database = openDatabaseToRead(join(folder, 'rida.db'));
  // One transaction: all reads see the same data.
  database.read(() => database.sql.exec('BEGIN'));
  const clock = await openMovableClock(join(folder, 'clock.json'), systemClock);
  return {
    key: await readFile(join(folder, 'key')),
    clockAheadMs: clock.ahead(),
    items: () => wholeTable(database),
    unpublished: async () => unpublishedIn(database),
    contents: () => contentsOf(database, folder),
    close: () => database.close(),
  };
}
