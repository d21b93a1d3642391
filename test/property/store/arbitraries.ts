import fc from 'fast-check';
import { extensionGround } from '#events/case-extended.v1.ts';
import { asked, notAsked } from '#events/case-resolved.v1.ts';
import { obstacleKind, planEnd, procedureKind, procedureState } from '#events/investor-vocabulary.ts';
import { checkMark, checkVerdict, ratingSource, taskKind, taskOutcome } from '#events/task-vocabulary.ts';
import {
  type Actor,
  callPurpose,
  caseStatus,
  caseType,
  channel,
  clockName,
  closingReason,
  contactMeans,
  disposition,
  formOfAddress,
  language,
  type Notice,
  notice,
  preference,
  priority,
  relation,
  resolutionOutcome,
  segment,
  surveyChannel,
  verificationMeans,
} from '#events/vocabulary.ts';
import type { Case, ClockFact } from '#shared/domain/cases/case.ts';
import type { Confirmation } from '#shared/domain/cases/resolution.ts';
import type { Digest } from '#shared/domain/notices/digest.ts';
import type { CallOut, CallOutState } from '#shared/domain/outreach/call-out.ts';
import type { Frame } from '#shared/domain/outreach/frame.ts';
import type { OutboundLines } from '#shared/domain/outreach/outbound-lines.ts';
import { EXCLUSIONS } from '#shared/domain/outreach/week/population.ts';
import type { Replicate } from '#shared/domain/outreach/week/replicate.ts';
import type { EvaluationWeek } from '#shared/domain/outreach/week/week.ts';
import { DRAW_STAGES } from '#shared/domain/outreach/week/week-draw.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { StaffMember } from '#shared/domain/staff/staff-member.ts';
import type { Check } from '#shared/domain/tasks/check.ts';
import type { LowAnswer, Task } from '#shared/domain/tasks/task.ts';
import { CALL_MARKS, type Call } from '#shared/domain/telephone/call.ts';
import { CALL_LINES } from '#shared/domain/telephone/line.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Aggregates, Kind } from '#shared/ports/store.ts';
import { aReference } from '#test/builders/a-case.ts';
import { anyOf, type Generators } from '../generators.ts';

const arabic = fc.string({
  unit: fc.constantFrom(...'ابتثجحخدرسشصطعفقكلمنهوي ،.لاaZ0#"\\\n'),
  maxLength: 400,
});
/** Typical texts, and unusual ones. */
const text = fc.oneof(arabic, fc.string({ unit: 'binary', maxLength: 40 }));
const at = fc.integer({ min: 0, max: 4_000_000_000_000 });

const count = fc.nat({ max: 1000 });
const oneOf = <T>({ options }: { readonly options: readonly T[] }): fc.Arbitrary<T> =>
  fc.constantFrom(...options);
const few = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(of, { maxLength: 4 });
const reference = fc.constantFrom(aReference(), aReference(), aReference());
const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc.constantFrom('beneficiary' as const, 'rida' as const),
  fc
    .string({ unit: fc.constantFrom(...'salem.نورة#@-1 '), minLength: 1, maxLength: 128 })
    .map((name) => `agent:${name}` as const),
  fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/u).map((id) => `department:${id}` as const),
);

/** A plain object, as read from an item. */
const record = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>;

/** A record whose optional fields are absent, but never present without a value. */
function partly<M extends object, O extends object>(
  must: { [K in keyof M]: fc.Arbitrary<M[K]> },
  may: { [K in keyof O]: fc.Arbitrary<O[K]> },
): fc.Arbitrary<M & Partial<O>> {
  const optional = fc.record(may, { requiredKeys: [], noNullPrototype: true });
  return fc.tuple(record(must), optional).map(([all, some]) => ({ ...all, ...some }) as M & Partial<O>);
}

const yes = fc.constant(true as const);
const request = fc
  .tuple(fc.constantFrom('r', 'h'), fc.integer({ min: 1, max: 999_999 }))
  .map(([of, n]) => `${of}${n}`);
