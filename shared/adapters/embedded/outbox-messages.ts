import type { MessageProvider, TextMessage } from '#shared/domain/surveys/message-request.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { SentCopies } from '#shared/ports/mailer.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { TextMessages } from '#shared/ports/text-messages.ts';
import type { Database } from './sqlite-database.ts';

/** Messages are shown for so long. */
const KEPT_FOR = 30 * DAY;

/** A text message that was stored instead of sent. */
interface StoredMessage extends TextMessage {
  readonly at: number;
}

/** Text messages on one computer: sent by the provider of the settings, otherwise stored to be looked at. */
export interface MessageOutbox extends TextMessages, SentCopies {
  /** Return the newest stored messages. */
  list(most: number): readonly StoredMessage[];
  removeExpired(): Promise<void>;
}

/** Open the stored text messages of a data folder. */
export function openMessageOutbox(database: Database, clock: Clock, sending: TextMessages): MessageOutbox {
  const { sql } = database;
  database.read(() =>
    sql.exec(`CREATE TABLE IF NOT EXISTS text_message
      (id TEXT PRIMARY KEY, at INTEGER NOT NULL, recipient TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID`),
  );
  const add = sql.prepare('INSERT OR IGNORE INTO text_message (id, at, recipient, body) VALUES (?, ?, ?, ?)');
  const newest = sql.prepare('SELECT * FROM text_message ORDER BY at DESC, id LIMIT ?');
  const forget = sql.prepare('DELETE FROM text_message WHERE id = ?');
  const drop = sql.prepare('DELETE FROM text_message WHERE at < ?');
  return {
    async send(message: TextMessage, provider: MessageProvider | undefined) {
      if (provider !== undefined) return sending.send(message, provider);
      const { id, to, text } = message;
      await database.write(() => add.run(id, clock.now(), to, text));
    },
    list: (most) =>
      database
        .read(() => newest.all(most))
        .map(({ id, at, recipient, body }) => ({
          ...{ id: String(id), at: Number(at), to: String(recipient), text: String(body) },
        })),
    async forget(ids) {
      await database.write(() => {
        for (const id of ids) forget.run(id);
      });
    },
    removeExpired: () => database.write(() => void drop.run(clock.now() - KEPT_FOR)),
  };
}
