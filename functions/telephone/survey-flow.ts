import * as z from 'zod';
import type { ConnectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { language as languageSchema } from '#events/vocabulary.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { askPerson, otherIdsOf, type Question } from '#shared/application/surveys/ask-person.ts';
import { hearAnswer } from '#shared/application/tasks/hear-answer.ts';
import { beneficiaryOfCall } from '#shared/application/telephone/open-call-case.ts';
import { isProvenCaller } from '#shared/application/telephone/proven-caller.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { updateAggregate } from '#shared/application/update-aggregate.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { invitationOf } from '#shared/domain/cases/decisions/survey.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import { answerAbout } from '#shared/domain/tasks/task.ts';
import { mayCaller } from '#shared/domain/telephone/caller-proof.ts';
import { readLine } from '#shared/domain/telephone/line.ts';
import { offerDispatch, type SurveyOffer, surveyOffer } from '#shared/domain/telephone/survey-offer.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import type { Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { FlowAnswer } from '#shared/runtime/lambda.ts';

export interface SurveyFlowDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly keys: Keys;
  readonly clock: Clock;
}

interface Asked {
  readonly callId: string;
  readonly number: string | null | undefined;
  readonly supportCase: Case | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  readonly rules: Rules;
  readonly now: number;
}

const ratingSchema = z.object({
  score: z
    .string()
    .transform(toLatinDigits)
    .pipe(z.enum(['1', '2', '3', '4', '5']))
    .transform(Number),
  finished: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
  language: languageSchema.catch('ar'),
});
type Rating = z.output<typeof ratingSchema>;

/**
 * Return the question at the end of a call, which is answered at once or never. A proven caller is the beneficiary of
 * the case under any number. Undefined for a withheld number without a case: it has no row.
 */
async function questionOf(
  keys: Keys,
  { id, phone }: { readonly id: string; readonly phone?: string },
  { callId, supportCase, now }: Asked,
): Promise<Question | undefined> {
  const { beneficiary } = supportCase ?? {};
  const ofCase = beneficiary ? [beneficiary.id, ...(await otherIdsOf(keys, beneficiary))] : [];
  const [beneficiaryId, ...also] = new Set([...(phone === undefined ? [] : [id]), ...ofCase]);
  if (beneficiaryId === undefined) return undefined;
  const about = invitationAbout.call(callId);
  return { beneficiaryId, also, channel: 'after-call', about, until: now };
}

/**
 * Return whether to ask the caller: `offer` is `true` or `false`, `about` is `case`, `call` or the reason for
 * no survey.
 */
async function offer({ store, keys }: SurveyFlowDeps, asked: Asked): Promise<FlowAnswer> {
  const { callId, number, supportCase, rules, now } = asked;
  const caller = await beneficiaryOfCall(keys, callId, number);
  const ending = { phone: caller.phone, supportCase };
  const decided = offerDispatch(ending, rules, now);
  const question = decided.do === 'ask' ? await questionOf(keys, caller, asked) : undefined;
  const person = question ? await askPerson(store, rules.survey, question, now) : 'asked';
  const offered = surveyOffer(ending, decided, person);
  await decidedOnCall(store, asked, offered);
  return 'about' in offered
    ? { offer: 'true', about: offered.about }
    : { offer: 'false', about: offered.not };
}

/** Record on the call, once, that its caller was asked, or why not. */
async function decidedOnCall(
  store: Store,
  { callId, supportCase, parameters, now }: Asked,
  offered: SurveyOffer,
): Promise<void> {
  const at = { at: now, recordedAt: now };
  await updateCall(store, {
    ...{ id: callId, cause: causeId(`flow:${callId}:survey`), ...at },
    facts: { line: readLine(parameters.line), ...(supportCase && { caseRef: supportCase.id }) },
  });
  const reason = 'not' in offered ? offered.not : undefined;
  await updateAggregate(
    store,
    { kind: 'call', id: callId, cause: causeId(`survey-decided:${callId}`), by: 'rida', ...at },
    (state) =>
      state && {
        state,
        events: [
          {
            type: 'rida.call.survey-decided.v1',
            data: {
              contactId: callId,
              ...(reason !== undefined && { reason }),
              ...(supportCase && { caseRef: supportCase.id }),
            },
          },
        ],
      },
  );
}

/** Store the answer to the survey of the resolution. Return false when there is no open survey. */
async function answerCase(
  { store }: SurveyFlowDeps,
  { callId, supportCase, rules, now }: Asked,
  { score, finished, language }: Rating,
): Promise<boolean> {
  if (!supportCase) return false;
  const invitation = invitationOf(supportCase);
  const done = await handleCommand(
    { store, rules },
    {
      ...{ id: supportCase.id, cause: causeId(`survey:call:${callId}`), by: 'beneficiary' },
      command: { do: 'answer-survey', mode: 'phone', invitation, score, finished, language },
      ...{ at: now, recordedAt: now, correlationId: callId, causationId: callId },
    },
  );
  return done.outcome !== 'rejected';
}