const left = fc.integer({ min: -4_000_000_000, max: 4_000_000_000 });
const settledRun = partly(
  { generation: count, startedAt: at, elapsedMs: count, targetMs: count, breached: fc.boolean() },
  { metAt: at },
);
const settledRuns = partly({ count }, { worst: settledRun });
const facts: Generators<ClockFact, 'type'> = {
  opened: record({ at, type: fc.constant('opened') }),
  'beneficiary-contact': record({ at, type: fc.constant('beneficiary-contact') }),
  'agent-contact': record({ at, type: fc.constant('agent-contact') }),
  reopened: record({ at, type: fc.constant('reopened') }),
  terms: record({ at, type: fc.constant('terms') }),
  'promise-withdrawn': record({ at, type: fc.constant('promise-withdrawn') }),
  status: record({ at, type: fc.constant('status'), status: oneOf(caseStatus) }),
  promised: record({ at, type: fc.constant('promised'), dueAt: at }),
  asked: partly({ at, type: fc.constant('asked' as const), request }, { dueAt: at }),
  answered: record({ at, type: fc.constant('answered'), request }),
  'request-withdrawn': record({ at, type: fc.constant('request-withdrawn'), request }),
  absorbed: record({
    at,
    type: fc.constant('absorbed' as const),
    source: reference,
    remaining: partly({}, { firstResponse: left, resolution: left }),
  }),
  released: record({ at, type: fc.constant('released'), source: reference }),
  extended: record({ at, type: fc.constant('extended'), plainMs: count }),
  settled: partly(
    {
      at,
      type: fc.constant('settled' as const),
      exchanges: settledRuns,
      promises: settledRuns,
      resolutions: count,
    },
    { firstResolvedAt: at },
  ),
};
/** Any fact of a clock, in any order of time. */
export const fact = anyOf<ClockFact>(facts);

type Survey = NonNullable<Case['survey']>;
const surveys: Generators<Survey, 'state'> = {
  planned: record({ state: fc.constant('planned'), at }),
  suppressed: record({ state: fc.constant('suppressed'), reason: text }),
  invited: partly(
    { state: fc.constant('invited' as const), invitation: text, at, expiresAt: at },
    { definition: text, channel: oneOf(surveyChannel) },
  ),
  answered: partly(
    {
      state: fc.constant('answered' as const),
      invitation: text,
      at,
      score: count,
      finished: fc.boolean(),
      language: oneOf(language),
    },
    { comment: text, first: count, changes: count, ease: count, reasons: few(text) },
  ),
};
const survey = anyOf<Survey>(surveys);
const resolution = partly({ at, by: actor, outcome: text }, { as: oneOf(resolutionOutcome) });

const answered = (state: 'confirmed' | 'contested') =>
  partly(
    {
      state: fc.constant(state),
      question: text,
      at,
      mode: fc.constantFrom('mail' as const, 'phone' as const),
    },
    { changes: count, unproven: fc.constant(true as const), comment: text, was: resolution },
  );
const confirmations: Generators<Confirmation, 'state'> = {
  asked: record({ state: fc.constant('asked'), question: text, by: oneOf(asked) }),
  'not-asked': record({ state: fc.constant('not-asked'), question: text, reason: oneOf(notAsked) }),
  confirmed: answered('confirmed') as never,
  contested: answered('contested') as never,
};
const confirmation = anyOf<Confirmation>(confirmations);

const withheldAcknowledgement = partly(
  { reason: fc.constantFrom('address-limit' as const, 'centre-limit' as const, 'ping-pong' as const) },
  { until: at },
);

const heldReply = partly(
  { message: text, since: count, at, until: at, by: actor },
  { thenStatus: oneOf(caseStatus), alsoMerged: fc.constant(true as const), outcome: text },
);

const ended = partly(
  { at, how: fc.constantFrom('answered' as const, 'withdrawn' as const), by: actor },
  { message: text },
);

/** Any case except for its identity: a fixed reference, so that states can follow each other. */
const keptAndLate = record({ kept: count, late: count });

