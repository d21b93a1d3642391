import * as z from 'zod';
import { CALL_MARKS, type Call, type CallMark } from '#shared/domain/telephone/call.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { CallSpan, Page, Store } from '#shared/ports/store.ts';
import { StoreError } from '#shared/ports/store-error.ts';

/** The query of the list of calls. A value that cannot be parsed counts as absent. */
export const callsQuery = z.object({
  only: z.enum(CALL_MARKS).optional().catch(undefined),
  /** The list shows calls that began before this instant. */
  until: z.coerce.number().int().positive().max(8.64e15).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
export type CallsQuery = z.infer<typeof callsQuery>;

/** A page of a week's calls. */
export interface CallList {
  readonly from: number;
  readonly until: number;
  readonly only: CallMark | undefined;
  readonly calls: readonly Call[];
  /** Cursor of the next page within the week. */
  readonly next?: string;
}

const SHOWN = 25;
const WEEK = 7 * DAY;

async function pageOf(store: Store, span: CallSpan, after: string | undefined): Promise<Page<Call>> {
  try {
    return await store.calls(span, { limit: SHOWN, ...(after !== undefined && { cursor: after }) });
  } catch (error) {
    // A truncated or forged cursor starts at the beginning.
    if (after === undefined || !(error instanceof StoreError) || error.code !== 'bad-cursor') throw error;
    return store.calls(span, { limit: SHOWN });
  }
}

/** List the calls of the week before an instant, newest first. */
export async function listCalls(store: Store, query: CallsQuery, now: number): Promise<CallList> {
  const until = Math.min(query.until ?? now + 1, now + 1);
  const from = until - WEEK;
  const { only, after } = query;
  const { items, cursor } = await pageOf(store, { from, until, ...(only && { only }) }, after);
  return { from, until, only, calls: items, ...(cursor !== undefined && { next: cursor }) };
}
