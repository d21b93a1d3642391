import { sesMailEvent } from '#events/inbound/ses-mail-event.ts';
import { acknowledgementOf } from '#functions/mail/answered-sender.ts';
import { recordMailFeedback } from '#functions/mail/mail-feedback.ts';
import { ingestMail } from '#functions/mail/mail-intake.ts';
import { notifyBeneficiary } from '#functions/mail/notify-beneficiary.ts';
import { receiptOf } from '#infra/local/mail/receipt.ts';
import { effectIdOf } from '#shared/application/send-once.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { aMail, HELP, NORAH, received } from '../../mail/post-room.ts';
import type { Line, Sample, Samples } from '../sample.ts';
import { inbound, type World } from '../world.ts';

const by = 'agent:salem' as const;

const notified = (outcome: string): Line => ['info', 'beneficiary-notified', { outcome }];
const STOPPED: Line = ['warn', 'acknowledgements-stopped'];

/** Five mails of one sender at the same time. */
const fiveMails = async (world: World, desk: object, subjectOf: (n: number) => string) => {
  world.set({ desk: { ...world.inForce.desk, ...desk } });
  const events = [];
  for (let n = 0; n < 5; n += 1) {
    const { id } = await world.open({ subject: subjectOf(n) });
    events.push(world.event('rida.case.opened.v1', id));
    world.clock.advance(1);
  }
  return events;
};
const acknowledgedBefore = async ({ store, quotas, clock }: World, supportCase: Case): Promise<void> => {
  const { id, beneficiary } = supportCase;
  const quota = { name: `acknowledgements-to-${beneficiary.id}`, allowed: 50, withinMs: DAY };
  await quotas.count(quota, id, clock.now());
  const sending = acknowledgementOf(supportCase);
  const effect = { what: sending.what, to: sending.to, token: `<${id}@rida.example>`, at: clock.now() };
  await store.recordEffect('case', id, { id: effectIdOf(sending), ...effect });
};
const different = (n: number): string => `${'ا'.repeat(n + 1)} إنارة الشارع`;
const opened = async (world: World, over: Parameters<World['open']>[0] = {}) => {
  await world.open(over);
  return world.event('rida.case.opened.v1');
};
const resolved = async (world: World, id: string) => {
  await world.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by });
  return world.event('rida.case.resolved.v1');
};

const taken = (outcome: string): Line => ['info', 'mail-taken-in', { outcome }];
const receipt = (rawKey: string, trust: 'loopback' | 'none' = 'loopback') =>
  receiptOf({ rawKey, sender: NORAH, recipients: [HELP], at: T }, trust);
const mailed =
  (...mails: readonly ReturnType<typeof aMail>[]): Sample['given'] =>
  async (world) => {
    for (const [n, mail] of mails.entries()) await world.accept(`mail/${n}`, mail);
    for (let n = 0; n < mails.length - 1; n += 1) await ingestMail(world, received({ rawKey: `mail/${n}` }));
    return [receipt(`mail/${mails.length - 1}`)];
  };

/** A case that was acknowledged, and the bounce event of SES for that mail. */
async function bounced(world: World) {
  const event = await opened(world);
  await notifyBeneficiary(world, event);
  const { tags = {} } = world.lastSent();
  const sample = sesMailEvent.parse(inbound('ses-mail-event'));
  const own = Object.fromEntries(Object.entries(tags).map(([name, tag]) => [name, [tag]]));
  return { ...sample, detail: { ...sample.detail, mail: { ...sample.detail.mail, tags: own } } };
}
const fedBack = (outcomes: string): Line => ['info', 'mail-feedback', { feedback: 'Bounce', outcomes }];