/**
 * Keep the number of a dissatisfied caller whose call is about no case, so that somebody can call back. The event of
 * the rating has no number.
 */
async function keepNumber(
  { store }: SurveyFlowDeps,
  { callId, rules, now }: Asked,
  { score, finished }: Rating,
  { id: beneficiaryId, phone, seen }: { readonly id: string; readonly phone: string; readonly seen: number },
): Promise<void> {
  await hearAnswer(store, rules, {
    ...{ cause: causeId(`recovery:call:${callId}`), at: now, recordedAt: now, correlationId: callId },
    ...{ answerer: { beneficiaryId }, handlers: [] },
    answer: {
      ...{ about: answerAbout.call(callId), source: 'call', call: callId, isLow: true },
      ...{ phone, seen, at: now, score, finished },
    },
  });
}

/** Store the rating of the call, once. */
async function rateCall(deps: SurveyFlowDeps, asked: Asked, rating: Rating): Promise<void> {
  const { store, keys } = deps;
  const { callId, supportCase, rules, now } = asked;
  const { score, finished, language } = rating;
  const { id, phone } = await beneficiaryOfCall(keys, callId, asked.number);
  const at = { at: now, recordedAt: now };
  await updateCall(store, {
    ...{ id: callId, cause: causeId(`flow:${callId}:rated`), ...at },
    facts: { language, ...(supportCase && { caseRef: supportCase.id }) },
  });
  const done = await updateAggregate(
    store,
    { kind: 'call', id: callId, cause: causeId(`rating:${callId}`), by: 'beneficiary', ...at },
    (state) =>
      state && {
        state,
        events: [
          {
            type: 'rida.call.rated.v1',
            data: {
              ...{ contactId: callId, definition: rules.survey.definition, language, score, finished },
              ...(supportCase && { caseRef: supportCase.id }),
              ...(!supportCase && phone !== undefined && { beneficiaryId: id }),
            },
          },
        ],
      },
  );
  const isLow = score <= rules.survey.lowScore || !finished;
  if (isLow && !supportCase && phone !== undefined && 'state' in done)
    await keepNumber(deps, asked, rating, { id, phone, seen: done.state.version });
}

/** Store both answers. `again` is `true` when the case is reopened or staff will call. */
async function answer(deps: SurveyFlowDeps, asked: Asked): Promise<FlowAnswer> {
  const rating = ratingSchema.parse(asked.parameters);
  const caller = await beneficiaryOfCall(deps.keys, asked.callId, asked.number);
  // A caller with an answer was asked, also when the offer was not recorded.
  const question = await questionOf(deps.keys, caller, asked);
  if (question) await askPerson(deps.store, asked.rules.survey, question, asked.now);
  if (!(await answerCase(deps, asked, rating))) await rateCall(deps, asked, rating);
  return { again: String(!rating.finished || rating.score <= asked.rules.survey.lowScore) };
}

/**
 * Ask callers who stay on the line two questions, answered by keys. A call is answered once, regardless of
 * repeated requests.
 * @throws when the step is unknown, an answer is invalid, or the store is unavailable
 */
export async function answerSurveyFlow(
  deps: SurveyFlowDeps,
  { Details }: ConnectFlowRequest,
): Promise<FlowAnswer> {
  const { ContactData, Parameters: parameters } = Details;
  const { step = '' } = parameters;
  const take = { offer, answer }[step as 'offer' | 'answer'];
  if (step !== 'offer' && step !== 'answer')
    throw new Error(`the flow requested an unknown step "${step.slice(0, 40)}"`);
  const reference = parseReference(parameters.caseRef ?? '');
  const callId = ContactData.InitialContactId || ContactData.ContactId;
  const number = ContactData.CustomerEndpoint?.Address;
  const [rules, supportCase] = await Promise.all([
    deps.rules.current(),
    reference ? deps.store.load('case', reference) : undefined,
  ]);
  const { id: beneficiary, phone } = await beneficiaryOfCall(deps.keys, callId, number);
  const provenFor = ContactData.Attributes?.proven;
  const proven =
    supportCase !== undefined &&
    (await isProvenCaller(deps.store, supportCase, { beneficiary, phone, provenFor }));
  return take(deps, {
    // A caller who is not its beneficiary rates the call, and not the case.
    supportCase: mayCaller('answer-survey', { proven }) ? supportCase : undefined,
    ...{ callId, number, parameters, rules, now: deps.clock.now() },
  });
}
