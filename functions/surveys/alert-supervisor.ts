import { type Delivered, deliverOnce } from '#shared/application/deliver-once.ts';
import { type SendDeps, type Sent, sendOnce } from '#shared/application/send-once.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { ownMessageId } from '#shared/domain/mail/own-address.ts';
import { type SurveyRecoveryValues, surveyRecovery } from '#shared/domain/mail/templates/survey-recovery.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { RulesSource } from '#shared/ports/outside.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { type AnswerEvent, answerValue, hearEvent, needsRecovery, type Value } from './heard-answer.ts';

export interface AlertSupervisorDeps extends SendDeps {
  readonly rules: RulesSource;
}

const WHAT = 'survey-recovery';

const ABOUT = {
  'rida.survey.answered.v1': 'resolution',
  'rida.call.rated.v1': 'call',
  'rida.call-out.finished.v1': 'evaluation',
} as const satisfies Record<AnswerEvent['type'], SurveyRecoveryValues['about']>;

interface Alert {
  readonly value: Value;
  /** The recovery of the person. Missing when the reopened case is the work. */
  readonly task: string | undefined;
}

const valuesOf = (
  event: AnswerEvent,
  { centre }: Rules,
  { value, task }: Alert,
  opens: 'case' | 'call',
  path: string,
): Omit<SurveyRecoveryValues, 'reference'> => ({
  ...{ language: 'ar', about: ABOUT[event.type], centre },
  ...{ score: value.score ?? null, finished: value.finished ?? true },
  opens: task === undefined ? opens : 'task',
  link: `${centre.publicUrl}${task === undefined ? path : `/quality/recovery/${task}`}`,
});

/** Alert about a case: the survey of its resolution, or the rating of a call about it. */
function aboutCase(
  deps: AlertSupervisorDeps,
  rules: Rules,
  event: AnswerEvent,
  supportCase: Case,
  alert: Alert,
): Promise<Sent> {
  const { id: reference } = supportCase;
  return sendOnce(deps, {
    eventId: event.id,
    what: WHAT,
    case: supportCase,
    rules,
    to: rules.audiences.supervisor,
    mail: surveyRecovery({ ...valuesOf(event, rules, alert, 'case', `/cases/${reference}`), reference }),
    thread: 'staff',
    autoSubmitted: 'auto-generated',
  });
}

/** Alert about a call, or an evaluation call, without a case. */
function aboutCall(
  deps: AlertSupervisorDeps,
  rules: Rules,
  event: Exclude<AnswerEvent, { type: 'rida.survey.answered.v1' }>,
  alert: Alert,
): Promise<Delivered> {
  const { centre, audiences } = rules;
  const kind = event.type === 'rida.call.rated.v1' ? 'call' : 'call-out';
  const { subject: id } = event;
  const to = audiences.supervisor;
  const effectId = causeId(`${event.id}#${WHAT}#${to}`);
  return deliverOnce(deps, {
    about: { kind, id },
    ...{ effectId, what: WHAT, to },
    mail: surveyRecovery(
      valuesOf(event, rules, alert, 'call', kind === 'call' ? `/calls/${id}` : '/calls-out'),
    ),
    from: { name: centre.name.ar, address: centre.helpAddress },
    messageId: ownMessageId('call', effectId, centre.helpAddress.split('@')[1] ?? ''),
    references: [],
    autoSubmitted: 'auto-generated',
  });
}

/** Load the case of an answer. A case that is named and missing is an error, because the event came after it. */
async function caseOf({ store }: AlertSupervisorDeps, event: AnswerEvent): Promise<Case | undefined> {
  const isOfCase = event.type === 'rida.survey.answered.v1';
  const reference = isOfCase ? event.subject : event.data.caseRef;
  if (reference === undefined) return undefined;
  const supportCase = await store.load('case', reference, isOfCase ? event.subjectVersion : undefined);
  if (!supportCase) throw new Error('the case of an event is not in the store');
  return supportCase;
}

/** An answer to the survey of a case in time reopens the case when the matter is not finished. */
const reopensCase = (event: AnswerEvent): boolean =>
  event.type === 'rida.survey.answered.v1' && !event.data.late && !event.data.later;

/**
 * Make a dissatisfied answer the work of a supervisor, who contacts the person, and mail them about it. An answer that
 * was corrected ends that work. An unfinished case is mailed too: it is reopened.
 */
export async function alertSupervisor(
  deps: AlertSupervisorDeps,
  event: AnswerEvent,
): Promise<Sent | 'content' | 'corrected'> {
  const rules = await deps.rules.current();
  const value = answerValue(event);
  if (value === undefined) return 'content';
  const reopens = reopensCase(event);
  const isLow = needsRecovery(value, rules.survey, reopens);
  const corrects = value.corrects && needsRecovery(value.corrects, rules.survey, reopens);
  if (!isLow && !corrects && value.finished !== false) return 'content';
  const supportCase = await caseOf(deps, event);
  const task =
    isLow || corrects ? await hearEvent(deps, rules, event, { value, isLow, supportCase }) : undefined;
  if (!isLow && value.finished !== false) return 'corrected';
  const alert = { value, task: isLow ? task : undefined };
  if (supportCase) return aboutCase(deps, rules, event, supportCase, alert);
  return event.type === 'rida.survey.answered.v1' ? 'content' : aboutCall(deps, rules, event, alert);
}
