import type { ListContext, ListedCall, ListIssue, ListRow } from './listed-call.ts';
import { type ReadRow, readRows } from './read-rows.ts';

/** The calls of the right lines, and the faults of the others. */
export interface ReadList {
  readonly calls: readonly ListedCall[];
  readonly issues: readonly ListIssue[];
}

/** @internal exported for tests */
export const MOST_LISTED = 2000;

/** Keeps the rows of one list. */
class ListReader {
  readonly calls: ListedCall[] = [];
  readonly issues: ListIssue[] = [];
  readonly #seen = new Set<string>();
  #rows = 0;

  /** Keep a row. Return false when the rest of the list is not to be read. */
  keep({ next: _, ...read }: ReadRow): boolean {
    this.#rows += 1;
    if (this.#rows > MOST_LISTED) {
      this.calls.length = 0;
      this.issues.length = 0;
      this.issues.push({ line: 0, fault: 'too-many', given: '' });
      return false;
    }
    if ('fault' in read) this.issues.push(read);
    else if (this.#seen.has(read.phone))
      this.issues.push({ line: read.line, fault: 'repeated', given: read.phone });
    else {
      this.#seen.add(read.phone);
      this.calls.push(read);
    }
    return true;
  }
}

/**
 * Read a list of people to call, row by row: number, e-service, date and optional language, in the order of
 * the headings or in this order. A faulty row does not affect the others.
 */
export async function readList(rows: AsyncIterable<ListRow>, context: ListContext): Promise<ReadList> {
  const reader = new ListReader();
  for await (const read of readRows(rows, context)) if (!reader.keep(read)) break;
  return { calls: reader.calls, issues: reader.issues };
}
