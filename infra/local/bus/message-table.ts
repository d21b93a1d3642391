import type { Database } from '#shared/adapters/embedded/sqlite-database.ts';
import { deadLetters } from '#shared/adapters/embedded/sqlite-queue.ts';

/** The number of crashes after which a message that was in process at each of them is set aside. */
const MOST_CRASHES = 20;

/** A message as the queue pages show it. */
export interface ShownMessage {
  readonly id: number;
  readonly body: string;
  readonly receives: number;
}

/** Operations on the message table for the start and the pages, beyond those of the queue port. */
export interface MessageTable {
  /**
   * Make messages visible that the previous process had received. A crash is not a failure of the messages in process,
   * so their receives do not count. A message that was in process at many crashes may be their cause and becomes a
   * dead letter.
   */
  showAll(): Promise<void>;
  /** Return the oldest dead letters of a queue. */
  deadLettersOf(queue: string, limit: number): readonly ShownMessage[];
}

/** Open the message table of a database whose queues exist. */
export function messageTable(database: Database): MessageTable {
  const crashed = database.sql.prepare(
    'UPDATE messages SET receives = receives - 1, crashes = crashes + 1 WHERE is_taken = 1',
  );
  const suspect = database.sql.prepare(
    `UPDATE messages SET queue = queue || '${deadLetters('')}', visible_at = ?, receives = 0, is_taken = 0, crashes = 0
     WHERE crashes >= ${MOST_CRASHES}`,
  );
  const show = database.sql.prepare(
    // A dead letter keeps the time at which it was set aside.
    `UPDATE messages SET visible_at = 0, is_taken = 0
     WHERE (visible_at > 0 OR is_taken = 1) AND queue NOT LIKE '%${deadLetters('')}'`,
  );
  const list = database.sql.prepare(
    'SELECT id, body, receives FROM messages WHERE queue = ? ORDER BY id LIMIT ?',
  );
  return {
    showAll: () =>
      database.write(() => {
        crashed.run();
        suspect.run(Date.now());
        show.run();
      }),
    deadLettersOf: (queue, limit) =>
      database
        .read(() => list.all(deadLetters(queue), limit))
        .map(({ id, body, receives }) => ({
          id: Number(id),
          body: String(body),
          receives: Number(receives),
        })),
  };
}
