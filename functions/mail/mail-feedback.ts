import type { SesMailEvent } from '#events/inbound/ses-mail-event.ts';
import { type FailureRecorded, recordMailFailure } from '#shared/application/record-mail-failure.ts';
import { recordReportFailure } from '#shared/application/report-mails.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { failedMailsOf, failedStaffMailOf } from './feedback-of.ts';

export interface MailFeedbackDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
}

/** The processed event, for the log. */
export interface RecordedFeedback {
  /** The event type of SES: `Bounce`, `Delivery` and so on. */
  readonly event: string;
  /**
   * One outcome for each address that failed. Empty for delivered or delayed mail, and for mail that is neither about
   * a case nor a report of the figures.
   */
  readonly outcomes: readonly FailureRecorded[];
}

/**
 * Process an SES event of a sent mail. A failure is stored on its case. A delivery is only logged, because it
 * happens for nearly all mails and would cost a write each.
 */
export async function recordMailFeedback(
  { store, rules, clock }: MailFeedbackDeps,
  event: SesMailEvent,
): Promise<RecordedFeedback> {
  const failures = failedMailsOf(event);
  const outcomes: FailureRecorded[] = [];
  for (const failure of failures) {
    const surroundings = { store, rules: await rules.current() };
    outcomes.push(await recordMailFailure(surroundings, failure, clock.now()));
  }
  const toStaff = failedStaffMailOf(event);
  if (toStaff && (await recordReportFailure(store, toStaff))) outcomes.push('recorded');
  return { event: event.detail.eventType, outcomes };
}
