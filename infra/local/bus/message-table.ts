import type { Database } from '#shared/adapters/embedded/sqlite-database.ts';
import { deadLetters } from '#shared/adapters/embedded/sqlite-queue.ts';

/** A message as the queue pages show it. */
export interface ShownMessage {
  readonly id: number;
  readonly body: string;
  readonly receives: number;
}

/** Operations on the message table for the start and the pages, beyond those of the queue port. */
export interface MessageTable {
  /** Make messages visible that the previous process had received. Their receive counts are kept. */
  showAll(): Promise<void>;
  /** Return the oldest dead letters of a queue. */
  deadLettersOf(queue: string, limit: number): readonly ShownMessage[];
}

/** Open the message table of a database whose queues exist. */
export function messageTable(database: Database): MessageTable {
  const show = database.sql.prepare(
    // A dead letter keeps the time at which it was set aside.
    `UPDATE messages SET visible_at = 0 WHERE visible_at > 0 AND queue NOT LIKE '%${deadLetters('')}'`,
  );
  const list = database.sql.prepare(
    'SELECT id, body, receives FROM messages WHERE queue = ? ORDER BY id LIMIT ?',
  );
  return {
    showAll: () =>
      database.write(() => {
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
