import { readMessage } from '#shared/application/messages.ts';
import { wasSentAt } from '#shared/application/send-once.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { type Exchange, isAnsweringMachine } from '#shared/domain/mail/answering-machine.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { Store } from '#shared/ports/store.ts';

interface Deps {
  readonly store: Store;
  readonly blobs: BlobStore;
}

const PAGE = 25;
/** Cases of an address that are compared, the newest first. */
const MOST_CASES = 12;
/** An acknowledgement that is sent a day late may be answered, too. */
const WITHIN = 2 * DAY;

/** Return the other cases of the beneficiary around the same time that an acknowledgement is meant for. */
async function othersOf({ store }: Deps, { id, beneficiary, openedAt }: Case): Promise<readonly Case[]> {
  const ids: string[] = [];
  for await (const entries of pagesOf((page) => store.entriesOfBeneficiary(beneficiary.id, page), PAGE)) {
    for (const other of entries) if (other.id !== id) ids.push(other.id);
    if (ids.length >= MOST_CASES || entries.some((one) => openedAt - one.openedAt > WITHIN)) break;
  }
  const cases = await Promise.all(ids.slice(0, MOST_CASES).map((one) => store.load('case', one, 0)));
  return cases.filter(
    (one) =>
      one !== undefined &&
      openedAt - one.openedAt <= WITHIN &&
      one.beneficiary.authenticated &&
      one.automatic === undefined &&
      one.quarantine === undefined,
  ) as readonly Case[];
}

/** Return the text of the mail that opened a case. */
async function openingText({ store, blobs }: Deps, { id }: Case): Promise<string> {
  const [opening] = await store.newestCommits('case', id, { before: 2, limit: 1 });
  return (opening && (await readMessage(blobs, id, opening.cause))?.text) ?? '';
}

/**
 * Return true when the sender of a case is a machine that answers our acknowledgements. It then has nothing but
 * acknowledged cases: a machine waits for each acknowledgement, and a person who writes several mails does not.
 */
export async function isMachine(deps: Deps, supportCase: Case): Promise<boolean> {
  const others = await othersOf(deps, supportCase);
  const sent = await Promise.all(
    others.map(async (one) => ({ one, acknowledgedAt: await wasSentAt(deps, acknowledgementOf(one)) })),
  );
  const waits = ({ one, acknowledgedAt }: (typeof sent)[number]): boolean =>
    acknowledgedAt === undefined && one.withheldAcknowledgement?.reason !== 'ping-pong';
  if (sent.some(waits)) return false;
  const earlier = sent
    .filter(({ acknowledgedAt }) => acknowledgedAt !== undefined)
    .sort((a, b) => a.one.openedAt - b.one.openedAt);
  const exchangeOf = async (one: Case, acknowledgedAt?: number): Promise<Exchange> => ({
    ...{ subject: one.subject, openedAt: one.openedAt, acknowledgedAt },
    text: await openingText(deps, one),
  });
  return isAnsweringMachine(
    await exchangeOf(supportCase),
    await Promise.all(earlier.map(({ one, acknowledgedAt }) => exchangeOf(one, acknowledgedAt))),
  );
}

/** The key of the acknowledgement of a case. The case is part of it, so that it is sent once. */
export const acknowledgementOf = (supportCase: Case) => ({
  eventId: supportCase.id,
  what: 'acknowledgement' as const,
  case: supportCase,
  to: supportCase.beneficiary.email ?? '',
});
