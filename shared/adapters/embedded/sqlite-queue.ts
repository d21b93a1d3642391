import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Database } from './sqlite-database.ts';

/** Maximum number of receives before a message moves to the dead-letter queue, as on AWS. */
const MAX_RECEIVES = 5;

export interface QueueMessage {
  readonly id: number;
  readonly body: string;
  /** The receive count, this receive included. */
  readonly receives: number;
}

/** A received message that is to be visible again. */
export interface Release {
  readonly id: number;
  readonly visibleAt: number;
  /** The receives that count from now on. */
  readonly receives: number;
}

/** Return the name of a queue's dead-letter queue. */
export const deadLetters = (queue: string): string => `${queue}-dlq`;

/** Create the table of messages. An earlier version of Rida wrote it without the columns of crashes. */
function createMessages(sql: DatabaseSync): void {
  sql.exec(
    `CREATE TABLE IF NOT EXISTS messages (
       id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL,
       visible_at INTEGER NOT NULL DEFAULT 0, receives INTEGER NOT NULL DEFAULT 0);
     CREATE INDEX IF NOT EXISTS messages_visible ON messages (queue, visible_at, id);
     CREATE INDEX IF NOT EXISTS messages_worn ON messages (queue, visible_at)
       WHERE receives >= ${MAX_RECEIVES}`,
  );
  const names = new Set(
    sql
      .prepare('PRAGMA table_info(messages)')
      .all()
      .map(({ name }) => name),
  );
  for (const column of ['is_taken', 'crashes'])
    if (!names.has(column)) sql.exec(`ALTER TABLE messages ADD COLUMN ${column} INTEGER NOT NULL DEFAULT 0`);
}

/**
 * Durable queues that behave like SQS: a received message is hidden until it is deleted, released or its
 * visibility timeout ends. After five receives it moves to `<queue>-dlq`, where its `visible_at` is that time.
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
  readonly #oneAfter: StatementSync;
  readonly #redrive: StatementSync;
  readonly #removeDead: StatementSync;

  constructor(database: Database) {
    this.#database = database;
    const { sql } = database;
    database.read(() => createMessages(sql));
    this.#add = sql.prepare('INSERT INTO messages (queue, body) VALUES (?, ?)');
    this.#visible = sql.prepare(
      'SELECT id, body, receives FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, id LIMIT ?',
    );
    this.#hide = sql.prepare(
      'UPDATE messages SET visible_at = ?, receives = receives + 1, is_taken = 1 WHERE id = ?',
    );
    this.#setAside = sql.prepare(
      `UPDATE messages SET queue = ?, visible_at = ?, receives = 0, is_taken = 0
       WHERE queue = ? AND visible_at <= ? AND receives >= ${MAX_RECEIVES}`,
    );
    this.#delete = sql.prepare('DELETE FROM messages WHERE id = ?');
    this.#release = sql.prepare(
      'UPDATE messages SET visible_at = ?, receives = ?, is_taken = 0 WHERE id = ?',
    );
    this.#depth = sql.prepare('SELECT count(*) AS depth FROM messages WHERE queue = ?');
    this.#oneAfter = sql.prepare('SELECT 1 FROM messages WHERE queue = ? LIMIT 1 OFFSET ?');
    this.#redrive = sql.prepare(
      'UPDATE messages SET queue = ?, visible_at = 0, receives = 0, is_taken = 0, crashes = 0 WHERE queue = ?',
    );
    this.#removeDead = sql.prepare(
      `DELETE FROM messages WHERE queue LIKE '%${deadLetters('')}' AND visible_at < ?`,
    );
  }

  /** Append messages to a queue. Resolve when they are on disk. */
  send(queue: string, bodies: readonly string[]): Promise<void> {
    return this.#database.write(() => {
      for (const body of bodies) this.#add.run(queue, body);
    });
  }

  /**
   * Receive up to `max` visible messages and hide them for `visibilityMs`: oldest first, and messages of
   * earlier attempts after them. The order is that of the index, so that a long queue costs no more than a
   * short one.
   */
  receive(queue: string, max: number, now: number, visibilityMs: number): Promise<QueueMessage[]> {
    return this.#database.write(() => {
      if (!queue.endsWith(deadLetters(''))) this.#setAside.run(deadLetters(queue), now, queue, now);
      return this.#visible.all(queue, now, max).map((row) => {
        const id = Number(row.id);
        this.#hide.run(now + visibilityMs, id);
        return { id, body: String(row.body), receives: Number(row.receives) + 1 };
      });
    });
  }

  /** Delete processed messages and release the others, in one transaction. It may be repeated. */
  settle(done: readonly number[], releases: readonly Release[] = []): Promise<void> {
    return this.#database.write(() => {
      for (const id of done) this.#delete.run(id);
      for (const { id, visibleAt, receives } of releases) this.#release.run(visibleAt, receives, id);
    });
  }

  /** Return the number of messages in a queue, hidden ones included. It counts them; for pages only. */
  depth(queue: string): number {
    return Number(this.#database.read(() => this.#depth.get(queue))?.depth ?? 0);
  }

  /** Whether a queue has no message, hidden ones included. It costs the same however many there are. */
  isEmpty(queue: string): boolean {
    return !this.hasMoreThan(queue, 0);
  }

  /** Whether a queue has more messages than a number, hidden ones included. It reads at most one more than that. */
  hasMoreThan(queue: string, messages: number): boolean {
    return this.#database.read(() => this.#oneAfter.get(queue, messages)) !== undefined;
  }

  /** Remove the dead letters that were set aside before an instant. Return their number. */
  removeDead(before: number): Promise<number> {
    return this.#database.write(() => Number(this.#removeDead.run(before).changes));
  }

  /** Move the dead letters of a queue back to it, with new receives. Return their number. */
  redrive(queue: string): Promise<number> {
    return this.#database.write(() => Number(this.#redrive.run(queue, deadLetters(queue)).changes));
  }
}
