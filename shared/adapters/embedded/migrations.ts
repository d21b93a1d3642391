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

const UNKNOWN = '1970-01-01T00:00:00.000Z';
const ID = "substr(pk, instr(pk, '#') + 1)";
/** The end of a place: everything after its time and its id. Empty when the place has no entry of the list of work. */
const TAIL = `CASE instr(listSort, '#' || ${ID} || '#') WHEN 0 THEN ''
  ELSE substr(listSort, instr(listSort, '#' || ${ID} || '#') + length(${ID}) + 1) END`;
const CHANGE = `'${UNKNOWN}#' || ${ID} || '#0' || ${TAIL}`;
const PROMISED = "(listPartition GLOB '*#follow-up*' OR listPartition GLOB '*#investor*')";

/**
 * Places of open work were sorted by their timers, within a department. Their last change is not known. An expression
 * reads the columns as they were before its statement.
 */
const WORK_BY_CHANGE = `
  UPDATE items SET duePartition = 'ended-work', dueSort = ${CHANGE}
    WHERE sk = 'state' AND pk GLOB 'case#*' AND listPartition GLOB 'closed-cases#*';
  UPDATE items SET duePartition = 'ended-work', dueSort = '${UNKNOWN}#' || ${ID} || '#0'
    WHERE sk = 'state' AND pk GLOB 'case#*' AND json_extract(body, '$.erased') IS NOT NULL;
  UPDATE items SET duePartition = 'ended-work', dueSort = '${UNKNOWN}#' || ${ID} || '#0'
    WHERE sk = 'state' AND pk GLOB 'call-out#*' AND listPartition GLOB 'finished-calls-out#*' AND ${PROMISED};
  UPDATE items SET assigneePartition = 'promised-calls', assigneeSort = ${CHANGE},
      listSort = substr(listSort, 1, length(listSort) - length(${TAIL}))
    WHERE sk = 'state' AND pk GLOB 'call-out#*' AND listPartition GLOB 'calls-out#*' AND ${PROMISED};
  UPDATE items SET listSort = ${CHANGE},
      listPartition = 'work#' || substr(listPartition, length(rtrim(listPartition, '0123456789')) + 1)
    WHERE sk = 'state' AND pk GLOB 'case#*'
      AND (listPartition GLOB 'open-cases#*' OR listPartition GLOB 'resolved-cases#*');`;

const STATUS = "json_extract(body, '$.status')";
const TYPE = "json_extract(body, '$.type')";
/** The departments with an open request, as the place of the case names them. Null when there is none. */
const OWING = `(SELECT group_concat(department, ',') FROM (
  SELECT DISTINCT json_extract(value, '$.department') AS department FROM json_each(body, '$.requests')
    WHERE json_extract(value, '$.ended') IS NULL ORDER BY department))`;

/** Places of open work did not name the departments that owe an answer. */
const WORK_WITH_OWING = `UPDATE items
  SET listSort = replace(listSort, '#' || ${STATUS} || '#' || ${TYPE} || '#',
    '#' || ${STATUS} || '>' || ${OWING} || '#' || ${TYPE} || '#')
  WHERE sk = 'state' AND pk GLOB 'case#*' AND listPartition GLOB 'work#*' AND ${OWING} IS NOT NULL`;

/**
 * All steps since the first release, oldest first. Every release opens the folders of all earlier ones. Add a step
 * with every change after which the code cannot read the data that the code before it wrote: tables, items and
 * messages. Steps that were released never change.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    ...{ from: 7, to: 8, change: 'the places of work in the indexes are in the order of their last change' },
    run: (sql) => sql.exec(WORK_BY_CHANGE),
  },
  {
    ...{ from: 8, to: 9, change: 'the list of work names the departments that owe an answer' },
    // The rows of the list are built again from the cases at the start.
    run: (sql) => sql.exec(`${WORK_WITH_OWING}; DROP TABLE IF EXISTS work`),
  },
];

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
