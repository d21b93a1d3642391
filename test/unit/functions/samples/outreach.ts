import { completeCall } from '#functions/outreach/complete-call.ts';
import { prefer } from '#shared/application/prefer.ts';
import { askPerson } from '#shared/application/surveys/ask-person.ts';
import { replicateId } from '#shared/domain/outreach/week/replicate.ts';
import { unworked } from '#shared/domain/outreach/week/tally.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { DialRefusal } from '#shared/ports/telephone-system.ts';
import { aPlan } from '#test/builders/a-call-out.ts';
import { aBeneficiary, aCase, anInvestor } from '#test/builders/a-case.ts';
import { aPlace, aReplicate, aWeek } from '#test/builders/a-week.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { impossible, type Line, type Sample, type Samples } from '../sample.ts';
import { anEvent, type World } from '../world.ts';

const by = 'agent:salem' as const;
const ID = 'call-out-1';
const CALL_BACK = { purpose: 'follow-up' } as const;

const dialled = (outcome: string): Line => ['info', 'call-out', { callAttempt: 1, outcome }];
const resultLine = (outcome: string): Line => ['info', 'call-out-concluded', { outcome }];
const reminded = (outcome: string): Line => ['info', 'reminded', { outcome }];

const refused = (refusal: DialRefusal): Sample => ({
  given: async (world) => {
    world.dialled = { refused: refusal };
    return [await world.due()];
  },
  lines: [dialled(refusal)],
});

/** A call to a person who was asked for an opinion before. */
async function askedBefore(world: World, at: number, until: number) {
  const event = await world.due();
  const about = 'call-out:another';
  const question = { beneficiaryId: `beneficiary-${ID}`, channel: 'evaluation', about, until } as const;
  await askPerson(world.store, world.inForce.survey, question, at);
  return [event];
}

/** A ringing call, and the event of its end. */
async function ended(world: World) {
  await world.due();
  await world.doCallOut(ID, { do: 'dialled', attempt: 1, contactId: 'contact-1', at: T });
  const effect = { id: 'call-out', at: T, what: 'call-out', to: '', token: `${ID}#1` };
  await world.store.recordEffect('call', 'contact-1', effect);
  const data = { contactId: 'contact-1', startedAt: isoInstant(T), answered: false, queued: false };
  return anEvent('rida.call.ended.v1', { subject: 'contact-1', data });
}
const stopped = async (world: World) => {
  await world.due();
  await world.doCallOut(ID, { do: 'dialled', attempt: 1, contactId: 'contact-1', at: T });
  await world.doCallOut(ID, { do: 'stop', by });
  return world.event('rida.call-out.finished.v1');
};

/** A stopped call of a week, of which so many parts are planned. */
async function finishedOfWeek(world: World, parts: number) {
  const calls = [[ID], ['call-out-9']].slice(0, parts);
  const week = aWeek({ sizes: calls.map(({ length }) => length), mode: 'flow' });
  await world.store.commit({
    ...{
      kind: 'week',
      id: week.id,
      before: undefined,
      after: week,
      cause: 'drawn',
      by,
      at: T,
      recordedAt: T,
    },
    ...{ correlationId: 'drawn', causationId: 'drawn', events: [] },
  });
  for (const [index, some] of calls.entries()) {
    const after = aReplicate({ id: replicateId(week.id, index + 1), calls: some, tally: unworked(1) });
    await world.store.commit({
      ...{
        kind: 'replicate',
        id: after.id,
        before: undefined,
        after,
        cause: 'drawn',
        by,
        at: T,
        recordedAt: T,
      },
      ...{ correlationId: 'drawn', causationId: 'drawn', events: [] },
    });
  }
  await world.due(ID, { week: aPlace({ mode: 'flow' }) });
  if (parts > 1)
    await world.doCallOut('call-out-9', aPlan({ week: aPlace({ mode: 'flow', replicate: 2 }), held: true }));
  await world.doCallOut(ID, { do: 'stop', by });
  return world.event('rida.call-out.finished.v1');
}

const deadline =
  (type: 'rida.sla.warned.v1' | 'rida.sla.breached.v1', clock: string, segment: 'citizen' | 'investor') =>
  async (world: World) => {
    const supportCase = aCase({ segment });
    world.store.seed(supportCase);
    return [anEvent(type, { subject: supportCase.id, data: { clock } })];
  };

