import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '#shared/ports/store-error.ts';

/** One change of the stored data, from a version to the next one. */
export interface Migration {
  readonly from: number;
  readonly to: number;
  /** One sentence about the change, for a person who reads the log. */
  readonly change: string;
  /** Carry the change out. All steps share one transaction, so that a failure changes nothing. */
  run(sql: DatabaseSync): void;
}

/** The data version of the first release, 1.0.0. No step leads from an earlier one. */
const FIRST_RELEASED_VERSION = 7;

/**
 * All steps since the first release, oldest first. Every release opens the folders of all earlier ones. Add a step
 * with every change after which the code cannot read the data that the code before it wrote: tables, items and
 * messages. Steps that were released never change.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** Return the version to which the last step leads. */
export const lastVersion = (migrations: readonly Migration[]): number =>
  migrations.at(-1)?.to ?? FIRST_RELEASED_VERSION;

/** Return the steps from a version to the last one, or undefined when one is missing. */
export function stepsFrom(
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
): readonly Migration[] | undefined {
  const first = migrations.findIndex(({ from }) => from === version);
  if (first < 0) return version === lastVersion(migrations) ? [] : undefined;
  const steps = migrations.slice(first);
  return steps.every(({ from }, at) => at === 0 || from === steps[at - 1]?.to) ? steps : undefined;
}

/**
 * Carry out steps in one transaction, together with the new version.
 * @throws StoreError `failed` that names the step. Then nothing was changed.
 */
export function runSteps(path: string, sql: DatabaseSync, steps: readonly Migration[]): void {
  sql.exec('BEGIN IMMEDIATE');
  for (const { from, to, run } of steps)
    try {
      run(sql);
      sql.exec(`PRAGMA user_version = ${to}`);
    } catch (cause) {
      if (sql.isTransaction) sql.exec('ROLLBACK');
      const reason = cause instanceof Error ? cause.message : String(cause);
      const step = `the migration from data version ${from} to ${to} failed`;
      throw new StoreError('failed', `database ${path}: ${step} (${reason}); nothing was changed`, { cause });
    }
  sql.exec('COMMIT');
}
