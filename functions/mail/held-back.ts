import type { Case } from '#shared/domain/cases/case.ts';
import { subjectKey } from '#shared/domain/mail/subject-key.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { Store } from '#shared/ports/store.ts';

export interface HoldDeps {
  readonly store: Store;
}

/**
 * Why an acknowledgement is not sent: `too-many` to this address within a day, or `ping-pong` with a machine
 * that was not detected.
 */
export type HeldBack = 'too-many' | 'ping-pong';

const PAGE = 25;
/**
 * The number of acknowledgements to one address under one subject within a day that only a machine causes.
 */
const EXCHANGES = 4;

/**
 * Return the cases of this address within the last day that precede this one, newest first, up to a maximum.
 */
async function earlierToday(
  { store }: HoldDeps,
  { id, beneficiary, openedAt }: Case,
  most: number,
): Promise<readonly string[]> {
  const before: string[] = [];
  // Newest first: in a burst, many cases may be newer than this one.
  for await (const entries of pagesOf((page) => store.entriesOfBeneficiary(beneficiary.id, page), PAGE)) {
    for (const other of entries) {
      if (openedAt - other.openedAt >= DAY) return before;
      if (other.openedAt < openedAt || (other.openedAt === openedAt && other.id < id)) before.push(other.id);
      if (before.length >= most) return before;
    }
  }
  return before;
}

/**
 * Return whether earlier cases of the day have the same subject. The cases are read only if there are enough.
 */
async function isPingPong(
  { store }: HoldDeps,
  { subject }: Case,
  earlier: readonly string[],
): Promise<boolean> {
  if (earlier.length < EXCHANGES) return false;
  const key = subjectKey(subject);
  const cases = await Promise.all(earlier.map((id) => store.load('case', id, 0)));
  return cases.filter((one) => one && subjectKey(one.subject) === key).length >= EXCHANGES;
}

/**
 * Return why an acknowledgement must not be sent; undefined when it may be sent. The case stays in either
 * case.
 */
export async function heldBack(
  deps: HoldDeps,
  rules: Rules,
  supportCase: Case,
): Promise<HeldBack | undefined> {
  const { acknowledgementsPerDay: daily } = rules.desk;
  if (daily === 0) return 'too-many';
  const earlier = await earlierToday(deps, supportCase, daily);
  if (earlier.length >= daily) return 'too-many';
  return (await isPingPong(deps, supportCase, earlier)) ? 'ping-pong' : undefined;
}
