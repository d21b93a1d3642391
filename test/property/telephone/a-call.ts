import * as fc from 'fast-check';
import type { CallReport } from '#shared/domain/telephone/leg-facts.ts';

/** The id of every generated call. */
export const CALL = 'c-1';
const BEGAN = Date.UTC(2026, 0, 4, 7, 0);

/** A report of one source, with its time and its delivery time. */
export interface Telling {
  readonly facts: CallReport;
  readonly at: number;
  readonly now: number;
}

const METHODS = ['TRANSFER', 'QUEUE_TRANSFER', 'CALLBACK'] as const;

/** The true times of one leg, in milliseconds. */
const leg = fc.record({
  method: fc.constantFrom(...METHODS),
  before: fc.integer({ min: 0, max: 60_000 }),
  queue: fc.option(fc.constantFrom('general', 'investors', 'callback')),
  wait: fc.integer({ min: 0, max: 600_000 }),
  talk: fc.option(fc.integer({ min: 0, max: 900_000 })),
  holds: fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 4 }),
  work: fc.integer({ min: 0, max: 90_000 }),
  agent: fc.constantFrom('huda', 'salem'),
  missed: fc.boolean(),
  recorded: fc.boolean(),
});
type Leg = typeof leg extends fc.Arbitrary<infer T> ? T : never;

/** The clock differences of the sources, and which sources report. */
const sources = fc.record({
  skew: fc.record({
    event: fc.integer({ min: -3_000, max: 3_000 }),
    record: fc.integer({ min: -3_000, max: 3_000 }),
    agent: fc.integer({ min: -3_000, max: 3_000 }),
  }),
  reports: fc.record({
    event: fc.boolean(),
    record: fc.boolean(),
    agent: fc.boolean(),
    describe: fc.boolean(),
  }),
});
type Sources = typeof sources extends fc.Arbitrary<infer T> ? T : never;

const times = (start: number, { before, queue, wait, talk }: Leg) => {
  const queuedAt = start + before;
  const answeredAt = queue !== null && talk !== null ? queuedAt + wait : undefined;
  const endedAt =
    answeredAt === undefined ? queuedAt + (queue === null ? 0 : wait) : answeredAt + (talk ?? 0);
  return { queuedAt: queue === null ? undefined : queuedAt, answeredAt, endedAt };
};

const defined = (facts: object): CallReport =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
const plus = (at: number | undefined, skew: number) => (at === undefined ? undefined : at + skew);

/** Return the reports about one leg. `next` is the id of the leg after it. */
function reportsOfLeg(
  start: number,
  one: Leg,
  id: string,
  next: string | undefined,
  { skew, reports }: Sources,
): Telling[] {
  const { queuedAt, answeredAt, endedAt } = times(start, one);
  const method = id === CALL ? 'INBOUND' : one.method;
  const all: Telling[] = [];
  const say = (at: number, facts: object, late = 0) =>
    all.push({ facts: defined({ contactId: id, ...facts }), at, now: at + late });
  if (reports.event) {
    const by = (time: number | undefined, at: number) =>
      time !== undefined && time <= at ? time + skew.event : undefined;
    const sofar = (at: number) => ({
      source: 'event',
      initiationMethod: method,
      initiatedAt: start + skew.event,
      queue: by(queuedAt, at) && one.queue,
      queuedAt: by(queuedAt, at),
      answeredAt: by(answeredAt, at),
      agent: by(answeredAt, at) && `id-of-${one.agent}`,
      endedAt: by(endedAt, at),
      reason: by(endedAt, at) && 'CUSTOMER_DISCONNECT',
    });
    for (const at of [start, queuedAt, answeredAt, endedAt]) if (at !== undefined) say(at, sofar(at), 500);
    say(endedAt + one.work, { ...sofar(endedAt), complete: true });
  }
  if (reports.agent && answeredAt !== undefined) {
    const holds = one.holds.flatMap((ms, n) => [
      { at: answeredAt + n * 60_000, state: 'hold', agent: one.agent },
      { at: answeredAt + n * 60_000 + ms, state: 'connected', agent: one.agent },
    ]);
    const missed = one.missed ? [{ at: answeredAt - 5_000, state: 'missed', agent: 'badr' }] : [];
    const states = [...missed, { at: answeredAt, state: 'connected', agent: one.agent }, ...holds];
    for (const state of states)
      say(state.at, { source: 'agent', states: [{ ...state, at: state.at + skew.agent }] }, 1_000);
  }
  const whole = {
    initiationMethod: method,
    initiatedAt: start + skew.record,
    queue: one.queue ?? undefined,
    queuedAt: plus(queuedAt, skew.record),
    answeredAt: plus(answeredAt, skew.record),
    endedAt: endedAt + skew.record,
    next,
  };
  if (reports.describe) say(endedAt + one.work, { source: 'describe', ...whole, updatedAt: endedAt });
  if (reports.record) {
    const record = {
      source: 'record',
      ...whole,
      agent: answeredAt && one.agent,
      afterWorkMs: answeredAt && one.work,
    };
    const recordings = one.recorded ? [{ key: `calls/${id}.wav`, kind: 'agent' }] : undefined;
    say(endedAt + one.work, { ...record, updatedAt: endedAt + one.work }, 20_000);
    say(endedAt + one.work + 9_000, { ...record, recordings, updatedAt: endedAt + one.work + 9_000 }, 1_000);
  }
  return all;
}

/** The reports of the flow. */
const flow = fc
  .record({
    language: fc.constantFrom('ar', 'en'),
    changed: fc.option(fc.constantFrom('ar', 'en')),
    line: fc.constantFrom('general', 'investors', 'staff'),
    recording: fc.constantFrom('on', 'off'),
    cases: fc.uniqueArray(fc.constantFrom('4K7-2M0-0381', '4K7-2M9-0382', '2A4-5A6-0003'), { maxLength: 3 }),
    callback: fc.boolean(),
    message: fc.boolean(),
  })
  .map(({ language, changed, line, recording, cases, callback, message }): Telling[] => {
    const say = (after: number, facts: CallReport): Telling => ({
      facts,
      at: BEGAN + after,
      now: BEGAN + after,
    });
    return [
      say(900, { initiationMethod: 'INBOUND', initiatedAt: BEGAN + 900, language, line, recording }),
      ...(changed === null ? [] : [say(2_000, { language: changed })]),
      ...cases.map((caseRef, n) => say(3_000 + n, { caseRef })),
      ...(callback ? [say(5_000, { callback })] : []),
      ...(message ? [say(6_000, { message })] : []),
    ];
  });

/** A call with transfers, callbacks, holds and several queues, with incomplete reports. */
export const aCall: fc.Arbitrary<readonly Telling[]> = fc
  .tuple(
    fc.array(fc.tuple(leg, sources), { minLength: 1, maxLength: 4 }),
    flow,
    fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  )
  .map(([legs, reports, dropped]) => {
    let start = BEGAN;
    const ofLegs = legs.flatMap(([one, by], n) => {
      const id = n === 0 ? CALL : `c-${n + 1}`;
      const all = reportsOfLeg(start, one, id, n + 1 < legs.length ? `c-${n + 2}` : undefined, by);
      start = times(start, one).endedAt;
      return all;
    });
    // Contact events are best effort: some are missing.
    const kept = ofLegs.filter(
      ({ facts }, n) => facts.source !== 'event' || dropped[n % dropped.length] !== true,
    );
    return [...reports, ...kept];
  });
