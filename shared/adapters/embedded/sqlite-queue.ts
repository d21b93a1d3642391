import type { StatementSync } from 'node:sqlite';
import type { Database } from './sqlite-database.ts';

/** After this many receives without a delete a message is set aside, as the queues on AWS do it. */
const MAX_RECEIVES = 5;

export interface QueueMessage {
  readonly id: number;
  readonly body: string;
  /** How often it was received, this time included. */
  readonly receives: number;
}

/** The queue in which messages of a queue end that nobody could deal with. */
export const deadLetters = (queue: string): string => `${queue}-dlq`;

/**
 * Durable queues with the manners of SQS: a received message is hidden until it is deleted, released
 * or its visibility timeout ends; after five receives it goes to `<queue>-dlq`.
 */
export class SqliteQueue {
  readonly #database: Database;
  readonly #add: StatementSync;
  readonly #visible: StatementSync;
  readonly #hide: StatementSync;
  readonly #setAside: StatementSync;
  readonly #delete: StatementSync;
  readonly #release: StatementSync;
  readonly #depth: StatementSync;
  readonly #redrive: StatementSync;

  constructor(database: Database) {
    this.#database = database;
    const { sql } = database;
    database.read(() =>
      sql.exec(
        `CREATE TABLE IF NOT EXISTS messages (
           id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL,
           visible_at INTEGER NOT NULL DEFAULT 0, receives INTEGER NOT NULL DEFAULT 0);
         CREATE INDEX IF NOT EXISTS messages_visible ON messages (queue, visible_at, id);
         CREATE INDEX IF NOT EXISTS messages_worn ON messages (queue, visible_at)
           WHERE receives >= ${MAX_RECEIVES}`,
      ),
    );
    this.#add = sql.prepare('INSERT INTO messages (queue, body) VALUES (?, ?)');
    this.#visible = sql.prepare(
      'SELECT id, body, receives FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, id LIMIT ?',
    );
    this.#hide = sql.prepare('UPDATE messages SET visible_at = ?, receives = receives + 1 WHERE id = ?');
    this.#setAside = sql.prepare(
      `UPDATE messages SET queue = ?, visible_at = 0, receives = 0
       WHERE queue = ? AND visible_at <= ? AND receives >= ${MAX_RECEIVES}`,
    );
    this.#delete = sql.prepare('DELETE FROM messages WHERE id = ?');
    this.#release = sql.prepare('UPDATE messages SET visible_at = ? WHERE id = ?');
    this.#depth = sql.prepare('SELECT count(*) AS depth FROM messages WHERE queue = ?');
    this.#redrive = sql.prepare(
      'UPDATE messages SET queue = ?, visible_at = 0, receives = 0 WHERE queue = ?',
    );
  }

  /** Puts messages at the end of a queue; resolves once they are on disk. */
  send(queue: string, bodies: readonly string[]): Promise<void> {
    return this.#database.write(() => {
      for (const body of bodies) this.#add.run(queue, body);
    });
  }

  /**
   * Up to `max` visible messages, hidden from now on for `visibilityMs`: oldest first, and those tried before
   * after them. In the order of the index, so that a long queue costs no more than a short one.
   */
  receive(queue: string, max: number, now: number, visibilityMs: number): Promise<QueueMessage[]> {
    return this.#database.write(() => {
      if (!queue.endsWith(deadLetters(''))) this.#setAside.run(deadLetters(queue), queue, now);
      return this.#visible.all(queue, now, max).map((row) => {
        const id = Number(row.id);
        this.#hide.run(now + visibilityMs, id);
        return { id, body: String(row.body), receives: Number(row.receives) + 1 };
      });
    });
  }

  /** Removes messages that were dealt with. */
  delete(ids: readonly number[]): Promise<void> {
    return this.#database.write(() => {
      for (const id of ids) this.#delete.run(id);
    });
  }

  /** Shows messages again from an instant on, the receive still counted. */
  release(ids: readonly number[], visibleAt: number): Promise<void> {
    return this.#database.write(() => {
      for (const id of ids) this.#release.run(visibleAt, id);
    });
  }

  /** How many messages a queue holds, hidden ones included. */
  depth(queue: string): number {
    return Number(this.#database.read(() => this.#depth.get(queue))?.depth ?? 0);
  }

  /** Puts the dead letters of a queue back into it, for a new set of tries; how many there were. */
  redrive(queue: string): Promise<number> {
    return this.#database.write(() => Number(this.#redrive.run(queue, deadLetters(queue)).changes));
  }
}