export const caseState = partly(
  {
    id: fc.constant(aReference()),
    version: fc.constant(0),
    causes: fc.constant<string[]>([]),
    correlationId: text,
    type: oneOf(caseType),
    category: text,
    department: text,
    subject: text,
    beneficiary: partly(
      { id: text, authenticated: fc.boolean() },
      {
        name: text,
        formOfAddress: oneOf(formOfAddress),
        email: text,
        answerTo: text,
        phone: text,
        failing: yes,
      },
    ),
    segment: oneOf(segment),
    channel: oneOf(channel),
    language: oneOf(language),
    priority: oneOf(priority),
    status: oneOf(caseStatus),
    openedAt: at,
    generation: count,
    facts: fc.array(fact, { maxLength: 12 }),
    fired: few(text),
    level: count,
  },
  {
    place: partly(
      {},
      {
        district: text,
        words: text,
        position: fc.constant({ latitude: 24.7136, longitude: 46.6753 }),
        link: text,
      },
    ),
    service: text,
    serviceGuessed: fc.constant(true as const),
    assignee: text,
    byHand: fc.constant(true as const),
    escalatedAt: at,
    writtenIn: text,
    lastMessageId: text,
    resolution,
    closing: partly({ at, reason: oneOf(closingReason) }, { duplicateOf: text }),
    survey,
    confirmation,
    withheldAcknowledgement,
    heldReply,
    related: text,
    quarantine: text,
    automatic: text,
    watchers: few(text),
    promise: record({ at, dueAt: at, by: actor }),
    requests: few(
      partly({ id: request, department: text, askedAt: at, dueAt: at, by: actor }, { message: text, ended }),
    ),
    outside: few(
      partly(
        { id: text, holder: text, since: at, until: at, by: actor },
        { number: text, ended: record({ at, by: actor }) },
      ),
    ),
    extension: partly(
      { at, from: at, until: at, because: oneOf(extensionGround), message: text, by: actor },
      { informedBy: oneOf(contactMeans) },
    ),
    plan: partly(
      {
        ...{ state: fc.constantFrom('running', 'closing', 'ended'), startedAt: at, by: actor },
        procedures: few(
          partly(
            {
              id: text,
              kind: oneOf(procedureKind),
              department: text,
              dueAt: at,
              state: oneOf(procedureState),
              since: at,
            },
            { number: text, endedAt: at },
          ),
        ),
        obstacles: few(
          partly(
            { id: text, procedure: text, kind: oneOf(obstacleKind), since: at, by: actor },
            { clearedAt: at },
          ),
        ),
        ...{ numbered: count, touches: keptAndLate, promises: keptAndLate, closings: count },
        handOvers: few(partly({ at, to: text, message: text }, { from: text })),
      },
      {
        next: record({ number: count, from: at, dueAt: at }),
        last: record({ number: count, from: at, dueAt: at, at }),
        ended: record({ at, how: oneOf(planEnd), by: actor }),
      },
    ),
    links: few(record({ to: reference, as: oneOf(relation), at })),
    merged: partly({ into: reference, at, status: oneOf(caseStatus) }, { commit: count }),
    mergedBefore: fc.array(reference, { maxLength: 3 }),
    erased: record({ at, because: fc.constantFrom('request', 'age') }),
    failedChecks: record({ day: fc.constant('2026-01-04'), counts: record({ hidden: count }) }),
    deadlineAt: at,
    heardAt: at,
    nextDueAt: at,
  },
) as fc.Arbitrary<Case>;

const kept = { id: text, version: fc.integer({ min: 0 }), causes: fc.constant<string[]>([]) };

const person = partly(
  {
    ...kept,
    contacts: few(record({ kind: fc.constantFrom('email', 'phone'), value: text, beneficiaryId: text })),
    joined: few(text),
    optOuts: few(oneOf(preference)),
  },
  {
    name: text,
    into: text,
    failing: few(text),
    language: oneOf(language),
    verified: record({ at, by: actor, means: oneOf(verificationMeans) }),
    erasedAt: at,
    asked: partly(
      { at, channel: oneOf(surveyChannel), about: text, until: at },
      { also: fc.array(text, { maxLength: 2 }) },
    ),
  },
) as fc.Arbitrary<Person>;

const staffMember = partly(kept, {
  absence: partly(
    { from: at, by: actor },
    { until: at, handOverTo: text, begun: fc.constant(true as const) },
  ),
  removed: fc.constant(true as const),
  nextDueAt: at,
}) as fc.Arbitrary<StaffMember>;

export const aNotice = partly(
  { event: text, case: text, kind: oneOf(notice.shape.kind) },
  {
    clock: oneOf(clockName),
    level: count,
    dueAt: at.map(isoInstant),
    department: text,
    priority: oneOf(priority),
    reason: text,
  },
) as fc.Arbitrary<Notice>;

