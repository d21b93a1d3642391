import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { changePlaceOf } from '#shared/adapters/table/change-place.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import { STATE } from '#shared/adapters/table/keys.ts';
import { stateItem, stateOf } from '#shared/adapters/table/state-item.ts';
import { WORK_AGGREGATES } from '#shared/adapters/table/work-kinds.ts';
import { changeAt } from '#shared/adapters/table/work-sort.ts';
import type { WorkEntry } from '#shared/domain/work-list/work-entry.ts';
import {
  ASIDE_SHOWN_MS,
  EQUAL_FILTERS,
  type WorkCounts,
  type WorkOrder,
  type WorkPage,
  type WorkQuery,
} from '#shared/domain/work-list/work-query.ts';
import type { Database } from './sqlite-database.ts';

/** The columns of an entry, each like its field. */
const COLUMNS = [
  ...['id', 'kind', 'state', 'department', 'type', 'category', 'rank', 'language', 'status', 'assignee'],
  ...['district', 'service', 'owing', 'dueAt', 'openedAt', 'endedAt'],
] as const;

/** The deadline of work without one. It is after all others, so that the index has the order of the list. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** The index has the usual order, and contains every column that a filter reads. */
const DEFINITION = `CREATE TABLE work (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, department TEXT, type TEXT, category TEXT,
    rank INTEGER NOT NULL, language TEXT NOT NULL, status TEXT NOT NULL, assignee TEXT,
    district TEXT, service TEXT, owing TEXT,
    dueAt INTEGER NOT NULL, openedAt INTEGER NOT NULL, endedAt INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX "work-by-state" ON work (state, rank, dueAt, openedAt, id, endedAt, kind, department, type, category,
    language, status, assignee, district, service, owing)`;

const OVERDUE = 'dueAt < :now';
const TODAY = 'dueAt >= :now AND dueAt < :dayEndsAt';
/** The order of the index. Every other order ends with it. */
const USUAL = 'rank, dueAt, openedAt, id';

const FIRST: Readonly<Record<Exclude<WorkOrder, 'urgency'>, string>> = {
  due: `nullif(dueAt, ${NEVER})`,
  opened: 'openedAt',
  priority: 'rank',
  department: 'department',
  status: 'status',
  assignee: 'assignee',
};

/** Departments are stored with commas between them. */
const asList = (value: string): string => `',' || ${value} || ','`;

/** A part of a list: its condition, and its order when it is not the usual one. */
interface Part {
  readonly where: string;
  readonly order?: string;
}

/** Return the parts of a list, one after the other. The overdue work and the rest each have the order of the index. */
function partsOf({ state, beside, order, isReversed }: WorkQuery): readonly Part[] {
  const besides = beside.map((_, at) => `:beside${at}`).join(', ');
  const aside = `state IN (${besides}) AND kind = 'set-aside' AND endedAt >= :since`;
  // Written so that one search of the index finds them all.
  const both = `state IN (:state, ${besides}) AND (state = :state OR (kind = 'set-aside' AND endedAt >= :since))`;
  const isActive = state === 'active';
  if (isActive && order === 'urgency') {
    const late = { where: `state = :state AND ${OVERDUE}` };
    const rest = { where: 'state = :state AND dueAt >= :now' };
    const others = beside.length > 0 ? [rest, { where: aside }] : [rest];
    return isReversed ? [...others, late] : [late, ...others];
  }
  const first = order === 'urgency' ? '-endedAt' : FIRST[order];
  return [
    {
      where: isActive && beside.length > 0 ? both : 'state = :state',
      order: `${first} IS NULL, ${first} ${isReversed ? 'DESC' : 'ASC'}, ${USUAL}`,
    },
  ];
}

/** Build the filters of a query and its values. Column names are constants, and every value is bound. */
function filtersOf(query: WorkQuery): {
  readonly filters: string;
  readonly values: Record<string, SQLInputValue>;
} {
  const equal = EQUAL_FILTERS.filter((name) => query[name] !== undefined);
  const { assignee, due, owing } = query;
  const parts = [
    ...equal.map((name) => `${name} = :${name}`),
    ...(assignee === undefined ? [] : [assignee === null ? 'assignee IS NULL' : 'assignee = :assignee']),
    ...(owing === undefined ? [] : [`instr(${asList('owing')}, ${asList(':owing')}) > 0`]),
    ...(due === undefined ? [] : [due === 'overdue' ? OVERDUE : TODAY]),
  ];
  return {
    filters: parts.map((part) => ` AND ${part}`).join(''),
    values: {
      ...{ state: query.state, now: query.now, dayEndsAt: query.dayEndsAt },
      since: query.now - ASIDE_SHOWN_MS,
      ...Object.fromEntries(query.beside.map((state, at) => [`beside${at}`, state])),
      ...Object.fromEntries(equal.map((name) => [name, query[name] ?? null])),
      ...(typeof assignee === 'string' && { assignee }),
      ...(owing !== undefined && { owing }),
    },
  };
}

