import { execute } from '#shared/casework/execute.ts';
import { executeCall } from '#shared/casework/execute-call.ts';
import type { Clock, RulesSource, Telephone } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { DueItem } from './due-item.ts';

export interface ClockDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
  readonly telephone: Telephone;
}

/**
 * Something's timer came due: it is looked at as it is now, and what is due happens, each thing once.
 * The cause is the timer itself, so the same timer handed on twice commits once.
 */
export async function tick(deps: ClockDeps, { kind, id, dueAt }: DueItem): Promise<string> {
  const cause = causeId(`timer:${kind}:${id}:${dueAt}`);
  return kind === 'case' ? tickCase(deps, id, cause) : repairCall(deps, id, cause);
}

async function tickCase({ store, rules, clock }: ClockDeps, id: string, cause: string): Promise<string> {
  const now = clock.now();
  const known = await store.load('case', id, 0);
  if (!known || known.nextDueAt === undefined || known.nextDueAt > now) return 'not-due';
  const asksSurvey = known.survey?.state === 'planned' && known.survey.at <= now;
  const lastInvitedAt = asksSurvey ? await lastInvitation(store, known.beneficiary.id, id) : undefined;
  const done = await execute(
    { store, rules: await rules.current() },
    {
      id,
      command: { do: 'tick' },
      cause,
      by: 'rida',
      at: now,
      recordedAt: now,
      correlationId: cause,
      causationId: cause,
      ...(lastInvitedAt !== undefined && { lastInvitedAt }),
    },
  );
  return done.outcome;
}

/** When this beneficiary was last asked about any other case of theirs. */
async function lastInvitation(
  store: Store,
  beneficiary: string,
  except: string,
): Promise<number | undefined> {
  const { items } = await store.entriesOfBeneficiary(beneficiary, { limit: 20 });
  const others = items.filter(({ id }) => id !== except);
  const cases = await Promise.all(others.map(({ id }) => store.load('case', id, 0)));
  const asked = cases.flatMap((other) =>
    other?.survey?.state === 'invited' || other?.survey?.state === 'answered' ? [other.survey.at] : [],
  );
  return asked.length === 0 ? undefined : Math.max(...asked);
}

/** A call whose end never came: contact events are best effort, so the telephone system is asked. */
async function repairCall(
  { store, clock, telephone }: ClockDeps,
  id: string,
  cause: string,
): Promise<string> {
  const now = clock.now();
  const known = await store.load('call', id);
  if (!known || known.nextDueAt === undefined || known.nextDueAt > now) return 'not-due';
  const facts = known.endedAt === undefined ? await telephone.describe(id) : {};
  const { outcome } = await executeCall(store, {
    id,
    cause,
    at: now,
    recordedAt: now,
    facts: facts ?? { lost: true },
  });
  return outcome;
}
