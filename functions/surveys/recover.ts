import { type SendDeps, type Sent, sendOnce } from '#shared/casework/send-once.ts';
import { surveyRecovery } from '#shared/domain/mail/templates/survey-recovery.ts';
import type { RulesSource } from '#shared/ports/outside.ts';
import type { EventsOf } from '#shared/runtime/chain-events.ts';

export interface RecoverDeps extends SendDeps {
  readonly rules: RulesSource;
}

/** Informs the supervisor of a beneficiary who is not satisfied or not done, so that somebody calls. */
export async function recover(
  deps: RecoverDeps,
  event: EventsOf<'surveys/recover'>,
): Promise<Sent | 'content'> {
  const rules = await deps.rules.current();
  const { score, finished } = event.data;
  if (finished && score > rules.survey.lowScore) return 'content';
  const known = await deps.store.load('case', event.subject, event.subjectVersion);
  if (!known) throw new Error('the case of an event is not in the store');
  const { centre } = rules;
  const link = `${centre.publicUrl}/cases/${known.id}`;
  return sendOnce(deps, {
    eventId: event.id,
    what: 'survey-recovery',
    case: known,
    rules,
    to: rules.audiences.supervisor,
    mail: surveyRecovery({ language: 'ar', reference: known.id, score, finished, link, centre }),
    thread: 'staff',
    autoSubmitted: 'auto-generated',
  });
}
