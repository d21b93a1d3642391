import type { Actor } from '#events/vocabulary.ts';
import { collectEscalations } from '#functions/notices/collect-escalations.ts';
import { sendDigest } from '#functions/notices/send-digest.ts';
import { rollUp } from '#functions/reports/roll-up.ts';
import { alertSupervisor } from '#functions/surveys/alert-supervisor.ts';
import { inviteFunction } from '#functions/surveys/invite.function.ts';
import { sendMessage } from '#functions/surveys/send-message.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { prefer } from '#shared/application/prefer.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';
import { SendingFailure } from '#shared/ports/sending-failure.ts';
import type { Commit, CommitRecord } from '#shared/ports/store.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { CALLING_MORNING } from '#test/builders/a-call-out.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aCommit } from '#test/builders/a-commit.ts';
import { aMessage } from '#test/doubles/memory-feeds.ts';
import { recordedLog } from '../../runtime/recorded-log.ts';
import { REFUSED } from '../hosts.ts';
import type { Line, Samples } from '../sample.ts';
import { anEvent, type World } from '../world.ts';

const by = 'agent:salem' as const;

const gathered = (added: number): Line => ['info', 'notices-gathered', { added }];
const digestLine = (outcome: string): Line => ['info', 'staff-told', { outcome }];
const alerted = (outcome: string): Line => ['info', 'dissatisfaction-told', { outcome }];
const messaged = (outcome: string): Line => ['info', 'message-sent', { outcome }];
const invited = (outcome: string): Line => ['info', 'survey-sent', { outcome }];

/** A record of the table's stream. */
const aRecord = (over?: Partial<Commit>): CommitRecord => {
  const commit = aCommit(over);
  return { place: commit, commit };
};
const broken: EventDraft = { type: 'rida.note.added.v1', data: { message: 'm', by: 'nobody' as Actor } };
const place = { kind: 'case', id: '4K7-2M9-0382', version: 2 };

/** A resolved case whose beneficiary is asked by a text message. */
async function askedByMessage(world: World) {
  const at = CALLING_MORNING;
  world.clock.set(at);
  world.inForce = { ...world.inForce, messages: { ...world.inForce.messages, use: 'before-call' } };
  const opened = aCase({
    id: '4K7-2M9-0382' as Case['id'],
    channel: 'phone',
    beneficiary: { id: 'caller', phone: '+966512345678', authenticated: false },
  });
  world.store.seed(opened);
  const done = await handleCommand(
    { store: world.store, rules: world.inForce },
    {
      ...{ id: opened.id, by, at, recordedAt: at, cause: 'resolve', correlationId: 'x', causationId: 'x' },
      command: { do: 'resolve', as: 'done', outcome: 'تم', by },
    },
  );
  if (done.outcome !== 'committed') throw new Error(done.outcome);
  return world.event('rida.case.resolved.v1', opened.id);
}

/** A case with an open survey. */
async function asked(world: World) {
  const { id } = await world.open();
  const at = world.clock.now();
  await world.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by }, at);
  await world.do(id, { do: 'tick' }, at + DAY);
  world.clock.set(at + DAY);
  return { id, event: world.event('rida.survey.invited.v1', id) };
}

/** A case with an open survey, from before beneficiaries were asked to confirm: its survey has a mail of its own. */
async function askedApart(world: World) {
  const given = await asked(world);
  const { confirmation: _, ...before } = (await world.store.load('case', given.id)) ?? aCase();
  world.store.seed(before);
  return given;
}

/** An answer of a beneficiary with a score. */
async function answered(world: World, score: number) {
  const { id } = await asked(world);
  await world.do(
    id,
    {
      ...{ do: 'answer-survey', mode: 'mail', invitation: 's0', score, finished: true, language: 'ar' },
    },
    world.clock.now(),
  );
  return world.event('rida.survey.answered.v1', id);
}

const invocation = () => ({ signal: new AbortController().signal, logger: recordedLog().logger });

