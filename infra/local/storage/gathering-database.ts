import { Database, openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';

/** Milliseconds between the begins of two commits: two or three syncs of an ordinary disk. */
const APART_MS = 8;

/**
 * The database under load: a write after a quiet moment is committed at once, those that follow are
 * gathered, so that some hundred syncs a second carry whatever is asked for. SQLite works on the one
 * thread of the centre, and every sync holds it up.
 */
export class GatheringDatabase extends Database {
  #held: (() => void)[] = [];
  #last = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  override write<T>(job: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#held.push(() => {
        super.write(job).then(resolve, reject);
      });
      this.#timer ??= setTimeout(
        () => this.#release(),
        Math.max(0, this.#last + APART_MS - performance.now()),
      );
    });
  }

  override close(): void {
    this.#release();
    super.close();
  }

  /** Hands on what was held: asked for in one turn, it becomes one transaction. */
  #release(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#last = performance.now();
    for (const hand of this.#held.splice(0)) hand();
  }
}

/** Opens the database file of a centre. @throws StoreError saying in one line why it cannot */
export function openGatheringDatabase(path: string): Database {
  const { sql } = openDatabase(path);
  return new GatheringDatabase(path, sql);
}
