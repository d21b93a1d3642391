import type { Case, WithheldAcknowledgement } from '#shared/domain/cases/case.ts';
import { subjectKey } from '#shared/domain/mail/subject-key.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import type { Clock } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { QuotaStore } from '#shared/ports/quota-store.ts';
import type { Store } from '#shared/ports/store.ts';

export interface HoldDeps {
  readonly store: Store;
  readonly clock: Clock;
  /** Counts the acknowledgements of all processes. */
  readonly quotas: QuotaStore;
}

/**
 * Why an acknowledgement is not sent now, and when it may be sent. `too-many`: to this address within a day.
 * `stopped`: the centre has sent too many repeated ones within an hour. `ping-pong`: the sender is a machine that
 * was not detected; it gets none later either.
 */
export interface HeldBack extends WithheldAcknowledgement {
  readonly outcome: 'too-many' | 'stopped' | 'ping-pong';
}

const PAGE = 25;
/**
 * The number of acknowledgements to one address under one subject within a day that only a machine causes.
 */
const EXCHANGES = 4;

/** Return the other cases of this address within the last day, newest first, up to a maximum. */
async function othersToday(
  { store }: HoldDeps,
  { id, beneficiary, openedAt }: Case,
  most: number,
): Promise<readonly string[]> {
  const others: string[] = [];
  for await (const entries of pagesOf((page) => store.entriesOfBeneficiary(beneficiary.id, page), PAGE)) {
    for (const other of entries) {
      if (openedAt - other.openedAt >= DAY) return others;
      if (other.openedAt < openedAt || (other.openedAt === openedAt && other.id < id)) others.push(other.id);
      if (others.length >= most) return others;
    }
  }
  return others;
}

/** Return whether earlier cases of the day have the same subject. */
async function isPingPong(deps: HoldDeps, supportCase: Case, most: number): Promise<boolean> {
  const earlier = await othersToday(deps, supportCase, most);
  if (earlier.length < EXCHANGES) return false;
  const key = subjectKey(supportCase.subject);
  const cases = await Promise.all(earlier.map((id) => deps.store.load('case', id, 0)));
  return cases.filter((one) => one && subjectKey(one.subject) === key).length >= EXCHANGES;
}

/**
 * Count an acknowledgement before it is sent. Return why it must not be sent; undefined when it may. Any number of
 * people get one in an hour: the limit of the centre counts only repeated ones to an address, which a machine
 * causes that changes its subject.
 */
export async function heldBack(
  deps: HoldDeps,
  rules: Rules,
  supportCase: Case,
): Promise<HeldBack | undefined> {
  const { id, beneficiary } = supportCase;
  const { acknowledgementsPerDay, acknowledgementsPerHour } = rules.desk;
  const now = deps.clock.now();
  const ofAddress = await deps.quotas.count(
    { name: `acknowledgements-to-${beneficiary.id}`, allowed: acknowledgementsPerDay, withinMs: DAY },
    id,
    now,
  );
  if (ofAddress.isAllowed && ofAddress.others === 0 && !isLate(supportCase, now)) return undefined;
  if (await isPingPong(deps, supportCase, acknowledgementsPerDay))
    return { outcome: 'ping-pong', reason: 'ping-pong' };
  if (!ofAddress.isAllowed) return { outcome: 'too-many', reason: 'address-limit', ...untilOf(ofAddress) };
  const ofCentre = await deps.quotas.count(
    { name: 'repeated-acknowledgements', allowed: acknowledgementsPerHour, withinMs: HOUR },
    id,
    now,
  );
  return ofCentre.isAllowed
    ? undefined
    : { outcome: 'stopped', reason: 'centre-limit', ...untilOf(ofCentre) };
}

const untilOf = ({ freeAt }: { readonly freeAt?: number }): { readonly until?: number } =>
  freeAt === undefined ? {} : { until: freeAt };

/** The acknowledgement was withheld before. The quota no longer knows what happened then. */
const isLate = ({ openedAt }: Case, now: number): boolean => now - openedAt >= HOUR;
