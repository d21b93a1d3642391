import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '#shared/ports/store-error.ts';
import { lastVersion, MIGRATIONS, stepsFrom } from './migrations.ts';

/**
 * Version of the stored data: tables, items and messages. It follows from the migrations: a change after which the
 * code cannot read older data is a step in `migrations.ts`, because folders of released versions open in this one.
 */
export const DATA_VERSION = lastVersion(MIGRATIONS);

/** Return the data version of an open database. */
export const versionIn = (sql: DatabaseSync): number =>
  Number(sql.prepare('PRAGMA user_version').get()?.user_version);

/** Return why a file of another version cannot be used. */
export function otherVersion(path: string, written: number): StoreError {
  const versions = `data version ${written} instead of ${DATA_VERSION}`;
  if (written > DATA_VERSION)
    return new StoreError('newer', `database ${path}: a later version of Rida wrote it (${versions})`);
  const remedy = stepsFrom(written)
    ? 'start the centre on this folder once, which migrates it'
    : 'no migration leads to this version';
  return new StoreError(
    'older',
    `database ${path}: an earlier version of Rida wrote it (${versions}); ${remedy}`,
  );
}

/** Store this code's version in a new file. Reject a file of another version. */
export function checkVersion(path: string, sql: DatabaseSync): void {
  const written = versionIn(sql);
  if (written === DATA_VERSION) return;
  const isNew = written === 0 && sql.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  if (!isNew) throw otherVersion(path, written);
  sql.exec(`PRAGMA user_version = ${DATA_VERSION}`);
}

/** Reject a file of a version from which no step leads to this one. */
export function checkReachable(path: string, sql: DatabaseSync): void {
  const written = versionIn(sql);
  if (!stepsFrom(written)) throw otherVersion(path, written);
}