const digest = partly({ ...kept, sent: few(text) }, { nextDueAt: at }) as fc.Arbitrary<Digest>;

const answers = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/u), fc.integer({ min: 0, max: 10 }), {
  noNullPrototype: true,
  maxKeys: 3,
});
const report = partly(
  {},
  {
    ...{ answered: yes, machine: yes, silent: yes, refused: yes, never: yes, wrongNumber: yes, notUser: yes },
    language: yes,
    ...{ later: at, answers, done: yes, remark: yes, agent: yes, registered: text },
  },
);
const attempt = partly(
  { number: count, dialledAt: at, report },
  { contactId: text, by: text, ended: partly({ at }, { reason: text, machine: text, connected: yes }) },
);
const callOutStates: Generators<CallOutState, 'is'> = {
  held: record({ is: fc.constant('held') }),
  planned: record({ is: fc.constant('planned'), at }),
  due: record({ is: fc.constant('due'), attempt: count }),
  dialling: record({ is: fc.constant('dialling'), attempt: count }),
  answered: record({ is: fc.constant('answered'), attempt: count }),
  finished: record({ is: fc.constant('finished'), disposition: oneOf(disposition), at }),
};
const callMode = fc.constantFrom('agent' as const, 'flow' as const);
const callOutState = anyOf<CallOutState>(callOutStates);

const callOut = partly(
  {
    ...kept,
    purpose: oneOf(callPurpose),
    beneficiaryId: text,
    language: oneOf(language),
    plannedAt: at,
    by: actor,
    notBefore: at,
    attempts: few(attempt),
    state: callOutState,
  },
  {
    phone: text,
    service: partly({ name: text, on: text }, { id: text }),
    caseRef: text,
    list: text,
    question: text,
    week: partly({ id: text, stratum: text, replicate: count, mode: callMode }, { case: text }),
    held: yes,
    lease: record({ by: text, until: at }),
    handedOver: record({ number: count, at }),
    closed: record({ disposition: oneOf(disposition), at }),
    erasedAt: at,
    nextDueAt: at,
  },
) as fc.Arbitrary<CallOut>;

const duration = fc.nat({ max: 7_200_000 });
const contactId = fc.constantFrom('contact-1', 'contact-2', 'contact-3');
const recording = partly(
  { key: text, kind: fc.constantFrom('agent' as const, 'automated' as const) },
  { startedAt: at, endedAt: at, transcript: text },
);
const legFacts = {
  ...{ initiationMethod: text, initiatedAt: at, connectedAt: at, queue: text, queuedAt: at },
  ...{ queueMs: duration, answeredAt: at, agent: text, holds: count, holdMs: duration, talkMs: duration },
  ...{ afterWorkMs: duration, endedAt: at, reason: text, previous: contactId, next: contactId },
  ...{ recordings: few(recording), complete: yes },
};
const leg = partly(
  {},
  {
    flow: partly({}, legFacts),
    event: partly({}, legFacts),
    describe: partly({ updatedAt: at }, legFacts),
    record: partly({ updatedAt: at }, legFacts),
    states: few(
      partly({ at, state: fc.constantFrom('connected', 'hold', 'missed', 'ended') }, { agent: text }),
    ),
    lostAt: at,
  },
);
const answer = <T>(value: fc.Arbitrary<T>) => record({ rank: fc.nat({ max: 4 }), at, value });
const callFacts = partly(
  {
    heardAt: at,
    answers: partly(
      {},
      {
        language: answer(oneOf(language)),
        line: answer(fc.constantFrom(...CALL_LINES)),
        recording: answer(fc.constantFrom('on', 'off')),
        callback: answer(yes),
        message: answer(yes),
      },
    ),
    cases: few(record({ at, ref: reference })),
    legs: fc.dictionary(contactId, leg, { noNullPrototype: true, maxKeys: 3 }),
  },
  { legsOmitted: yes },
);

const call = partly(
  { ...kept, initiationMethod: text, startedAt: at },
  {
    ...{ facts: callFacts, language: oneOf(language), caseRef: text, queuedAt: at, answeredAt: at },
    ...{ agent: text, endedAt: at, reason: text, announced: fc.boolean(), nextDueAt: at },
    marks: fc.uniqueArray(fc.constantFrom(...CALL_MARKS)),
  },
) as fc.Arbitrary<Call>;

