import type { EventsOf } from '#events/registry.ts';
import { type SendDeps, type Sent, sendOnce } from '#shared/application/send-once.ts';
import { surveyInvitation } from '#shared/domain/mail/templates/survey-invitation.ts';
import type { RulesSource } from '#shared/ports/outside.ts';

export interface InviteDeps extends SendDeps {
  readonly rules: RulesSource;
  /** Return the token of the one-time link for an invitation. */
  seal(ticket: { reference: string; invitation: string; expiresAt: number }): Promise<string>;
  /** Return the token of the link by which the beneficiary of a case unsubscribes from surveys. */
  sealUnsubscribe(reference: string): Promise<string>;
}

/** Mail a beneficiary the one-time link of a survey, unless they answered in the meantime. */
export async function invite(
  deps: InviteDeps,
  event: EventsOf<'surveys/invite'>,
): Promise<Sent | 'outdated' | 'beside-outcome'> {
  const supportCase = await deps.store.load('case', event.subject, event.subjectVersion);
  if (!supportCase) throw new Error('the case of an event is not in the store');
  const { survey, beneficiary, language, id: reference, type, confirmation } = supportCase;
  const { invitation } = event.data;
  if (survey?.state !== 'invited' || survey.invitation !== invitation || beneficiary.email === undefined) {
    return 'outdated';
  }
  // The message about the outcome carries the survey: there is one message at the end, not two.
  if (confirmation !== undefined && confirmation.state !== 'not-asked') return 'beside-outcome';
  const rules = await deps.rules.current();
  const { expiresAt } = survey;
  const token = await deps.seal({ reference, invitation, expiresAt });
  const { zone } = rules.desk.calendar.calendar;
  const link = `${rules.centre.publicUrl}/s/${token}`;
  const unsubscribe = `${rules.centre.publicUrl}/s/u/${await deps.sealUnsubscribe(reference)}`;
  return sendOnce(deps, {
    eventId: event.id,
    what: 'survey',
    case: supportCase,
    rules,
    to: beneficiary.email,
    mail: surveyInvitation({
      to: beneficiary,
      language,
      reference,
      type,
      link,
      expiresAt,
      zone,
      unsubscribe,
      centre: rules.centre,
    }),
    thread: 'beneficiary' as const,
    autoSubmitted: 'auto-generated',
    listUnsubscribe: unsubscribe,
  });
}
