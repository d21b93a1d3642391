import type { Database } from '#shared/adapters/embedded/sqlite-database.ts';
import { deadLetters } from '#shared/adapters/embedded/sqlite-queue.ts';

/** A message as a person looks at it. */
export interface ShownMessage {
  readonly id: number;
  readonly body: string;
  readonly receives: number;
}

/** What the start and the pages need of the messages' table beyond what a queue's users need. */
export interface MessageTable {
  /** Shows again what a stopped process had in hand; how often it was received still counts. */
  showAll(): Promise<void>;
  /** The oldest dead letters of a queue. */
  deadLettersOf(queue: string, limit: number): readonly ShownMessage[];
}

/** Reads the messages of a database whose queues were opened before. */
export function messageTable(database: Database): MessageTable {
  const show = database.sql.prepare('UPDATE messages SET visible_at = 0 WHERE visible_at > 0');
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
