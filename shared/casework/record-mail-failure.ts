import type { MailFailure } from '#events/vocabulary.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { execute } from './execute.ts';
import { prefer } from './prefer.ts';

/** A mail of ours that failed at one address, from whatever source it is known. */
export interface FailedMail {
  /** The case it was about. */
  readonly caseRef: string;
  /** Id of its effect on the case. */
  readonly message: string;
  readonly to: string;
  readonly reason: MailFailure;
  readonly permanent: boolean;
  readonly status?: string;
  readonly at: number;
}

export type FailureRecorded = 'recorded' | 'repeated' | 'no-case' | 'erased';

/**
 * Records on its case that a mail failed, once however often and by whatever way it is told. Who complained
 * gets neither surveys nor updates from then on.
 */
export async function recordMailFailure(
  { store, rules }: { store: Store; rules: Rules },
  failure: FailedMail,
  recordedAt: number,
): Promise<FailureRecorded> {
  const { caseRef, at, ...said } = failure;
  const { message, to, reason, permanent } = said;
  const kind = `${reason}:${permanent}`;
  const cause = causeId(`mail-failed:${caseRef}:${message}:${to.toLowerCase()}:${kind}`);
  const trace = { cause, at, recordedAt, correlationId: cause, causationId: cause };
  const done = await execute(
    { store, rules },
    { id: caseRef, command: { do: 'mail-failed', ...said }, by: 'rida', ...trace },
  );
  if (done.outcome === 'rejected') return done.rejection.rejected === 'erased' ? 'erased' : 'no-case';
  const { beneficiary } = done.case;
  if (reason === 'complained' && beneficiary.email?.toLowerCase() === to.toLowerCase())
    await prefer(store, beneficiary.id, {
      ...{ do: 'opt-out', of: ['surveys', 'updates'], cause, at, recordedAt },
    });
  return done.outcome === 'committed' ? 'recorded' : 'repeated';
}