export const followUps = {
  'notices/collect-escalations': {
    done: {
      given: async (world) => {
        const [late, later] = [await world.open(), await world.open({ cause: 'the other' })];
        const events = [late, later].map(({ id }, n) =>
          anEvent('rida.sla.breached.v1', { subject: id, id: `0000000000000000000000000${n}` }),
        );
        await collectEscalations(world, events.slice(0, 1));
        return events;
      },
      lines: [gathered(1)],
    },
  },
  'notices/collect-for-watchers': {
    done: {
      given: async () => [anEvent('rida.message.received.v1')],
      lines: [gathered(0)],
    },
  },
  'notices/send-digest': {
    sent: { given: async () => [anEvent('rida.notices.due.v1')], lines: [digestLine('sent')] },
    'sent-before': {
      given: async (world) => {
        const event = anEvent('rida.notices.due.v1');
        await sendDigest(world, event);
        return [event];
      },
      lines: [digestLine('sent-before')],
    },
  },
  'surveys/invite': {
    sent: { given: async (world) => [(await askedApart(world)).event], lines: [invited('sent')] },
    'sent-before': {
      given: async (world) => {
        const { event } = await askedApart(world);
        await inviteFunction.run(world, event, invocation());
        return [event];
      },
      lines: [invited('sent-before')],
    },
    suppressed: {
      given: async (world) => {
        const { id, event } = await askedApart(world);
        const to = 'norah@example.com';
        await world.do(id, { do: 'mail-failed', to, reason: 'bounced', permanent: true });
        return [event];
      },
      lines: [invited('suppressed')],
    },
    outdated: {
      given: async (world) => {
        const { id, event } = await askedApart(world);
        await world.do(id, { do: 'receive', channel: 'mail' });
        return [event];
      },
      lines: [invited('outdated')],
    },
    'beside-outcome': {
      given: async (world) => [(await asked(world)).event],
      lines: [invited('beside-outcome')],
    },
  },
  'surveys/send-message': {
    sent: { given: async (world) => [await askedByMessage(world)], lines: [messaged('sent')] },
    'sent-before': {
      given: async (world) => {
        const event = await askedByMessage(world);
        await sendMessage(world, event);
        return [event];
      },
      lines: [messaged('sent-before')],
    },
    unconfirmed: {
      given: async (world) => {
        world.messages.failures.push(new SendingFailure('unconfirmed', 'no answer'));
        return [await askedByMessage(world)];
      },
      lines: [['warn', 'message-unconfirmed'], messaged('unconfirmed')],
    },
    'opted-out': {
      given: async (world) => {
        const event = await askedByMessage(world);
        const at = world.clock.now();
        const wish = { do: 'opt-out', of: ['updates'], cause: 'opt-out', at, recordedAt: at } as const;
        await prefer(world.store, 'caller', wish);
        return [event];
      },
      lines: [messaged('opted-out')],
    },
    'call-planned': {
      given: async (world) => {
        const event = await askedByMessage(world);
        world.inForce = { ...world.inForce, messages: { ...world.inForce.messages, use: 'off' } };
        return [event];
      },
      lines: [messaged('call-planned')],
    },
    outdated: {
      given: async (world) => {
        const event = await askedByMessage(world);
        await world.do(event.subject, { do: 'receive', channel: 'phone' });
        return [event];
      },
      lines: [messaged('outdated')],
    },
    'not-asked': {
      given: async (world) => {
        const { id } = await world.open();
        await world.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by });
        return [world.event('rida.case.resolved.v1', id)];
      },
      lines: [messaged('not-asked')],
    },
  },
  'surveys/alert-supervisor': {
    sent: { given: async (world) => [await answered(world, 1)], lines: [alerted('sent')] },
    'sent-before': {
      given: async (world) => {
        const event = await answered(world, 1);
        await alertSupervisor(world, event);
        return [event];
      },
      lines: [alerted('sent-before')],
    },
    suppressed: {
      given: async (world) => {
        const { audiences } = world.inForce;
        // The supervisor wrote to the centre once, and mail to that address bounced.
        world.set({ audiences: { ...audiences, supervisor: 'norah@example.com' } });
        const event = await answered(world, 1);
        const failed = {
          do: 'mail-failed',
          to: 'norah@example.com',
          reason: 'bounced',
          permanent: true,
        } as const;
        await world.do(event.subject, failed);
        return [event];
      },
      lines: [alerted('suppressed')],
    },
    content: { given: async (world) => [await answered(world, 5)], lines: [alerted('content')] },
    corrected: {
      given: async (world) => {
        const first = await answered(world, 1);
        const again = {
          do: 'answer-survey',
          mode: 'mail',
          invitation: 's0',
          score: 5,
          finished: true,
        } as const;
        await world.do(first.subject, { ...again, language: 'ar' }, world.clock.now() + MINUTE);
        return [world.event('rida.survey.answered.v1', first.subject)];
      },
      lines: [alerted('corrected')],
    },
  },
  'reports/roll-up': {
    done: {
      given: async (world) => {
        const [one, two] = [anEvent('rida.case.opened.v1'), anEvent('rida.survey.answered.v1')];
        await rollUp(world, [one]);
        return [one, two];
      },
      lines: [['info', 'rolled-up', { counted: 1 }]],
    },
    'too late': {
      given: async () => [
        { ...anEvent('rida.case.opened.v1'), recordedTime: '2024-01-01T00:00:00.000Z' },
        anEvent('rida.survey.answered.v1'),
      ],
      lines: [
        ['info', 'rolled-up', { counted: 1 }],
        ['warn', 'event-too-late', { tooLate: 1 }],
      ],
    },
  },
  'reports/export-days': {
    off: { given: async () => [], lines: [] },
    done: {
      given: async (world) => {
        world.set({ dataExport: { isOn: true, isCompressed: false } });
        await world.figures.save({ day: '2026-01-02', shard: 0, version: 1, counts: { calls: 1 } }, []);
        return [];
      },
      lines: [['info', 'days-exported', { days: 2, lines: 0, waiting: 0 }]],
    },
    damaged: {
      given: async (world) => {
        world.set({ dataExport: { isOn: true, isCompressed: false } });
        const id = '4K7-R2M-0385';
        const counted = {
          id: 'e1',
          recordedAt: 0,
          day: '2026-01-03',
          at: 0,
          subject: id,
          counters: { calls: 1 },
        };
        const figures = { day: '2026-01-03', shard: 0, version: 1, counts: { calls: 1 } };
        await world.figures.save(figures, [counted]);
        world.store.timeline = async () => Promise.reject(new StoreError('damaged', 'its body is not JSON'));
        return [];
      },
      lines: [
        ['info', 'days-exported', { days: 1, lines: 0, waiting: 0 }],
        ['warn', 'export-incomplete', { unreadable: 1 }],
      ],
    },
  },
  'reports/send-reports': {
    done: {
      given: async (world) => {
        // In the week before the Sunday of the clock, which is also in its weekend.
        const counts = { 'opened|mail|report': 1 };
        await world.figures.save({ day: '2026-01-02', shard: 0, version: 1, counts }, []);
        return [];
      },
      lines: [['info', 'reports-sent', { sent: 2, waiting: 0 }]],
    },
  },
  'relay/relay': {
    all: {
      given: async () => [aRecord(), aRecord()],
      lines: [['info', 'relayed', { commits: 2 }]],
    },
    'not all': {
      given: async () => [aRecord(), aRecord({ id: REFUSED })],
      lines: [['warn', 'relay-incomplete', { commits: 2, failed: 1 }]],
    },
    'set aside': {
      given: async () => [aRecord(), aRecord({ id: '4K7-2M9-0382', events: [broken] })],
      lines: [
        ['error', 'commit-set-aside', { ...place, reason: 'breaks-contract' }],
        ['info', 'relayed', { commits: 2 }],
      ],
    },
  },
  'relay/deliver': {
    nothing: { given: async () => [], lines: [] },
    delivered: {
      given: async ({ queueFeeds }) => {
        queueFeeds.waiting.set('due', ['m1', 'm2', 'm3'].map(aMessage));
        queueFeeds.failing = async () => ['m2'];
        return [];
      },
      lines: [['info', 'messages-delivered', { processed: 2, failed: 1 }]],
    },
    stopped: {
      given: async ({ queueFeeds }) => {
        queueFeeds.receive = () => Promise.reject(new Error('access denied'));
        return [];
      },
      lines: [['error', 'delivery-stopped', { worker: 'clock' }]],
    },
  },
  'relay/republish': {
    published: {
      given: async (world) => {
        const { id } = await world.open();
        return [{ kind: 'case', id, version: 1 }];
      },
      lines: [['info', 'commit-republished', { outcome: 'published', kind: 'case', version: 1 }]],
    },
    'not-stored': {
      given: async () => [place],
      lines: [['info', 'commit-republished', { ...place, outcome: 'not-stored' }]],
    },
  },
} satisfies Partial<Samples>;
