import type { UsedService } from '#shared/domain/outreach/call-out.ts';
import { cataloguedService } from '#shared/domain/outreach/catalogued-service.ts';
import { listBlobs, PART_ROWS, type TransactionList } from '#shared/domain/outreach/frame.ts';
import type {
  ListContext,
  ListedCall,
  ListIssue,
  ListRow,
  Place,
} from '#shared/domain/outreach/listed-call.ts';
import { type ReadRow, readRows } from '#shared/domain/outreach/read-rows.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { SeenRows } from './seen-rows.ts';
import { getRows, putIssues, putRows, type StoredTransaction } from './stored-rows.ts';
import { type ListDeps, updateList } from './transaction-lists.ts';

/** A byte of a piece. */
type Start = Pick<Place, 'piece' | 'byte'>;

export interface ReadingDeps extends ListDeps {
  readonly rules: Pick<Rules, 'services'>;
  /** Return the rows of a file in any of the formats of lists. */
  rowsOf(open: (from?: Start) => AsyncIterable<Uint8Array>, from?: Place): AsyncIterable<ListRow>;
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
  'workbook',
  'long-workbook',
  'encoding',
  'headings',
  'nothing',
] satisfies Ending[];
const isEnding = (fault: string): fault is Ending => ENDINGS.includes(fault);

/** Collects rows into parts, and stores them after the parts of earlier runs. */
class Parts<T> {
  readonly #put: (part: number, rows: readonly T[]) => Promise<void>;
  #rows: T[] = [];
  count: number;

  constructor(stored: number, put: (part: number, rows: readonly T[]) => Promise<void>) {
    this.#put = put;
    this.count = stored;
  }

  async add(row: T): Promise<void> {
    this.#rows.push(row);
    if (this.#rows.length === PART_ROWS) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#rows.length === 0) return;
    await this.#put(this.count, this.#rows);
    this.count += 1;
    this.#rows = [];
  }
}

/** Return the source of a list: its pieces from a byte of one of them. The first piece is fetched once. */
function sourceOf({ blobs }: ListDeps, { id, chunks }: TransactionList) {
  const fetched = async (number: number): Promise<Uint8Array> => {
    const piece = await blobs.get(listBlobs(id).chunk(number));
    if (piece === undefined) throw new Error(`list ${id}: piece ${number} of ${chunks} is missing`);
    return piece.bytes;
  };
  let first: Promise<Uint8Array> | undefined;
  return async function* ({ piece: from, byte }: Start = { piece: 0, byte: 0 }): AsyncGenerator<Uint8Array> {
    for (let number = from; number < chunks; number += 1) {
      first ??= fetched(0);
      const bytes = await (number === 0 ? first : fetched(number));
      yield number === from ? bytes.subarray(byte) : bytes;
    }
  };
}

/** A run ends after so many rows. A list with more is continued by the next run. */
const ROWS_AT_ONCE = 50_000;

/** Reads the rows of a list after those of earlier runs. */
class Reading {
  readonly #right: Parts<StoredTransaction>;
  readonly #wrong: Parts<ListIssue>;
  readonly seen = new SeenRows();
  readonly #catalogued: (row: ListedCall) => StoredTransaction;
  #rows: number;
  #good: number;
  #bad: number;

  constructor({ blobs, rules }: ReadingDeps, list: TransactionList) {
    const { id, parts, issueParts } = list;
    [this.#rows, this.#good, this.#bad] = [list.rows, list.good, list.bad];
    this.#catalogued = catalogue(rules.services);
    this.#right = new Parts(parts, (part, rows) => putRows(blobs, id, part, rows));
    this.#wrong = new Parts(issueParts, (part, rows) => putIssues(blobs, id, part, rows));
  }

  get rows(): number {
    return this.#rows;
  }

  async keep(read: ReadRow): Promise<void> {
    this.#rows += 1;
    if ('fault' in read) return this.#keepWrong(read);
    const transaction = this.#catalogued(read);
    if (this.seen.has(transaction))
      return this.#keepWrong({ line: read.line, fault: 'repeated', given: read.phone });
    this.#good += 1;
    return this.#right.add(transaction);
  }

  #keepWrong({ line, fault, given }: ListIssue): Promise<void> {
    this.#bad += 1;
    return this.#wrong.add({ line, fault, given });
  }

  /** Store what is left. Return the progress of the list. */
  async end() {
    await Promise.all([this.#right.flush(), this.#wrong.flush()]);
    const [rows, good, bad] = [this.#rows, this.#good, this.#bad];
    return { rows, good, bad, parts: this.#right.count, issueParts: this.#wrong.count };
  }
}

/**
 * Read a list that was received whole, and store its right and its faulty rows in parts. A run ends after some rows, so
 * that the progress is seen, and the list can be stopped or continued: the next run continues at the byte where this
 * one ended. A run that is interrupted is repeated, and stores the same parts again. Memory does not grow with the
 * rows, but for a few bytes each.
 */
export async function readTransactions(
  deps: ReadingDeps,
  list: TransactionList,
  { now, context, atOnce = ROWS_AT_ONCE }: { now: number; context: ListContext; atOnce?: number },
): Promise<TransactionList> {
  if (list.state !== 'reading') return list;
  const { id, by, place: from, runs = 0 } = list;
  const reading = new Reading(deps, list);
  for (let run = 0; run < runs; run += 1) {
    const seen = await deps.blobs.get(listBlobs(id).seen(run));
    if (seen) reading.seen.put(seen.bytes);
  }
  let ended: TransactionList['ended'];
  let place: Place | undefined;
  const rows = deps.rowsOf(sourceOf(deps, list), from);
  for await (const read of readRows(rows, context, from?.line)) {
    if ('fault' in read && isEnding(read.fault)) ended = { fault: read.fault, line: read.line };
    else await reading.keep(read);
    if (reading.rows >= list.rows + atOnce) place = read.next;
    if (ended || place) break;
  }
  const progress = await reading.end();
  const state = place ? 'reading' : 'read';
  if (place) await deps.blobs.put(listBlobs(id).seen(runs), reading.seen.take(), 'application/octet-stream');
  const step = `rows ${progress.rows} ${state}`;
  const after = await updateList(deps, id, { by, now, step }, (before) => {
    // Another run was faster, or the list was stopped.
    if (before?.state !== 'reading' || before.rows !== list.rows) return undefined;
    const { place: _, runs: __, ...rest } = before;
    return { ...rest, ...progress, state, ...(place && { place, runs: runs + 1 }), ...(ended && { ended }) };
  });
  if (after?.state === 'read') await removeRead(deps, list);
  return after ?? list;
}

/** Remove the pieces of a list that was read, and what only its reading needed. */
async function removeRead({ blobs }: ListDeps, { id, chunks, runs = 0 }: TransactionList): Promise<void> {
  const { chunk, seen } = listBlobs(id);
  const numbers = (count: number) => [...Array(count).keys()];
  await blobs.remove([...numbers(chunks).map(chunk), ...numbers(runs).map(seen)]);
}

/**
 * Iterate over the right rows of a list that was read.
 * @internal exported for tests
 */
export async function* storedRows(
  { blobs }: Pick<ListDeps, 'blobs'>,
  { id, parts }: TransactionList,
): AsyncGenerator<StoredTransaction> {
  for (let part = 0; part < parts; part += 1) yield* await getRows(blobs, id, part);
}
