import * as z from 'zod';
import type { ConnectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { caseType, language } from '#events/vocabulary.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { prefer } from '#shared/application/prefer.ts';
import { asksScore } from '#shared/application/surveys/asks-score.ts';
import { openCallCase } from '#shared/application/telephone/open-call-case.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import type { AttemptReport, CallOut } from '#shared/domain/outreach/call-out.ts';
import { laterAt } from '#shared/domain/outreach/later.ts';
import { answerOf } from '#shared/domain/outreach/questionnaire.ts';
import { spokenMatter } from '#shared/domain/outreach/spoken-matter.ts';
import { neverAgain } from '#shared/domain/outreach/unwanted.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { spokenCase } from '#shared/domain/telephone/spoken-case.ts';
import { spokenReference } from '#shared/domain/telephone/spoken-reference.ts';
import { spokenInstant } from '#shared/domain/telephone/spoken-time.ts';
import type { Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { FlowAnswer } from '#shared/runtime/lambda.ts';

export interface OutboundFlowDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly keys: Keys;
  readonly clock: Clock;
}

/** The contact attributes of an outbound call. */
const attributes = z.object({ callOutId: z.string().min(1), attempt: z.coerce.number().int().positive() });

interface Conversation {
  readonly deps: OutboundFlowDeps;
  readonly rules: Rules;
  readonly callOut: CallOut;
  readonly attempt: number;
  readonly contactId: string;
  readonly now: number;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Store a response of the beneficiary. The same step of a contact is stored once. */
async function note(
  { deps, rules, callOut, attempt, contactId, now }: Conversation,
  step: string,
  report: AttemptReport,
) {
  await updateCallOut(deps.store, rules.outbound, {
    ...{ id: callOut.id, by: 'beneficiary', at: now, recordedAt: now, correlationId: contactId },
    cause: causeId(`flow:${contactId}:${step}`),
    command: { do: 'tell', attempt, contactId, at: now, report: { answered: true, ...report } },
  });
}

type OutboundStep = (talk: Conversation) => Promise<FlowAnswer>;

const NOTED: FlowAnswer = { noted: 'true' };

/** Return a step that only stores a result of the attempt. */
const noting =
  (step: string, report: AttemptReport): OutboundStep =>
  async (talk) => {
    await note(talk, step, report);
    return NOTED;
  };

/** Return the case of a call that asks whether it is finished, while the question is open. */
async function askedCase({ deps, callOut }: Conversation): Promise<Case | undefined> {
  const { caseRef, question } = callOut;
  if (caseRef === undefined || question === undefined) return undefined;
  const supportCase = await deps.store.load('case', caseRef);
  const { confirmation } = supportCase ?? {};
  return confirmation?.state === 'asked' && confirmation.question === question ? supportCase : undefined;
}

/** Stands for nothing, because Connect does not accept an empty attribute. */
const NOTHING = '-';

/** Return what the call tells: how the case ended, and whether it asks for a score too. */
async function outcomeWords(
  { deps, rules, callOut, now }: Conversation,
  asked: Case | undefined,
): Promise<Record<'stands' | 'rest' | 'rate', string>> {
  if (!asked) return { stands: NOTHING, rest: NOTHING, rate: 'false' };
  const spoken = spokenCase(asked, rules, now, callOut.language);
  const rate = await asksScore(deps, asked, { channel: 'follow-up', rules, now });
  return { stands: spoken.stands, rest: spoken.more || NOTHING, rate: String(rate) };
}

const FINISHED_KEY: Readonly<Record<string, number>> = { yes: 1, no: 2 };

/**
 * Store the answer about the end of a case, with the score that was given before. `said` is `confirmed`, `contested` or
 * `-` when the question is not open any more.
 */
const outcome: OutboundStep = async (talk) => {
  const { deps, rules, callOut, attempt, contactId, now, parameters } = talk;
  const { caseRef, question, attempts, language: spoken } = callOut;
  const { answers = {} } = attempts.find(({ number: n }) => n === attempt)?.report ?? {};
  const finished = answers.finished ?? FINISHED_KEY[parameters.choice ?? ''];
  if (caseRef === undefined || question === undefined || finished === undefined) return { said: NOTHING };
  const { satisfaction: score } = answers;
  const done = await handleCommand(
    { store: deps.store, rules },
    {
      ...{
        id: caseRef,
        cause: causeId(`flow:${contactId}:outcome`),
        by: 'beneficiary',
        at: now,
        recordedAt: now,
      },
      command: {
        ...{ do: 'answer-outcome', question, finished: finished === 1, language: spoken, mode: 'phone' },
        ...(score !== undefined && { score }),
      },
      ...{ correlationId: contactId, causationId: contactId },
    },
  );
  const { confirmation } = done.case ?? {};
  const said = confirmation?.question === question ? confirmation.state : NOTHING;
  return { said: said === 'confirmed' || said === 'contested' ? said : NOTHING };
};

/**
 * Return whether to continue, and the subject of the call. A call that was cancelled in the meantime asks no
 * questions.
 */
const begin: OutboundStep = async (talk) => {
  await note(talk, 'begin', {});
  const { callOut } = talk;
  const asked = await askedCase(talk);
  const goes = callOut.state.is !== 'finished' && (callOut.question === undefined || asked !== undefined);
  return { goes: String(goes), about: spokenMatter(callOut), ...(await outcomeWords(talk, asked)) };
};

const LATER = { '1': 'in-an-hour', '2': 'evening', '3': 'tomorrow' } as const;

const later: OutboundStep = async (talk) => {
  const choice = z.enum(['1', '2', '3']).parse(talk.parameters.choice);
  const { calendar } = talk.rules.outbound;
  const already = talk.callOut.attempts.find(({ number: n }) => n === talk.attempt)?.report.later;
  const at = already ?? laterAt(LATER[choice], talk.now, calendar);
  await note(talk, 'later', { later: at });
  return { when: spokenInstant(at, talk.now, talk.callOut.language, calendar.calendar.zone) };
};

const never: OutboundStep = async (talk) => {
  const { deps, callOut, contactId, now } = talk;
  const cause = causeId(`flow:${contactId}:never`);
  const of = neverAgain(callOut.purpose);
  await prefer(deps.store, callOut.beneficiaryId, { do: 'opt-out', of, cause, at: now, recordedAt: now });
  await note(talk, 'never', { never: true });
  return NOTED;
};

const answer: OutboundStep = async (talk) => {
  const { question = '', key = '' } = talk.parameters;
  const value = answerOf(talk.callOut.purpose, question, key);
  if (value === undefined) throw new RangeError(`question "${question.slice(0, 40)}" has no such answer`);
  await note(talk, `answer:${question}`, { answers: { [question]: value } });
  return NOTED;
};

/**
 * Register a request of the beneficiary, once for each type and call, and link it to the subject of the call.
 */
const register: OutboundStep = async (talk) => {
  const { deps, rules, callOut, contactId, now, parameters } = talk;
  const type = caseType.parse(parameters.type);
  const opened = await openCallCase(
    { store: deps.store, rules, keys: deps.keys },
    {
      ...{ callId: contactId, type, language: callOut.language, number: callOut.phone },
      ...{ line: callOut.purpose === 'investor' ? 'investors' : 'general', at: now, recordedAt: now },
    },
  );
  await note(talk, `register:${type}`, { registered: opened.id });
  const reference = parseReference(opened.id);
  return {
    reference: opened.id,
    spoken: reference ? spokenReference(reference, callOut.language) : opened.id,
  };
};

const steps: ReadonlyMap<string, OutboundStep> = new Map([
  ['begin', begin],
  ['machine', noting('machine', { machine: true })],
  ['silent', noting('silent', { silent: true })],
  ['refused', noting('refused', { refused: true })],
  ['wrong-number', noting('wrong-number', { wrongNumber: true })],
  ['not-user', noting('not-user', { notUser: true })],
  ['later', later],
  ['never', never],
  ['answer', answer],
  ['outcome', outcome],
  ['remark', noting('remark', { remark: true })],
  ['register', register],
  ['agent', noting('agent', { agent: true })],
  ['done', noting('done', { done: true })],
]);

/** Wishes that the flow notes as contact attributes before it asks for their step. */
const WISHES = ['later', 'never', 'refused', 'wrong-number', 'not-user', 'register', 'outcome'] as const;

/** An outbound call as its contact record reports it. */
export interface EndedOutboundCall {
  readonly contactId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Whether a recording proves a spoken remark. */
  readonly remarked: boolean;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Do after an outbound call what the beneficiary asked for and Rida could not do during the call. A step that
 * was done is not repeated. Return false for a contact that is not an outbound call.
 */
export async function completeOutboundWishes(
  deps: OutboundFlowDeps,
  { contactId, attributes: given, remarked }: EndedOutboundCall,
): Promise<boolean> {
  const placed = attributes.safeParse(given);
  if (!placed.success) return false;
  // A contact may name an outbound call that was erased.
  if (!(await deps.store.load('call-out', placed.data.callOutId))) return true;
  const [what = '', more = ''] = asText(given.intent).split(':');
  const wish = WISHES.find((one) => one === what);
  const language = asText(given.language);
  const ask = (Parameters: Record<string, string>) =>
    answerOutboundFlow(deps, {
      Details: {
        ContactData: {
          ...{ ContactId: contactId, Channel: 'VOICE', InitiationMethod: 'API' },
          Attributes: { callOutId: asText(given.callOutId), attempt: asText(given.attempt) },
        },
        Parameters: { language, ...Parameters },
      },
    });
  if (remarked) await ask({ step: 'remark' });
  if (wish) await ask({ step: wish, choice: more, type: more });
  return true;
}

/**
 * Respond to an outbound flow while the beneficiary is on the line. A repeated request of a contact is
 * executed once and returns the same response.
 * @throws when the contact has no outbound call, the step is unknown, or the store is unavailable; the flow
 * then plays its error path
 */
export async function answerOutboundFlow(
  deps: OutboundFlowDeps,
  request: ConnectFlowRequest,
): Promise<FlowAnswer> {
  const { ContactData, Parameters } = request.Details;
  const { callOutId, attempt } = attributes.parse(ContactData.Attributes ?? {});
  const { step = '' } = Parameters;
  const take = steps.get(step);
  if (!take) throw new Error(`the flow requested an unknown step "${step.slice(0, 40)}"`);
  const [rules, callOut] = await Promise.all([deps.rules.current(), deps.store.load('call-out', callOutId)]);
  if (!callOut) throw new Error('no call out belongs to this contact');
  const contactId = ContactData.ContactId;
  // Respond in the language that the beneficiary chose, if it differs from the stored one.
  const spoken = language.safeParse(Parameters.language);
  const storedCallOut = spoken.success ? { ...callOut, language: spoken.data } : callOut;
  return take({
    deps,
    rules,
    callOut: storedCallOut,
    attempt,
    contactId,
    now: deps.clock.now(),
    parameters: Parameters,
  });
}