const entryOf = ({ owing, ...row }: Readonly<Record<string, SQLOutputValue>>): WorkEntry =>
  ({
    ...Object.fromEntries(
      Object.entries(row).filter(([name, value]) => value !== null && !(name === 'dueAt' && value === NEVER)),
    ),
    ...(typeof owing === 'string' && { owing: owing.split(',') }),
  }) as unknown as WorkEntry;

function columnOf(entry: WorkEntry, name: (typeof COLUMNS)[number]): SQLInputValue {
  if (name === 'owing') return entry.owing?.join(',') ?? null;
  return entry[name] ?? (name === 'dueAt' ? NEVER : null);
}

const NOTHING: WorkCounts = { shown: 0, overdue: 0, today: 0, unassigned: 0 };
const sum = (a: WorkCounts, b: WorkCounts): WorkCounts => ({
  ...{ shown: a.shown + b.shown, overdue: a.overdue + b.overdue, today: a.today + b.today },
  unassigned: a.unassigned + b.unassigned,
});

const isWork = ({ pk, sk }: Item): boolean =>
  sk === STATE && WORK_AGGREGATES.some((kind) => pk.startsWith(`${kind}#`));

/** The list of work as rows, one for each case, promised call and task. */
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
    const changing = COLUMNS.filter((name) => name !== 'id');
    const names = changing.join(', ');
    const given = changing.map((name) => `excluded.${name}`).join(', ');
    // Most changes of a case change nothing that the list reads. They write nothing here.
    this.#put = sql.prepare(
      `INSERT INTO work (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
       ON CONFLICT (id) DO UPDATE SET (${names}) = (${given}) WHERE (${names}) IS NOT (${given})`,
    );
    this.#remove = sql.prepare('DELETE FROM work WHERE id = ?');
    if (exists === undefined) database.read(() => this.#fill());
  }

  /** Keep the entry of a state, which is in its place in the list. Call it inside the write of the item. */
  keep(item: Item): void {
    if (!isWork(item)) return;
    const { pk } = item;
    const place = changePlaceOf(item);
    const entry = place && changeAt({ pk, sort: place.sort }).entry;
    if (entry === undefined) this.#remove.run(pk.slice(pk.indexOf('#') + 1));
    else this.#put.run(...COLUMNS.map((name) => columnOf(entry, name)));
  }

  /** Return a page of work and the counts of all of it. */
  page(query: WorkQuery): WorkPage {
    const { filters, values } = filtersOf(query);
    const entries: WorkEntry[] = [];
    let all = NOTHING;
    let offset = query.offset;
    for (const { where, order = USUAL } of partsOf(query)) {
      const condition = `${where}${filters}`;
      const counts = this.#count(condition, values);
      const limit = query.limit - entries.length;
      // The ids are sorted without their other columns, which are read for the page only.
      const ids = `SELECT id FROM work WHERE ${condition} ORDER BY ${order} LIMIT :limit OFFSET :offset`;
      if (limit > 0 && offset < counts.shown)
        entries.push(...this.#entries(this.#run(ids, { ...values, limit, offset })));
      offset = Math.max(0, offset - counts.shown);
      all = sum(all, counts);
    }
    return { entries, counts: all };
  }

  /** Read the entries of ids, in their order. */
  #entries(ids: readonly Record<string, SQLOutputValue>[]): WorkEntry[] {
    const wanted = JSON.stringify(ids.map(({ id }) => id));
    const rows = this.#run(
      `SELECT ${COLUMNS.join(', ')} FROM work WHERE id IN (SELECT value FROM json_each(:wanted))`,
      { wanted },
    );
    const byId = new Map(rows.map((row) => [row.id, entryOf(row)]));
    return ids.flatMap(({ id }) => byId.get(id) ?? []);
  }

  #count(condition: string, values: Record<string, SQLInputValue>): WorkCounts {
    const counts = `SELECT count(*) AS shown, coalesce(sum(${OVERDUE}), 0) AS overdue,
      coalesce(sum(${TODAY}), 0) AS today, count(*) - count(assignee) AS unassigned FROM work WHERE ${condition}`;
    return { ...this.#run(counts, values)[0] } as unknown as WorkCounts;
  }

  #run(text: string, values: Record<string, SQLInputValue>): Record<string, SQLOutputValue>[] {
    const statement = this.#prepared.get(text) ?? this.#database.sql.prepare(text);
    // One query uses some of the names that another one needs.
    statement.setAllowUnknownNamedParameters(true);
    this.#prepared.set(text, statement);
    return this.#database.read(() => statement.all(values));
  }

  /** The places of an older file have no entries, so that they are built from the states. */
  #fill(): void {
    const states = this.#database.sql.prepare(
      "SELECT pk, sk, body FROM items WHERE sk = 'state' AND pk GLOB ?",
    );
    for (const kind of WORK_AGGREGATES)
      for (const { pk, sk, body } of states.iterate(`${kind}#*`)) {
        const item = { ...(JSON.parse(String(body)) as object), pk: String(pk), sk: String(sk) };
        this.keep(stateItem(kind, stateOf<typeof kind>(item), 1));
      }
  }
}
