import { createHash } from 'node:crypto';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Mailer, SentCopies } from '#shared/ports/mailer.ts';
import type { Clock } from '#shared/ports/outside.ts';
import { composeForSending } from '../mail/compose.ts';
import type { Database } from './sqlite-database.ts';

/** A mail in the outbox. `sentAt` is in epoch milliseconds. */
export interface SentMail {
  readonly id: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly sentAt: number;
}

/** Copies of sent mail are kept for this time. The proof that a mail was sent stays with its case. */
const KEPT = 400 * DAY;

export interface Outbox extends Mailer, SentCopies {
  /** Remove the copies whose time is over. Return their number. */
  removeExpired(): Promise<number>;
  /** Return the sent mails, newest first; with an id, those before that mail. */
  list(limit: number, before?: string): readonly SentMail[];
  /** Return a mail without its content. */
  find(id: string): SentMail | undefined;
  /** Return the mails whose Message-ID begins with a text, newest first. */
  withPrefix(messageId: string, limit: number): readonly SentMail[];
  /** Return the raw mail. */
  raw(id: string): Promise<Uint8Array | undefined>;
  /** Return the raw mail with a Message-ID. */
  rawOf(messageId: string): Promise<Uint8Array | undefined>;
}

/** Sorts after every text with the prefix before it. */
const LAST = '\u{10FFFF}';

const idOf = (messageId: string): string => createHash('sha256').update(messageId).digest('hex').slice(0, 32);

const mailOf = (row: Readonly<Record<string, unknown>>): SentMail => ({
  id: String(row.id),
  messageId: String(row.message_id),
  from: String(row.sender),
  to: JSON.parse(String(row.recipients)) as string[],
  subject: String(row.subject),
  sentAt: Number(row.sent_at),
});

/**
 * Store mail as rows of the database instead of sending it. It is on disk with the next shared commit, and
 * nothing stays in memory. A mail with the same Message-ID replaces the earlier one. The content is the last
 * column, so that lists do not read it.
 */
export function openOutbox(database: Database, clock: Clock): Outbox {
  const { sql } = database;
  database.read(() =>
    sql.exec(
      `CREATE TABLE IF NOT EXISTS sent_mails (
         id TEXT PRIMARY KEY, message_id TEXT NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL,
         subject TEXT NOT NULL, sent_at INTEGER NOT NULL, raw BLOB NOT NULL);
       CREATE INDEX IF NOT EXISTS sent_mails_newest ON sent_mails (sent_at);
       CREATE INDEX IF NOT EXISTS sent_mails_by_id ON sent_mails (message_id)`,
    ),
  );
  const put = sql.prepare('INSERT OR REPLACE INTO sent_mails VALUES (?, ?, ?, ?, ?, ?, ?)');
  const shown = 'SELECT id, message_id, sender, recipients, subject, sent_at FROM sent_mails';
  const newestFirst = 'ORDER BY sent_at DESC, rowid DESC LIMIT ?';
  const list = sql.prepare(`${shown} ${newestFirst}`);
  const listBefore = sql.prepare(
    `${shown} WHERE (sent_at, rowid) < (SELECT sent_at, rowid FROM sent_mails WHERE id = ?) ${newestFirst}`,
  );
  const find = sql.prepare(`${shown} WHERE id = ?`);
  const withPrefix = sql.prepare(`${shown} WHERE message_id >= ? AND message_id < ? ${newestFirst}`);
  const raw = sql.prepare('SELECT raw FROM sent_mails WHERE id = ?');
  const forget = sql.prepare('DELETE FROM sent_mails WHERE id = ?');
  const removeExpired = sql.prepare('DELETE FROM sent_mails WHERE sent_at < ?');
  const rawWith = (id: string) => database.read(() => raw.get(id))?.raw as Uint8Array | undefined;
  return {
    async send(mail) {
      const { messageId, subject } = mail;
      const { from, to, raw: bytes } = await composeForSending(mail);
      const sentAt = clock.now();
      await database.write(() => {
        put.run(idOf(messageId), messageId, from, JSON.stringify(to), subject, sentAt, bytes);
      });
      return {};
    },
    async forget(messageIds) {
      await database.write(() => {
        for (const messageId of messageIds) forget.run(idOf(messageId));
      });
    },
    removeExpired: () => database.write(() => Number(removeExpired.run(clock.now() - KEPT).changes)),
    list: (limit, before) =>
      database
        .read(() => (before === undefined ? list.all(limit) : listBefore.all(before, limit)))
        .map(mailOf),
    find(id) {
      const row = database.read(() => find.get(id));
      return row && mailOf(row);
    },
    withPrefix: (messageId, limit) =>
      database.read(() => withPrefix.all(messageId, messageId + LAST, limit)).map(mailOf),
    raw: async (id) => rawWith(id),
    rawOf: async (messageId) => rawWith(idOf(messageId)),
  };
}
