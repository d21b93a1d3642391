import type { Database } from '#shared/adapters/embedded/sqlite-database.ts';

/** The sessions that ended before their time: their users signed out. */
export interface EndedSessions {
  /** Record the end of a session that would be valid until an instant, and forget those that are over now. */
  end(id: string, until: number, now: number): Promise<void>;
  hasEnded(id: string): boolean;
}

/** Open the table of ended sessions. A session is in it until its cookie expires. */
export function endedSessions(database: Database): EndedSessions {
  const { sql } = database;
  database.read(() =>
    sql.exec(
      'CREATE TABLE IF NOT EXISTS ended_sessions (id TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID',
    ),
  );
  const add = sql.prepare('INSERT OR IGNORE INTO ended_sessions (id, until) VALUES (?, ?)');
  const find = sql.prepare('SELECT 1 FROM ended_sessions WHERE id = ?');
  const expire = sql.prepare('DELETE FROM ended_sessions WHERE until < ?');
  return {
    end: (id, until, now) =>
      database.write(() => {
        expire.run(now);
        add.run(id, until);
      }),
    hasEnded: (id) => database.read(() => find.get(id)) !== undefined,
  };
}
