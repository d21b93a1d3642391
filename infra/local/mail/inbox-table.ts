import type { Database } from '#shared/adapters/embedded/sqlite-database.ts';
import type { MailInbox, RawMail } from '#shared/ports/mail-inbox.ts';
import type { Clock } from '#shared/ports/outside.ts';

/** The inbox of this computer: which raw mails have not become anything yet. */
export interface InboxTable extends Omit<MailInbox, 'read'> {
  /** Notes a mail, on disk with whatever else is committed at the time. */
  arrived(rawKey: string): Promise<void>;
}

/** Opens the table of mails that wait. */
export function inboxTable(database: Database, clock: Clock): InboxTable {
  const { sql } = database;
  database.read(() =>
    sql.exec('CREATE TABLE IF NOT EXISTS inbox (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID'),
  );
  const add = sql.prepare('INSERT OR IGNORE INTO inbox (key, at) VALUES (?, ?)');
  const take = sql.prepare('DELETE FROM inbox WHERE key = ?');
  const list = sql.prepare('SELECT key, at FROM inbox WHERE at < ? ORDER BY at LIMIT ?');
  return {
    arrived: (rawKey) => {
      const at = clock.now();
      return database.write(() => void add.run(rawKey, at));
    },
    // Nobody waits for the disk here: a note that outlives a crash only makes the sweep look once more.
    async done(rawKey) {
      database.write(() => void take.run(rawKey)).catch(() => {});
    },
    waiting: async (before, most) =>
      database
        .read(() => list.all(before, most))
        .map(({ key, at }) => ({ rawKey: String(key), receivedAt: Number(at) })),
  };
}

/** The inbox over a spool; what is not in the spool any more was erased, and waits no longer. */
export const localInbox = (
  table: InboxTable,
  spool: { get(key: string): Promise<{ readonly bytes: Uint8Array } | undefined> },
): MailInbox => ({
  done: table.done,
  waiting: table.waiting,
  async read(rawKey): Promise<RawMail | undefined> {
    const found = await spool.get(rawKey);
    return found && { key: rawKey, bytes: found.bytes };
  },
});
