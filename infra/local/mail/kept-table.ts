import type { Database } from '#shared/adapters/embedded/sqlite-database.ts';
import { KEPT_MAIL_DAYS } from '#shared/domain/mail/help-address.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { KeptMail } from '#shared/ports/mail-inbox.ts';

/** The mails that are kept for the administrator of the domain. */
export interface KeptTable {
  /** Record a mail, and take it out of the inbox in the same commit. May be repeated. */
  keep(mail: KeptMail): Promise<void>;
  /** Return the newest mails. */
  list(most: number): readonly KeptMail[];
  find(rawKey: string): KeptMail | undefined;
  /** Return the keys of mails that were kept long enough. */
  expired(now: number): readonly string[];
  /** Forget mails: they were deleted, or became cases. */
  remove(rawKeys: readonly string[]): Promise<void>;
}

/** Open the table of mails for the administrator. */
export function keptTable(database: Database): KeptTable {
  const { sql } = database;
  database.read(() =>
    sql.exec(`CREATE TABLE IF NOT EXISTS kept_mail
      (key TEXT PRIMARY KEY, at INTEGER NOT NULL, sender TEXT, recipients TEXT NOT NULL) WITHOUT ROWID`),
  );
  const add = sql.prepare(
    'INSERT OR IGNORE INTO kept_mail (key, at, sender, recipients) VALUES (?, ?, ?, ?)',
  );
  const leave = sql.prepare('DELETE FROM inbox WHERE key = ?');
  const newest = sql.prepare('SELECT * FROM kept_mail ORDER BY at DESC, key LIMIT ?');
  const one = sql.prepare('SELECT * FROM kept_mail WHERE key = ?');
  const old = sql.prepare('SELECT key FROM kept_mail WHERE at < ?');
  const drop = sql.prepare('DELETE FROM kept_mail WHERE key = ?');
  const mailOf = ({ key, at, sender, recipients }: Record<string, unknown>): KeptMail => ({
    ...{ rawKey: String(key), receivedAt: Number(at) },
    ...{ envelopeFrom: sender === null ? null : String(sender), recipients: JSON.parse(String(recipients)) },
  });
  return {
    keep: ({ rawKey, receivedAt, envelopeFrom, recipients }) =>
      database.write(() => {
        add.run(rawKey, receivedAt, envelopeFrom, JSON.stringify(recipients));
        leave.run(rawKey);
      }),
    list: (most) => database.read(() => newest.all(most)).map(mailOf),
    find(rawKey) {
      const row = database.read(() => one.get(rawKey));
      return row && mailOf(row);
    },
    expired: (now) => database.read(() => old.all(now - KEPT_MAIL_DAYS * DAY)).map(({ key }) => String(key)),
    remove: (rawKeys) =>
      database.write(() => {
        for (const key of rawKeys) drop.run(key);
      }),
  };
}
