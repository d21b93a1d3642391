import type { Database } from '#shared/adapters/embedded/sqlite-database.ts';
import type { MailInbox, RawMail } from '#shared/ports/mail-inbox.ts';
import type { Clock } from '#shared/ports/outside.ts';
import { type KeptTable, keptTable } from './kept-table.ts';

/** The inbox of this computer: raw mails that are not processed yet. */
export interface InboxTable extends Omit<MailInbox, 'read' | 'keep'> {
  readonly kept: KeptTable;
  /** Record a mail that arrived now, or at an instant. The write is part of the next shared commit. */
  arrived(rawKey: string, at?: number): Promise<void>;
}

/** Open the table of unprocessed mails. */
export function inboxTable(database: Database, clock: Clock): InboxTable {
  const { sql } = database;
  database.read(() =>
    sql.exec('CREATE TABLE IF NOT EXISTS inbox (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID'),
  );
  const add = sql.prepare('INSERT OR IGNORE INTO inbox (key, at) VALUES (?, ?)');
  const take = sql.prepare('DELETE FROM inbox WHERE key = ?');
  const list = sql.prepare('SELECT key, at FROM inbox WHERE at < ? ORDER BY at LIMIT ?');
  return {
    kept: keptTable(database),
    arrived: (rawKey, at = clock.now()) => database.write(() => void add.run(rawKey, at)),
    // Not synced to disk: after a crash, a leftover row only makes the sweep check once more.
    async done(rawKey) {
      database.write(() => void take.run(rawKey)).catch(() => {});
    },
    waiting: async (before, most) =>
      database
        .read(() => list.all(before, most))
        .map(({ key, at }) => ({ rawKey: String(key), receivedAt: Number(at) })),
  };
}

/** Create the inbox over a spool. Mails that are no longer in the spool were erased and are not listed. */
export const localInbox = (
  table: InboxTable,
  spool: { get(key: string): Promise<{ readonly bytes: Uint8Array } | undefined> },
): MailInbox => ({
  done: table.done,
  keep: table.kept.keep,
  waiting: table.waiting,
  async read(rawKey): Promise<RawMail | undefined> {
    const found = await spool.get(rawKey);
    return found && { key: rawKey, bytes: found.bytes };
  },
});
