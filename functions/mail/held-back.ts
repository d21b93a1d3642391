import type { Case, WithheldAcknowledgement } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import type { BlobStore, Clock } from '#shared/ports/outside.ts';
import type { QuotaStore } from '#shared/ports/quota-store.ts';
import type { Store } from '#shared/ports/store.ts';
import { isMachine } from './answered-sender.ts';

export interface HoldDeps {
  readonly store: Store;
  readonly blobs: BlobStore;
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
  // A withheld one was judged when its mail arrived. A machine would answer it with a new mail.
  const isLate = now - supportCase.openedAt >= HOUR;
  if (ofAddress.isAllowed && ofAddress.others === 0 && !isLate) return undefined;
  if (!isLate && (await isMachine(deps, supportCase))) return { outcome: 'ping-pong', reason: 'ping-pong' };
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
