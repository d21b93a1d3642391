import type { UsedService } from '#shared/domain/outreach/call-out.ts';
import { cataloguedService } from '#shared/domain/outreach/catalogued-service.ts';
import { listBlobs, PART_ROWS, type TransactionList } from '#shared/domain/outreach/frame.ts';
import type { ListContext, ListedCall, ListIssue, ListRow } from '#shared/domain/outreach/listed-call.ts';
import { type ReadRow, readRows } from '#shared/domain/outreach/read-rows.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { getRows, putIssues, putRows, type StoredTransaction } from './stored-rows.ts';
import { type ListDeps, updateList } from './transaction-lists.ts';

export interface ReadingDeps extends ListDeps {
  readonly rules: Pick<Rules, 'services'>;
  /** Return the rows of a file in any of the formats of lists. */
  rowsOf(open: () => AsyncIterable<Uint8Array>): AsyncIterable<ListRow>;
}

/** The transactions of a list that were seen, to find repeated rows: exact, and a few bytes a row. */
class SeenRows {
  readonly #phones = new Map<string, Set<number>>();

  /** Return whether the person has a row with this service and day already. */
  has({ phone, service: { id, name, on } }: StoredTransaction): boolean {
    const key = `${on} ${id ?? name}`;
    const phones = this.#phones.get(key) ?? new Set();
    this.#phones.set(key, phones);
    const size = phones.size;
    // A number in E.164 has at most 15 digits, so that it is exact.
    phones.add(Number(phone.slice(1)));
    return phones.size === size;
  }
}

/** Finds the service of each row in the catalogue, each name once. */
function catalogue(services: Rules['services']) {
  const found = new Map<string, UsedService>();
  return ({ phone, service, language }: ListedCall): StoredTransaction => {
    const key = `${language} ${service.name}`;
    const catalogued = found.get(key) ?? cataloguedService(services, service, language);
    if (found.size < PART_ROWS) found.set(key, catalogued);
    return { phone, language, service: { ...catalogued, on: service.on } };
  };
}

/** Faults that end the reading of a list. */
type Ending = NonNullable<TransactionList['ended']>['fault'];
const ENDINGS: readonly string[] = [
  'quote',
  'workbook',
  'encoding',
  'json',
  'headings',
  'nothing',
] satisfies Ending[];
const isEnding = (fault: string): fault is Ending => ENDINGS.includes(fault);

/** Collects rows into parts, and stores the parts that are not stored yet. */
class Parts<T> {
  readonly #put: (part: number, rows: readonly T[]) => Promise<void>;
  readonly #stored: number;
  #rows: T[] = [];
  count = 0;

  constructor(stored: number, put: (part: number, rows: readonly T[]) => Promise<void>) {
    this.#stored = stored;
    this.#put = put;
  }

  async add(row: T): Promise<void> {
    this.#rows.push(row);
    if (this.#rows.length === PART_ROWS) await this.flush();
  }

  /** Store a part, unless an earlier run stored it. */
  async flush(): Promise<void> {
    if (this.#rows.length === 0) return;
    if (this.count >= this.#stored) await this.#put(this.count, this.#rows);
    this.count += 1;
    this.#rows = [];
  }
}

async function* piecesOf({ blobs }: ListDeps, { id, chunks }: TransactionList): AsyncGenerator<Uint8Array> {
  for (let number = 0; number < chunks; number += 1) {
    const piece = await blobs.get(listBlobs(id).chunk(number));
    if (piece === undefined) throw new Error(`list ${id}: piece ${number} of ${chunks} is missing`);
    yield piece.bytes;
  }
}

/** The number of new rows of one run. A list with more is continued by the next run. */
const ROWS_AT_ONCE = 200_000;

/** Reads a list from its beginning, and stores what earlier runs did not store. */
class Reading {
  readonly #right: Parts<StoredTransaction>;
  readonly #wrong: Parts<ListIssue>;
  readonly #seen = new SeenRows();
  readonly #catalogued: (row: ListedCall) => StoredTransaction;
  rows = 0;
  good = 0;
  bad = 0;

  constructor({ blobs, rules }: ReadingDeps, { id, parts, issueParts }: TransactionList) {
    this.#catalogued = catalogue(rules.services);
    this.#right = new Parts(parts, (part, rows) => putRows(blobs, id, part, rows));
    this.#wrong = new Parts(issueParts, (part, rows) => putIssues(blobs, id, part, rows));
  }

  async keep(read: ReadRow): Promise<void> {
    this.rows += 1;
    if ('fault' in read) return this.#keepWrong(read);
    const transaction = this.#catalogued(read);
    if (this.#seen.has(transaction))
      return this.#keepWrong({ line: read.line, fault: 'repeated', given: read.phone });
    this.good += 1;
    return this.#right.add(transaction);
  }

  #keepWrong(issue: ListIssue): Promise<void> {
    this.bad += 1;
    return this.#wrong.add(issue);
  }

  async end(): Promise<void> {
    await Promise.all([this.#right.flush(), this.#wrong.flush()]);
  }

  get progress() {
    const { rows, good, bad } = this;
    return { rows, good, bad, parts: this.#right.count, issueParts: this.#wrong.count };
  }
}

/**
 * Read a list that was received whole, and store its right and its faulty rows in parts. A run ends after some rows, so
 * that the progress is seen, and the list can be stopped or continued: the same rows give the same parts, and parts
 * that are stored are not stored again. Memory does not grow with the rows, but for a few bytes each.
 */
export async function readTransactions(
  deps: ReadingDeps,
  list: TransactionList,
  { now, context, atOnce = ROWS_AT_ONCE }: { now: number; context: ListContext; atOnce?: number },
): Promise<TransactionList> {
  if (list.state !== 'reading') return list;
  const { id, by } = list;
  const reading = new Reading(deps, list);
  let ended: TransactionList['ended'];
  let state: 'read' | 'reading' = 'read';
  for await (const read of readRows(
    deps.rowsOf(() => piecesOf(deps, list)),
    context,
  )) {
    if ('fault' in read && isEnding(read.fault)) ended = { fault: read.fault, line: read.line };
    else if (reading.rows >= list.rows + atOnce) state = 'reading';
    else await reading.keep(read);
    if (ended || state === 'reading') break;
  }
  if (state === 'read') await reading.end();
  const { progress } = reading;
  const step = `rows ${progress.rows} ${state}`;
  const after = await updateList(deps, id, { by, now, step }, (before) =>
    before?.state === 'reading' ? { ...before, ...progress, state, ...(ended && { ended }) } : undefined,
  );
  if (after?.state === 'read')
    await deps.blobs.remove(Array.from({ length: list.chunks }, (_, number) => listBlobs(id).chunk(number)));
  return after ?? list;
}

/** Iterate over the right rows of a list that was read. */
export async function* storedRows(
  { blobs }: Pick<ListDeps, 'blobs'>,
  { id, parts }: TransactionList,
): AsyncGenerator<StoredTransaction> {
  for (let part = 0; part < parts; part += 1) yield* await getRows(blobs, id, part);
}
