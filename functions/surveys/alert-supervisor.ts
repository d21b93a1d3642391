import type { EventsOf } from '#events/registry.ts';
import { type Delivered, deliverOnce } from '#shared/application/deliver-once.ts';
import { type SendDeps, type Sent, sendOnce } from '#shared/application/send-once.ts';
import { ownMessageId } from '#shared/domain/mail/own-address.ts';
import { surveyRecovery } from '#shared/domain/mail/templates/survey-recovery.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { RulesSource } from '#shared/ports/outside.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface AlertSupervisorDeps extends SendDeps {
  readonly rules: RulesSource;
}

type Recovered = EventsOf<'surveys/alert-supervisor'>;
type Rated = Extract<Recovered, { type: 'rida.call.rated.v1' }>;

const WHAT = 'survey-recovery';

/** Alert about a case: the survey of its resolution, or the rating of a call about it. */
async function aboutCase(
  deps: AlertSupervisorDeps,
  rules: Rules,
  event: Recovered,
  reference: string,
  atLeast?: number,
): Promise<Sent> {
  const supportCase = await deps.store.load('case', reference, atLeast);
  if (!supportCase) throw new Error('the case of an event is not in the store');
  const { score, finished } = event.data;
  const { centre } = rules;
  const link = `${centre.publicUrl}/cases/${supportCase.id}`;
  const about = event.type === 'rida.call.rated.v1' ? 'call' : 'resolution';
  return sendOnce(deps, {
    eventId: event.id,
    what: WHAT,
    case: supportCase,
    rules,
    to: rules.audiences.supervisor,
    mail: surveyRecovery({ language: 'ar', about, reference: supportCase.id, score, finished, link, centre }),
    thread: 'staff',
    autoSubmitted: 'auto-generated',
  });
}

/** Alert about a call without a case; the mail links to the call record. */
function aboutCall(
  deps: AlertSupervisorDeps,
  { centre, audiences }: Rules,
  { id: eventId, data }: Rated,
): Promise<Delivered> {
  const { contactId, score, finished } = data;
  const to = audiences.supervisor;
  const effectId = causeId(`${eventId}#${WHAT}#${to}`);
  const link = `${centre.publicUrl}/calls/${contactId}`;
  return deliverOnce(deps, {
    about: { kind: 'call', id: contactId },
    ...{ effectId, what: WHAT, to },
    mail: surveyRecovery({ language: 'ar', about: 'call', score, finished, link, centre }),
    from: { name: centre.name.ar, address: centre.helpAddress },
    messageId: ownMessageId('call', effectId, centre.helpAddress.split('@')[1] ?? ''),
    references: [],
    autoSubmitted: 'auto-generated',
  });
}

/**
 * Alert the supervisor to a beneficiary who is dissatisfied or whose matter is not finished, so that staff
 * call back.
 */
export async function alertSupervisor(
  deps: AlertSupervisorDeps,
  event: Recovered,
): Promise<Sent | 'content'> {
  const rules = await deps.rules.current();
  const { score, finished } = event.data;
  if (finished && score > rules.survey.lowScore) return 'content';
  if (event.type === 'rida.survey.answered.v1')
    return aboutCase(deps, rules, event, event.subject, event.subjectVersion);
  const { caseRef } = event.data;
  return caseRef === undefined ? aboutCall(deps, rules, event) : aboutCase(deps, rules, event, caseRef);
}
