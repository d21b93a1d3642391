import type { SesMailEvent } from '#events/inbound/ses-mail-event.ts';
import { type FailureRecorded, recordMailFailure } from '#shared/application/record-mail-failure.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { failuresOf } from './feedback-of.ts';

export interface MailFeedbackDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
}

/** What was said of a mail, for the log. */
export interface MailFeedback {
  /** SES's name of it: `Bounce`, `Delivery` and so on. */
  readonly event: string;
  /** One an address that failed; empty for mail that arrived, waits, or is about no case. */
  readonly outcomes: readonly FailureRecorded[];
}

/**
 * Takes in what became of a mail we sent. A failure is recorded on its case; that a mail arrived is only
 * logged, because it happens to nearly all and would cost a write each.
 */
export async function recordMailFeedback(
  { store, rules, clock }: MailFeedbackDeps,
  event: SesMailEvent,
): Promise<MailFeedback> {
  const failures = failuresOf(event);
  const outcomes: FailureRecorded[] = [];
  for (const failure of failures) {
    const surroundings = { store, rules: await rules.current() };
    outcomes.push(await recordMailFailure(surroundings, failure, clock.now()));
  }
  return { event: event.detail.eventType, outcomes };
}
