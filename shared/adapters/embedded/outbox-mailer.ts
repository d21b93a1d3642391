import { createHash } from 'node:crypto';
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
  readonly sentAt: number;
}

export interface Outbox extends Mailer, SentCopies {
  /** Return the sent mails, newest first. */
  list(limit: number): readonly SentMail[];
  /** Return the raw mail. */
  raw(id: string): Promise<Uint8Array | undefined>;
}

const idOf = (messageId: string): string => createHash('sha256').update(messageId).digest('hex').slice(0, 32);

const mailOf = (row: Readonly<Record<string, unknown>>): SentMail => ({
  id: String(row.id),
  messageId: String(row.message_id),
  from: String(row.sender),
  to: JSON.parse(String(row.recipients)) as string[],
  sentAt: Number(row.sent_at),
});

/**
 * Store mail as rows of the database instead of sending it. It is on disk with the next shared commit, and
 * nothing stays in memory. A mail with the same Message-ID replaces the earlier one.
 */
export function openOutbox(database: Database, clock: Clock): Outbox {
  const { sql } = database;
  database.read(() =>
    sql.exec(
      `CREATE TABLE IF NOT EXISTS sent_mails (
         id TEXT PRIMARY KEY, message_id TEXT NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL,
         sent_at INTEGER NOT NULL, raw BLOB NOT NULL);
       CREATE INDEX IF NOT EXISTS sent_mails_newest ON sent_mails (sent_at)`,
    ),
  );
  const put = sql.prepare('INSERT OR REPLACE INTO sent_mails VALUES (?, ?, ?, ?, ?, ?)');
  const list = sql.prepare(
    `SELECT id, message_id, sender, recipients, sent_at FROM sent_mails
     ORDER BY sent_at DESC, rowid DESC LIMIT ?`,
  );
  const raw = sql.prepare('SELECT raw FROM sent_mails WHERE id = ?');
  const forget = sql.prepare('DELETE FROM sent_mails WHERE id = ?');
  return {
    async send(mail) {
      const { messageId } = mail;
      const { from, to, raw: bytes } = await composeForSending(mail);
      const sentAt = clock.now();
      await database.write(() => {
        put.run(idOf(messageId), messageId, from, JSON.stringify(to), sentAt, bytes);
      });
      return {};
    },
    async forget(messageIds) {
      await database.write(() => {
        for (const messageId of messageIds) forget.run(idOf(messageId));
      });
    },
    list: (limit) => database.read(() => list.all(limit)).map(mailOf),
    raw: async (id) => database.read(() => raw.get(id))?.raw as Uint8Array | undefined,
  };
}
