import type { SurveyChannel } from '#events/vocabulary.ts';
import { idsOf } from '#shared/domain/people/decide-person.ts';
import type { SurveyRules } from '#shared/domain/rules.ts';
import {
  type Asking,
  type AskRefusal,
  askedBefore,
  laterAsking,
  type PersonAnswer,
} from '#shared/domain/surveys/asking.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { beneficiaryId as idOf } from '../beneficiary-id.ts';
import { casesUnder, personOf } from '../person-of.ts';
import { updatePerson } from '../update-person.ts';

/** A question for a person's opinion. */
export interface Question {
  /** A pseudonymous id of the person. */
  readonly beneficiaryId: string;
  /** Their other ids, when more than one contact of the person is known. Each of them must allow the question. */
  readonly also?: readonly string[];
  readonly channel: SurveyChannel;
  /** The invitation, from `invitationAbout`. The same one is asked once, however often it is delivered. */
  readonly about: string;
  /** The end of the wait for its answer, epoch milliseconds. */
  readonly until: number;
}

const coolDownOf = (channel: SurveyChannel, rules: SurveyRules): number =>
  channel === 'evaluation' ? rules.evaluationCoolDownMs : rules.coolDownMs;

const REFUSALS: ReadonlySet<string> = new Set<AskRefusal>([
  'opted-out',
  'no-calls',
  'open-invitation',
  'cool-down',
]);

const CASE_INVITATION = /^case:([^:]+):([^:]+)$/u;
const CALL_OUT_INVITATION = /^call-out:(.+)$/u;

/** Return true while the answer to an invitation is still awaited. */
async function isOpen(store: Store, about: string): Promise<boolean> {
  const [, reference, invitation] = CASE_INVITATION.exec(about) ?? [];
  if (reference !== undefined) {
    const survey = (await store.load('case', reference))?.survey;
    return survey?.state === 'invited' && survey.invitation === invitation;
  }
  const [, callOut] = CALL_OUT_INVITATION.exec(about) ?? [];
  return callOut !== undefined && (await store.load('call-out', callOut))?.state.is !== 'finished';
}

/** The newest cases of a person among which an invitation from before the rows is looked for, once. */
const MOST_CASES = 100;

/** Return the newest invitation of a person that was sent before invitations were in their row. */
async function earlierAsking(store: Store, ids: readonly string[]): Promise<Asking | undefined> {
  const cases = await casesUnder(store, ids, MOST_CASES);
  return cases.map(askedBefore).reduce(laterAsking, undefined);
}

/** Return the ids of the other contacts of a case. They belong to its beneficiary, also when no record joins them. */
export async function otherIdsOf(
  keys: Keys,
  { id, email, phone }: { readonly id: string; readonly email?: string; readonly phone?: string },
): Promise<readonly string[]> {
  const ids = await Promise.all([
    ...(email === undefined ? [] : [idOf(keys, { email })]),
    ...(phone === undefined ? [] : [idOf(keys, { phone })]),
  ]);
  return ids.filter((other) => other !== id);
}

/** `again`: the row has this question already. */
type RowAnswer = PersonAnswer | 'again';

/**
 * Ask a person for their opinion, if each of their rows allows it: a row is written conditionally, so that of any
 * number of questions at the same moment one is put. Every channel calls this before it asks; nothing else decides the
 * cool-down. A question that is put again later, such as by a further attempt of a call, begins the cool-down again.
 * @throws when the store fails
 */
export async function askPerson(
  store: Store,
  rules: SurveyRules,
  { also = [], ...question }: Question,
  now: number,
): Promise<PersonAnswer> {
  const ids = await primaryIds(store, question.beneficiaryId, also);
  const written: string[] = [];
  for (const id of ids) {
    const others = ids.filter((other) => other !== id);
    const answer = await askRow(store, rules, { ...question, beneficiaryId: id, also: others }, now);
    if (answer !== 'asked' && answer !== 'again') {
      for (const one of written) await freeRow(store, one, question.about, now);
      return answer;
    }
    if (answer === 'asked') written.push(id);
  }
  return 'asked';
}

/** Return the ids of the records of a person, in one order for all questions, so that one of two questions is put. */
async function primaryIds(store: Store, id: string, also: readonly string[]): Promise<readonly string[]> {
  if (also.length === 0) return [id];
  const people = await Promise.all([id, ...also].map((one) => personOf(store, one)));
  return [...new Set([id, ...also].map((one, at) => people[at]?.id ?? one))].sort();
}

const TRIES = 4;

async function askRow(
  store: Store,
  rules: SurveyRules,
  { beneficiaryId, channel, about, until, also = [] }: Question,
  now: number,
): Promise<RowAnswer> {
  let ended: string | undefined;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const cause = causeId(`ask:${about}:${tries}:${now}`);
    const { answer, open } = await askOnce(store, { channel, about, until, also, ended }, rules, {
      beneficiaryId,
      now,
      cause,
    });
    if (answer === 'open-invitation' && ended === undefined) {
      if (open === undefined || (await isOpen(store, open))) return 'open-invitation';
      ended = open;
    } else if (answer !== undefined) return answer;
    // The record was joined to another one in between: look again.
  }
  throw new Error(`the record of a beneficiary was joined ${TRIES} times while they were asked; try again`);
}

/** Ask the row of a person once. Return its answer, undefined when it must be asked again, and what it waits for. */
async function askOnce(
  store: Store,
  asked: Required<Omit<Question, 'beneficiaryId'>> & { readonly ended: string | undefined },
  rules: SurveyRules,
  {
    beneficiaryId,
    now,
    cause,
  }: { readonly beneficiaryId: string; readonly now: number; readonly cause: string },
): Promise<{ readonly answer?: RowAnswer; readonly open?: string }> {
  const { ended, ...question } = asked;
  const person = await personOf(store, beneficiaryId);
  const id = person?.id ?? beneficiaryId;
  const earlier = person?.asked ? undefined : await earlierAsking(store, person ? idsOf(person) : [id]);
  const coolDownMs = coolDownOf(question.channel, rules);
  const done = await updatePerson(store, {
    ...{ id, by: 'rida', at: now, recordedAt: now, cause },
    command: {
      ...{ do: 'ask', ...question, coolDownMs },
      ...(earlier && { earlier }),
      ...(ended !== undefined && { ended }),
    },
  });
  if (done.outcome !== 'rejected') return { answer: 'asked' };
  const { rejected } = done.rejection;
  if (rejected === 'nothing-changed') return { answer: 'again' };
  if (rejected === 'erased') return { answer: 'opted-out' };
  if (!REFUSALS.has(rejected)) return {};
  const open = ((await store.load('person', id))?.asked ?? earlier)?.about;
  return { answer: rejected as AskRefusal, ...(open !== undefined && { open }) };
}

/** Take a question back that was never put, so that the person can be asked by another one. */
export async function takeBackQuestion(
  store: Store,
  { beneficiaryId, about }: Pick<Question, 'beneficiaryId' | 'about'>,
  now: number,
): Promise<void> {
  const also = await freeRow(store, beneficiaryId, about, now);
  for (const other of also) await freeRow(store, other, about, now);
}

/** Free the row of a person from a question. Return the other ids under which it was put. */
async function freeRow(store: Store, of: string, about: string, now: number): Promise<readonly string[]> {
  const person = await personOf(store, of);
  if (person?.asked?.about !== about) return [];
  await updatePerson(store, {
    ...{ id: person.id, by: 'rida', at: now, recordedAt: now, cause: causeId(`take-back:${about}:${now}`) },
    command: { do: 'take-back', about },
  });
  return person.asked.also ?? [];
}
