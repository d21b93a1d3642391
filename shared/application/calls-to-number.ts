import type { CallPurpose } from '#events/vocabulary.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Talk } from '#shared/domain/outreach/one-call-back.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { CallOutListing, Store } from '#shared/ports/store.ts';
import { casesUnder, idsOfBeneficiary } from './person-of.ts';

const CALL_BACKS: readonly CallPurpose[] = ['follow-up', 'investor'];
/** Live callbacks are few dozens. Finished ones are read newest first. */
const MOST_LIVE = 500;
const MOST_FINISHED = 100;
const PAGE = 100;

async function listed(store: Store, purpose: CallPurpose, state: CallOutListing, most: number) {
  const found: CallOut[] = [];
  for await (const callsOut of pagesOf((page) => store.callsOut(purpose, state, page), PAGE)) {
    found.push(...callsOut);
    if (found.length >= most) break;
  }
  return found;
}

/** Return all callbacks that wait or ring. */
export const liveCallBacks = async (store: Store): Promise<readonly CallOut[]> =>
  (
    await Promise.all(CALL_BACKS.map((purpose) => listed(store, purpose, 'live', Number.POSITIVE_INFINITY)))
  ).flat();

/**
 * Return the callbacks to a number, live and recent, whichever case or person they were planned for, and the other
 * outgoing calls to the beneficiary.
 */
export async function callsToNumber(
  store: Store,
  { phone, beneficiaryId }: { readonly phone: string; readonly beneficiaryId: string },
): Promise<readonly CallOut[]> {
  const all = await Promise.all([
    ...CALL_BACKS.flatMap((purpose) => [
      listed(store, purpose, 'live', MOST_LIVE),
      listed(store, purpose, 'finished', MOST_FINISHED),
    ]),
    store.callsOutTo(beneficiaryId, { limit: PAGE }).then(({ items }) => items),
  ]);
  const byId = new Map(all.flat().map((callOut) => [callOut.id, callOut]));
  return [...byId.values()].filter((callOut) => callOut.phone === phone);
}

const NEWEST = 10;
/** Rida places its calls through the API. They are outgoing calls, not calls of the person. */
const PLACED_BY_RIDA = 'API';

/**
 * Return the newest calls about the cases of a beneficiary, except those that Rida placed. A call is listed when all
 * its reports are in, so a case that was opened by telephone and has no call yet belongs to one that may continue.
 */
export async function talksWith(store: Store, beneficiaryId: string): Promise<readonly Talk[]> {
  const ids = await idsOfBeneficiary(store, beneficiaryId);
  const cases = (await casesUnder(store, ids, NEWEST)).slice(0, NEWEST);
  const talks = await Promise.all(
    cases.map(async ({ id, channel, openedAt }): Promise<readonly Talk[]> => {
      const { items } = await store.callsAbout(id, { limit: NEWEST });
      if (items.length === 0 && channel === 'phone') return [{ startedAt: openedAt }];
      return items.map(callSummary).filter(({ initiationMethod }) => initiationMethod !== PLACED_BY_RIDA);
    }),
  );
  return talks.flat();
}
