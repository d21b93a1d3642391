import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Item } from '#shared/adapters/table/item.ts';
import { STATE } from '#shared/adapters/table/keys.ts';
import { stateItem, stateOf } from '#shared/adapters/table/state-item.ts';
import { workAt } from '#shared/adapters/table/work-sort.ts';
import type { WorkEntry } from '#shared/domain/work/work-entry.ts';
import {
  ASIDE_SHOWN_MS,
  type WorkCounts,
  type WorkOrder,
  type WorkPage,
  type WorkQuery,
} from '#shared/domain/work/work-query.ts';
import type { Database } from './sqlite-database.ts';

/** The columns of an entry, each like its field. */
const COLUMNS = [
  ...['id', 'kind', 'state', 'department', 'type', 'category', 'rank', 'language', 'status', 'assignee'],
  ...['dueAt', 'openedAt', 'endedAt'],
] as const;

/** The index contains every column, so that a page of the list reads nothing else. */
const DEFINITION = `CREATE TABLE work (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, department TEXT, type TEXT, category TEXT,
    rank INTEGER NOT NULL, language TEXT NOT NULL, status TEXT NOT NULL, assignee TEXT,
    dueAt INTEGER, openedAt INTEGER NOT NULL, endedAt INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX "work-by-state" ON work (state, rank, dueAt, openedAt, endedAt, kind, department, type, category,
    language, status, assignee)`;

const OVERDUE = 'dueAt < :now';
const TODAY = 'dueAt >= :now AND dueAt < :dayEndsAt';
const EQUAL = ['kind', 'department', 'type', 'category', 'rank', 'language', 'status'] as const;

const FIRST: Readonly<Record<WorkOrder, string>> = {
  urgency: `CASE WHEN ${OVERDUE} THEN 0 ELSE 1 END`,
  due: 'dueAt',
  opened: 'openedAt',
  priority: 'rank',
  department: 'department',
  status: 'status',
  assignee: 'assignee',
};
const REST = 'rank, dueAt IS NULL, dueAt, openedAt, id';

const orderOf = ({ order, state, isReversed }: WorkQuery): string => {
  const isByEnd = order === 'urgency' && state !== 'active';
  const first = isByEnd ? '-endedAt' : FIRST[order];
  return `(${first}) IS NULL, ${first} ${isReversed ? 'DESC' : 'ASC'}, ${REST}`;
};

/** Build the condition of a query and its values. Column names are constants, and every value is bound. */
function conditionOf(query: WorkQuery): {
  readonly where: string;
  readonly values: Record<string, SQLInputValue>;
} {
  const beside = query.state === 'active' ? query.beside : [];
  const states = beside.map((_, at) => `:beside${at}`).join(', ');
  const equal = EQUAL.filter((name) => query[name] !== undefined);
  const { assignee, due } = query;
  const parts = [
    beside.length === 0
      ? 'state = :state'
      : `(state = :state OR (state IN (${states}) AND kind = 'set-aside' AND endedAt >= :since))`,
    ...equal.map((name) => `${name} = :${name}`),
    ...(assignee === undefined ? [] : [assignee === null ? 'assignee IS NULL' : 'assignee = :assignee']),
    ...(due === undefined ? [] : [due === 'overdue' ? OVERDUE : TODAY]),
  ];
  return {
    where: parts.join(' AND '),
    values: {
      state: query.state,
      now: query.now,
      dayEndsAt: query.dayEndsAt,
      ...(beside.length > 0 && { since: query.now - ASIDE_SHOWN_MS }),
      ...Object.fromEntries(beside.map((state, at) => [`beside${at}`, state])),
      ...Object.fromEntries(equal.map((name) => [name, query[name] ?? null])),
      ...(typeof assignee === 'string' && { assignee }),
    },
  };
}

const entryOf = (row: Readonly<Record<string, SQLOutputValue>>): WorkEntry =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as WorkEntry;

/** The kinds of aggregates that are work. */
const KINDS = ['case', 'call-out'] as const;

const isWork = ({ pk, sk }: Item): boolean => sk === STATE && KINDS.some((kind) => pk.startsWith(`${kind}#`));

/** The list of work as rows, one for each case and promised call. */
export class SqliteWork {
  readonly #database: Database;
  readonly #put: StatementSync;
  readonly #remove: StatementSync;
  readonly #prepared = new Map<string, StatementSync>();

  /** Open the list. In a file without one, fill it from the states. */
  constructor(database: Database) {
    this.#database = database;
    const { sql } = database;
    const exists = database.read(() => sql.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'work'").get());
    if (exists === undefined) database.read(() => sql.exec(DEFINITION));
    this.#put = sql.prepare(
      `INSERT OR REPLACE INTO work (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
    );
    this.#remove = sql.prepare('DELETE FROM work WHERE id = ?');
    if (exists === undefined) database.read(() => this.#fill());
  }

  /** Keep the entry of a state, which is in its place in the list. Call it inside the write of the item. */
  keep(item: Item): void {
    if (!isWork(item)) return;
    const { pk, listSort } = item;
    const entry = typeof listSort === 'string' ? workAt({ pk, sort: listSort }) : undefined;
    if (entry === undefined) this.#remove.run(pk.slice(pk.indexOf('#') + 1));
    else this.#put.run(...COLUMNS.map((name) => entry[name] ?? null));
  }

  /** Return a page of work and the counts of all of it. */
  page(query: WorkQuery): WorkPage {
    const { where, values } = conditionOf(query);
    const list = `SELECT ${COLUMNS.join(', ')} FROM work WHERE ${where}
      ORDER BY ${orderOf(query)} LIMIT :limit OFFSET :offset`;
    const counts = `SELECT count(*) AS shown, coalesce(sum(${OVERDUE}), 0) AS overdue,
      coalesce(sum(${TODAY}), 0) AS today, count(*) - count(assignee) AS unassigned FROM work WHERE ${where}`;
    return this.#database.read(() => ({
      entries: this.#run(list, { ...values, limit: query.limit, offset: query.offset }).map(entryOf),
      counts: { ...this.#run(counts, values)[0] } as unknown as WorkCounts,
    }));
  }

  #run(text: string, values: Record<string, SQLInputValue>): Record<string, SQLOutputValue>[] {
    const statement = this.#prepared.get(text) ?? this.#database.sql.prepare(text);
    // One query uses some of the names that another one needs.
    statement.setAllowUnknownNamedParameters(true);
    this.#prepared.set(text, statement);
    return statement.all(values);
  }

  /** The places of an older file have no entries, so that they are built from the states. */
  #fill(): void {
    const states = this.#database.sql.prepare(
      "SELECT pk, sk, body FROM items WHERE sk = 'state' AND pk GLOB ?",
    );
    for (const kind of KINDS)
      for (const { pk, sk, body } of states.iterate(`${kind}#*`)) {
        const item = { ...(JSON.parse(String(body)) as object), pk: String(pk), sk: String(sk) };
        this.keep(stateItem(kind, stateOf<typeof kind>(item), 1));
      }
  }
}