export const outreach = {
  'outreach/dial': {
    dialled: { given: async (world) => [await world.due()], lines: [dialled('dialled')] },
    'not-due': {
      given: async (world) => {
        const event = await world.due();
        await world.doCallOut(ID, { do: 'stop', by });
        return [event];
      },
      lines: [dialled('not-due')],
    },
    'outside-hours': {
      given: async (world) => {
        const event = await world.due();
        world.clock.advance(12 * 3_600_000);
        return [event];
      },
      lines: [dialled('outside-hours')],
    },
    'opted-out': {
      given: async (world) => {
        const event = await world.due();
        const wish = { do: 'opt-out', of: ['calls'], cause: 'wish', at: T, recordedAt: T } as const;
        await prefer(world.store, `beneficiary-${ID}`, wish);
        return [event];
      },
      lines: [dialled('opted-out')],
    },
    joined: {
      given: async (world) => {
        await world.due('call-out-0', CALL_BACK);
        return [await world.due(ID, CALL_BACK)];
      },
      lines: [dialled('joined')],
    },
    engaged: {
      given: async (world) => {
        await world.due('call-out-0', CALL_BACK);
        const order = { do: 'dialled', attempt: 1, contactId: 'contact-0', at: T } as const;
        await world.doCallOut('call-out-0', order);
        return [await world.due(ID, CALL_BACK)];
      },
      lines: [dialled('engaged')],
    },
    'lines-taken': {
      given: async (world) => {
        world.set({ outbound: { ...world.inForce.outbound, concurrent: 0 } });
        return [await world.due()];
      },
      lines: [dialled('lines-taken')],
    },
    answered: {
      given: async (world) => [await world.due(ID, { ...CALL_BACK, caseRef: 'no-case', question: 'c0' })],
      lines: [dialled('answered')],
    },
    'own-staff': impossible('Staff are known by mail, and an evaluation is a call to a number.'),
    test: {
      given: async (world) => {
        const event = await world.due();
        const phone = (await world.store.load('call-out', ID))?.phone ?? '';
        world.set({ survey: { ...world.inForce.survey, testContacts: [phone] } });
        return [event];
      },
      lines: [dialled('test')],
    },
    'cool-down': { given: (world) => askedBefore(world, T, T), lines: [dialled('cool-down')] },
    'open-invitation': {
      given: (world) => {
        world.set({ survey: { ...world.inForce.survey, evaluationCoolDownMs: 0 } });
        return askedBefore(world, T - 1, T + 1);
      },
      lines: [dialled('open-invitation')],
    },
    throttled: refused('throttled'),
    limit: refused('limit'),
    'not-allowed': refused('not-allowed'),
    'invalid-number': refused('invalid-number'),
  },
  'outreach/complete-call': {
    committed: { given: async (world) => [await ended(world)], lines: [resultLine('committed')] },
    duplicate: {
      given: async (world) => {
        const event = await ended(world);
        await completeCall(world, event);
        return [event];
      },
      lines: [resultLine('duplicate')],
    },
    unchanged: impossible('The end of a call is always decided.'),
    rejected: {
      given: async (world) => {
        const event = await ended(world);
        // The call names an outbound call that is not stored.
        const effect = { id: 'call-out', at: T, what: 'call-out', to: '', token: 'no-call-out#1' };
        await world.store.recordEffect('call', 'contact-2', effect);
        const { data } = event;
        return [{ ...event, subject: 'contact-2', data: { ...data, contactId: 'contact-2' } }];
      },
      lines: [resultLine('rejected')],
    },
    'not-ours': { given: async () => [anEvent('rida.call.ended.v1')], lines: [resultLine('not-ours')] },
    over: { given: async (world) => [await stopped(world)], lines: [resultLine('over')] },
    released: { given: async (world) => [await finishedOfWeek(world, 2)], lines: [resultLine('released')] },
    enough: { given: async (world) => [await finishedOfWeek(world, 1)], lines: [resultLine('enough')] },
    planned: {
      given: async (world) => {
        const investor = anInvestor({ beneficiary: aBeneficiary({ phone: '+966551234567' }) });
        world.store.seed(investor);
        return [anEvent('rida.plan.closing-due.v1', { subject: investor.id })];
      },
      lines: [resultLine('planned')],
    },
    'hung-up': {
      given: async (world) => {
        world.contacts.set('contact-1', { initiatedAt: T });
        return [await stopped(world)];
      },
      lines: [resultLine('hung-up')],
    },
  },
  'outreach/task-for-deadline': {
    'promise-near': {
      given: deadline('rida.sla.warned.v1', 'followUp', 'citizen'),
      lines: [reminded('promise-near')],
    },
    'promise-missed': {
      given: deadline('rida.sla.breached.v1', 'followUp', 'citizen'),
      lines: [reminded('promise-missed')],
    },
    'step-late': {
      given: deadline('rida.sla.breached.v1', 'department', 'investor'),
      lines: [reminded('step-late')],
    },
    nobody: {
      given: deadline('rida.sla.warned.v1', 'resolution', 'citizen'),
      lines: [reminded('nobody')],
    },
    off: impossible('Only where agents have no tasks: the local centre always has them.'),
  },
} satisfies Partial<Samples>;