const lines = record({
  ...kept,
  taken: few(record({ callOut: text, attempt: count, until: at })),
}) as fc.Arbitrary<OutboundLines>;

const week = partly(
  {
    ...{
      ...kept,
      by: actor,
      target: count,
      completion: fc.constantFrom(0.25, 1),
      mode: callMode,
      seed: text,
    },
    ...{ drawnAt: at, persons: count, outside: count, floor: count, released: count },
    excluded: record(Object.fromEntries(EXCLUSIONS.map((reason) => [reason, count]))) as fc.Arbitrary<
      EvaluationWeek['excluded']
    >,
    strata: few(record({ name: text, population: count, drawn: count })),
    languages: record({ ar: count, en: count }),
  },
  { reachable: count, planned: yes, sizes: few(count), replicates: few(few(text)) },
) as fc.Arbitrary<EvaluationWeek>;

const tally = record({
  codes: partly({}, { '1.1': count, '3.11': count }),
  open: count,
  answers: few(
    partly({ question: text, stratum: text, language: oneOf(language), n: count, yes: count }, { by: text }),
  ),
});
const replicate = record({ ...kept, calls: few(text), tally }) as fc.Arbitrary<Replicate>;

const draw = partly(
  {
    ...{ id: text, week: text, by: actor, target: count, completion: fc.constantFrom(0.25, 1) },
    ...{ mode: callMode, seed: text, at, lists: few(record({ id: text, at, parts: count })) },
    ...{ buckets: count, stage: fc.constantFrom(...DRAW_STAGES), step: count, sorted: count, planned: count },
    ...{ outside: count, persons: count, languages: record({ ar: count, en: count }) },
    excluded: record(Object.fromEntries(EXCLUSIONS.map((reason) => [reason, count]))) as fc.Arbitrary<
      EvaluationWeek['excluded']
    >,
  },
  {
    cases: partly({ department: text, state: fc.constantFrom('resolved', 'closed') }, { cursor: text }),
  },
);

const frame = partly(
  {
    ...kept,
    lists: few(
      partly(
        {
          ...{ id: text, name: text, by: actor, at, chunks: count, parts: count, issueParts: count },
          ...{ rows: count, good: count, bad: count },
          state: fc.constantFrom('receiving', 'reading', 'read', 'cancelled'),
        },
        {
          ended: record({ fault: fc.constantFrom('quote', 'headings'), line: count }),
          ...{ place: record({ piece: count, byte: count, line: count }), runs: count },
        },
      ),
    ),
  },
  { draw },
) as fc.Arbitrary<Frame>;

const lowAnswer = partly(
  {
    ...{ about: text, seen: count, at, dueAt: at },
    state: fc.constantFrom('open', 'ended', 'corrected'),
    source: oneOf(ratingSource),
  },
  {
    ...{ score: count, finished: fc.boolean(), case: text, call: text, callOut: text },
    ...{ department: text, service: text },
  },
) as fc.Arbitrary<LowAnswer>;

const check = partly(
  { week: text, seed: text, population: count, drawn: count, rank: count, handlers: few(text) },
  {
    ...{ case: text, call: text, department: text, agent: text },
    result: partly(
      { at, by: actor },
      {
        ...{ verdict: oneOf(checkVerdict), form: count, note: text },
        marks: partly({}, { greeting: oneOf(checkMark), solved: oneOf(checkMark) }),
      },
    ),
  },
) as fc.Arbitrary<Check>;

const task = partly(
  { ...kept, kind: oneOf(taskKind), openedAt: at, dueAt: at },
  {
    owner: text,
    ended: record({ at, by: actor, outcome: oneOf(taskOutcome) }),
    recovery: partly({ answers: few(lowAnswer), attempts: few(record({ at, by: actor })) }, { phone: text }),
    check,
  },
) as fc.Arbitrary<Task>;

/** Any state of every kind of aggregate. */
export const states: { readonly [K in Kind]: fc.Arbitrary<Aggregates[K]> } = {
  case: caseState,
  call,
  person,
  staff: staffMember,
  digest,
  'call-out': callOut,
  lines,
  week,
  replicate,
  frame,
  task,
};
