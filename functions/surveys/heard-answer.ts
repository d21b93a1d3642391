import type { EventsOf } from '#events/registry.ts';
import { becauseOf } from '#shared/application/because-of.ts';
import { remindOfOverdue } from '#shared/application/digests.ts';
import { type Answerer, hearAnswer } from '#shared/application/tasks/hear-answer.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { handlersOf } from '#shared/domain/cases/handlers-of.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { HeardAnswer } from '#shared/domain/tasks/recovery.ts';
import { answerAbout } from '#shared/domain/tasks/task.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';

export type AnswerEvent = EventsOf<'surveys/alert-supervisor'>;
type Answered = Extract<AnswerEvent, { type: 'rida.survey.answered.v1' }>;
type Rated = Extract<AnswerEvent, { type: 'rida.call.rated.v1' }>;
type Evaluated = Extract<AnswerEvent, { type: 'rida.call-out.finished.v1' }>;

/** The value of an answer, as one event reports it. */
export interface Value {
  readonly score?: number;
  readonly finished?: boolean;
  /** The value that it corrects. */
  readonly corrects?: { readonly score?: number; readonly finished?: boolean };
}

/** The key of "no" in a call. */
const NOT_FINISHED = 2;

const valueOfKeys = ({ satisfaction, finished }: Evaluated['data']['answers']): Value => ({
  ...(satisfaction !== undefined && { score: satisfaction }),
  ...(finished !== undefined && { finished: finished !== NOT_FINISHED }),
});

/** Return the value of an answer; undefined for a call with another purpose than an evaluation. */
export function answerValue(event: AnswerEvent): Value | undefined {
  switch (event.type) {
    case 'rida.survey.answered.v1': {
      const { score, finished, corrects } = event.data;
      return { score, finished, ...(corrects && { corrects }) };
    }
    case 'rida.call.rated.v1':
      return { score: event.data.score, finished: event.data.finished };
    case 'rida.call-out.finished.v1': {
      // The answers of other calls are answers about their case.
      if (event.data.purpose !== 'evaluation') return undefined;
      const { answers, from } = event.data;
      return { ...valueOfKeys(answers), ...(from && { corrects: valueOfKeys(from.answers) }) };
    }
  }
}

/**
 * Return true when somebody has to contact the person: a low score, or an unfinished matter that reopens no case. An
 * unfinished case is reopened, which is work of its own.
 */
export const needsRecovery = (
  { score, finished }: Value,
  { lowScore }: Rules['survey'],
  reopens: boolean,
): boolean => (score !== undefined && score <= lowScore) || (finished === false && !reopens);

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

interface Heard {
  readonly answerer: Answerer;
  readonly answer: Omit<HeardAnswer, 'isLow' | 'seen' | 'at' | 'score' | 'finished'>;
  readonly handlers: readonly string[];
}

const factsOf = ({ department, service }: Pick<Case, 'department' | 'service'>) => ({
  department,
  ...(service !== undefined && { service }),
});

function ofCase(event: Answered | Rated, supportCase: Case): Heard | undefined {
  const { id, beneficiary, erased, closing } = supportCase;
  // An erased case has no person to contact, and the sender of spam is not contacted.
  if (erased || closing?.reason === 'spam') return undefined;
  const base = { ...factsOf(supportCase), case: id };
  const more = { answerer: { beneficiaryId: beneficiary.id }, handlers: handlersOf(supportCase) };
  if (event.type === 'rida.call.rated.v1') {
    const { contactId } = event.data;
    return {
      ...more,
      answer: { ...base, about: answerAbout.call(contactId), source: 'call', call: contactId },
    };
  }
  const { invitation, mode, later, department } = event.data;
  const about = later
    ? answerAbout.later(id, invitation, event.subjectVersion)
    : answerAbout.case(id, invitation);
  // The department is that of the resolution.
  return { ...more, answer: { ...base, department, about, source: mode } };
}

async function ofEvaluation({ store }: Deps, rules: Rules, event: Evaluated): Promise<Heard | undefined> {
  const callOut = await store.load('call-out', event.subject, event.subjectVersion);
  if (!callOut || callOut.erasedAt !== undefined) return undefined;
  const { id, beneficiaryId, service, caseRef, week } = callOut;
  const used = service?.id === undefined ? undefined : rules.services.get(service.id);
  const about = caseRef ?? week?.case;
  const supportCase = about === undefined ? undefined : await store.load('case', about, 0);
  const callers = callOut.attempts.flatMap(({ by }) => by ?? []);
  return {
    answerer: { beneficiaryId },
    handlers: [...callers, ...(supportCase ? handlersOf(supportCase) : [])],
    answer: {
      ...{ about: answerAbout.callOut(id), source: 'evaluation', callOut: id },
      ...(used && { service: used.id, department: used.department }),
      ...(about !== undefined && { case: about }),
    },
  };
}

/** Return who answered and about what; undefined when no person can be contacted about it. */
async function heardOf(
  deps: Deps,
  rules: Rules,
  event: AnswerEvent,
  supportCase: Case | undefined,
): Promise<Heard | undefined> {
  if (event.type === 'rida.call-out.finished.v1') return ofEvaluation(deps, rules, event);
  if (supportCase) return ofCase(event, supportCase);
  if (event.type !== 'rida.call.rated.v1') return undefined;
  const { contactId, beneficiaryId } = event.data;
  const call = await deps.store.load('call', contactId, 0);
  return {
    answerer: beneficiaryId === undefined ? { contactId } : { beneficiaryId },
    handlers: call?.agent === undefined ? [] : [call.agent],
    answer: { about: answerAbout.call(contactId), source: 'call', call: contactId },
  };
}

/**
 * Make a dissatisfied answer the work of a supervisor, or end that work when the answer was corrected. Return the id of
 * the task, or undefined when there is none.
 */
export async function hearEvent(
  deps: Deps,
  rules: Rules,
  event: AnswerEvent,
  {
    value,
    isLow,
    supportCase,
  }: { readonly value: Value; readonly isLow: boolean; readonly supportCase?: Case | undefined },
): Promise<string | undefined> {
  const heard = await heardOf(deps, rules, event, supportCase);
  if (heard === undefined) return undefined;
  const { score, finished } = value;
  const { id } = await hearAnswer(deps.store, rules, {
    ...becauseOf(event, 'recovery', deps.clock),
    ...{ answerer: heard.answerer, handlers: heard.handlers },
    answer: {
      ...heard.answer,
      ...{ isLow, seen: event.subjectVersion, at: Date.parse(event.time) },
      ...(score !== undefined && { score }),
      ...(finished !== undefined && { finished }),
    },
  });
  // No event says that a task became overdue: the digest of the supervisor looks.
  if (isLow) await remindOfOverdue({ store: deps.store, rules, now: deps.clock.now() }, 'supervisor');
  return id;
}