export const mail = {
  'mail/notify-beneficiary': {
    sent: { given: async (world) => [await opened(world)], lines: [notified('sent')] },
    'sent-before': {
      given: async (world) => {
        const event = await opened(world);
        await notifyBeneficiary(world, event);
        return [event];
      },
      lines: [notified('sent-before')],
    },
    'call-planned': {
      given: async (world) => {
        const { id } = await world.open();
        await world.do(id, { do: 'correct', to: { email: null, phone: '+966500000001' }, says: false, by });
        return [await resolved(world, id)];
      },
      lines: [notified('call-planned')],
    },
    suppressed: {
      given: async (world) => {
        const { id } = await world.open();
        await world.do(id, { do: 'mail-failed', to: NORAH, reason: 'bounced', permanent: true });
        return [await resolved(world, id)];
      },
      lines: [notified('suppressed')],
    },
    stopped: {
      given: (world) => fiveMails(world, { acknowledgementsPerHour: 2 }, different),
      lines: [
        ...[notified('sent'), notified('sent'), notified('sent')],
        ...[notified('stopped'), STOPPED, notified('stopped'), STOPPED],
      ],
    },
    'too-many': {
      given: (world) => fiveMails(world, { acknowledgementsPerDay: 4 }, different),
      lines: [
        ...[notified('sent'), notified('sent'), notified('sent'), notified('sent')],
        notified('too-many'),
      ],
    },
    'ping-pong': {
      given: async (world) => {
        const events = await fiveMails(world, { acknowledgementsPerDay: 50 }, () => 'إنارة الشارع');
        for (const { subject: id } of events.slice(0, -1)) {
          const supportCase = (await world.store.load('case', id)) ?? (await world.open());
          await acknowledgedBefore(world, supportCase);
        }
        return events.slice(-1);
      },
      lines: [notified('ping-pong')],
    },
    'not-wanted': {
      given: async (world) => [await opened(world, { beneficiary: { authenticated: false } })],
      lines: [notified('not-wanted')],
    },
    'no-address': {
      given: async (world) => {
        const { id } = await world.open();
        const event = await resolved(world, id);
        const { beneficiary, ...rest } = (await world.store.load('case', id)) ?? (await world.open());
        const { email: _, ...nameless } = beneficiary;
        world.store.seed({ ...rest, beneficiary: nameless });
        return [event];
      },
      lines: [notified('no-address')],
    },
  },
  'mail/mail-intake': {
    opened: { given: mailed(aMail()), lines: [taken('opened')] },
    appended: {
      given: async (world) => {
        await world.accept('mail/1', aMail());
        const { caseRef } = await ingestMail(world, received());
        await world.accept(
          'mail/2',
          aMail({ messageId: '<2@example.com>', subject: `Re: [رضا ${caseRef}]` }),
        );
        return [receipt('mail/2')];
      },
      lines: [taken('appended')],
    },
    quarantined: {
      given: async (world) => {
        await world.accept('mail/1', { kind: 'unreadable', reason: 'not-a-mail', message: '' });
        return [receipt('mail/1')];
      },
      lines: [taken('quarantined')],
    },
    'set-aside': {
      given: mailed(aMail({ headers: { 'auto-submitted': 'auto-replied' } })),
      lines: [taken('set-aside')],
    },
    duplicate: { given: mailed(aMail(), aMail()), lines: [taken('duplicate')] },
    kept: {
      given: async () => {
        const at = { sender: NORAH, recipients: ['admin@rida.example'], at: T };
        const clean = receiptOf({ rawKey: 'mail/1', ...at }, 'none');
        const spam = receiptOf({ rawKey: 'mail/2', ...at }, 'none');
        return [clean, { ...spam, receipt: { ...spam.receipt, spamVerdict: { status: 'FAIL' } } }];
      },
      lines: [
        ['warn', 'mail-for-administrator'],
        ['info', 'mail-kept'],
      ],
    },
  },
  'mail/mail-feedback': {
    recorded: { given: async (world) => [await bounced(world)], lines: [fedBack('recorded')] },
    repeated: {
      given: async (world) => {
        const event = await bounced(world);
        await recordMailFeedback(world, event);
        return [event];
      },
      lines: [fedBack('repeated')],
    },
    'no-case': { given: async () => [inbound('ses-mail-event')], lines: [fedBack('no-case')] },
    erased: {
      given: async (world) => {
        const event = await bounced(world);
        const { subject } = world.event('rida.case.opened.v1');
        await world.do(subject, { do: 'resolve', as: 'done', outcome: 'تم', by });
        await world.do(subject, { do: 'close', reason: 'finished', by });
        await world.do(subject, { do: 'erase', because: 'request', by });
        return [event];
      },
      lines: [fedBack('erased')],
    },
    none: {
      given: async () => {
        const sample = sesMailEvent.parse(inbound('ses-mail-event'));
        const { bounce: _, ...detail } = sample.detail;
        return [{ ...sample, detail: { ...detail, eventType: 'Delivery' } }];
      },
      lines: [['info', 'mail-feedback', { feedback: 'Delivery', outcomes: '' }]],
    },
  },
  'mail/mail-sweep': {
    nothing: { given: async () => [], lines: [['info', 'mail-swept']] },
    forgotten: {
      given: async (world) => {
        world.waiting = [{ rawKey: 'mail/1', receivedAt: 0 }];
        return [];
      },
      lines: [['warn', 'mail-forgotten', { found: 1 }]],
    },
  },
} satisfies Partial<Samples>;
