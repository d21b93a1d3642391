import { describe, expect, onTestFinished, test } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { smtpMailer } from '#shared/adapters/embedded/smtp-mailer.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { restingMailer } from '#shared/adapters/mail/resting-mailer.ts';
import { DeliveryWaits, deliverOnce } from '#shared/application/deliver-once.ts';
import type { WaitReason } from '#shared/domain/mail/delivery-wait.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aReference } from '#test/builders/a-case.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import {
  hangsUp,
  type RelayScript,
  resets,
  says,
  scriptedRelay,
  silent,
} from '#test/doubles/scripted-relay.ts';
import { aCentre, aFolder, aMail, onlyCase } from './support.ts';

/** How long the tests wait for a silent relay. */
const PATIENCE = { greetingMs: 60, silentMs: 120 };

/** Mails that wait in a queue, a relay, and the time of the centre. */
async function aSender(script: RelayScript, mails: number) {
  const relay = await scriptedRelay(script);
  const clock = fixedClock();
  const store = new SqliteStore(openDatabase(':memory:'));
  const smtp = smtpMailer({ host: '127.0.0.1', port: relay.port, tls: 'none' }, PATIENCE);
  onTestFinished(() => smtp.close());
  const mailer = restingMailer(smtp, clock);
  const id = aReference();
  const begin = clock.now();
  const waiting = new Map(Array.from({ length: mails }, (_, n) => [`m${n}`, begin]));
  const dead: string[] = [];
  const reasons: WaitReason[] = [];

  async function deliver(effectId: string): Promise<void> {
    try {
      await deliverOnce(
        { store, mailer, clock },
        {
          about: { kind: 'case', id },
          ...{ effectId, what: 'reply', to: 'norah@example.com' },
          mail: { subject: 'رد', text: 'نص', html: '<p>نص</p>', template: 'reply', version: 1 },
          from: { name: '', address: 'help@rida.example' },
          ...{ messageId: `<${effectId}@rida.example>`, references: [] },
        },
      );
      waiting.delete(effectId);
    } catch (error) {
      if (!(error instanceof DeliveryWaits)) throw error;
      reasons.push(error.reason);
      if (error.counts) {
        waiting.delete(effectId);
        dead.push(effectId);
      } else waiting.set(effectId, clock.now() + error.retryAfterMs);
    }
  }

  /** Let time pass. Each mail is tried when its time has come, as its queue does. */
  async function pass(ms: number): Promise<void> {
    const end = clock.now() + ms;
    for (;;) {
      const due = [...waiting].filter(([, at]) => at <= clock.now()).map(([name]) => name);
      await Promise.all(due.map(deliver));
      const next = Math.min(...waiting.values());
      if (next > end) break;
      clock.set(Math.max(next, clock.now()));
    }
    clock.set(end);
  }
  const copiesOf = (n: number) => relay.copies.filter((one) => one === `<m${n}@rida.example>`).length;
  return { relay, clock, store, id, waiting, dead, reasons, pass, copiesOf };
}

interface Row {
  readonly script: RelayScript;
  readonly reason: WaitReason;
  /** The copies that the relay has after an hour of one mail. */
  readonly copies: number;
  readonly isDead?: true;
}

const rows: Readonly<Record<string, Row>> = {
  'hangs up at once': { script: { connect: hangsUp }, reason: 'unreachable', copies: 0 },
  'accepts a connection and is silent': { script: { connect: silent }, reason: 'unreachable', copies: 0 },
  'is busy at the greeting (421)': {
    script: { connect: says('421 4.3.2 busy') },
    reason: 'unreachable',
    copies: 0,
  },
  'refuses the connection (554)': {
    script: { connect: says('554 5.7.1 no') },
    reason: 'unreachable',
    copies: 0,
  },
  'hangs up after the hello': { script: { hello: hangsUp }, reason: 'unconfirmed', copies: 0 },
  'greylists the recipient (451)': {
    script: { recipient: says('451 4.7.1 greylisted') },
    reason: 'busy',
    copies: 0,
  },
  'has a full mailbox (452)': { script: { recipient: says('452 4.2.2 full') }, reason: 'busy', copies: 0 },
  'refuses by policy (550)': {
    script: { recipient: says('550 5.7.1 no') },
    reason: 'rejected',
    copies: 0,
    isDead: true,
  },
  'is silent at the recipient': { script: { recipient: silent }, reason: 'unconfirmed', copies: 0 },
  'puts the mail off before it (451)': {
    script: { data: says('451 4.3.0 later') },
    reason: 'busy',
    copies: 0,
  },
  'refuses the content (554)': {
    script: { mail: says('554 5.6.0 no') },
    reason: 'rejected',
    copies: 1,
    isDead: true,
  },
  'puts the mail off after it (450)': {
    script: { mail: says('450 4.3.0 later') },
    reason: 'busy',
    copies: 4,
  },
  'takes the mail and hangs up': { script: { mail: hangsUp }, reason: 'unconfirmed', copies: 3 },
  'takes the mail and resets': { script: { mail: resets }, reason: 'unconfirmed', copies: 3 },
  'takes the mail and is silent': { script: { mail: silent }, reason: 'unconfirmed', copies: 3 },
};

describe('a relay that', () => {
  test.each(Object.entries(rows))('%s', async (_, { script, reason, copies, isDead }) => {
    const { relay, store, id, waiting, dead, reasons, pass, copiesOf } = await aSender(script, 1);
    await pass(HOUR - MINUTE);
    expect(reasons[0]).toBe(reason);
    expect(copiesOf(0)).toBe(copies);
    expect([...waiting.keys(), ...dead]).toEqual(['m0']);
    expect(dead).toHaveLength(isDead ? 1 : 0);
    expect((await store.effect('case', id, 'm0'))?.waits).toMatchObject({ reason });
    if (isDead) return;
    relay.script = {};
    await pass(2 * HOUR);
    expect(waiting.size).toBe(0);
    expect(copiesOf(0)).toBe(copies + 1);
    expect((await store.effect('case', id, 'm0'))?.waits).toBeUndefined();
  });
});

test('20 mails to a relay that hangs up before its 250: three copies an hour at most, for half a day', async () => {
  const { relay, waiting, pass, copiesOf } = await aSender({ mail: hangsUp }, 20);
  for (let hour = 1; hour <= 12; hour += 1) {
    const before = Array.from({ length: 20 }, (_, n) => copiesOf(n));
    await pass(HOUR);
    for (const [n, count] of before.entries()) expect(copiesOf(n) - count).toBeLessThanOrEqual(3);
  }
  relay.script = {};
  await pass(2 * HOUR);
  expect(waiting.size).toBe(0);
});

test('a relay that is down for a day loses nothing, and gets every mail once when it returns', async () => {
  const MAILS = 40;
  const { relay, store, id, waiting, dead, pass, copiesOf } = await aSender({}, MAILS);
  await relay.stop();
  await pass(DAY);
  expect(waiting.size).toBe(MAILS);
  expect(dead).toEqual([]);
  expect(relay.copies).toEqual([]);
  await relay.start();
  await pass(90 * MINUTE);
  expect(waiting.size).toBe(0);
  for (let n = 0; n < MAILS; n += 1) expect(copiesOf(n)).toBe(1);
  const effects = await store.effects('case', id);
  expect(effects.every(({ waits }) => waits === undefined)).toBe(true);
});

test('a silent relay with forty mails is tried by few of them', async () => {
  const { relay, pass } = await aSender({ connect: silent }, 40);
  relay.connections = 0;
  await pass(MINUTE);
  // The first burst, which began before the relay was known to be silent, and one test of it.
  expect(relay.connections).toBeLessThanOrEqual(42);
  relay.connections = 0;
  await pass(HOUR);
  expect(relay.connections).toBeLessThanOrEqual(12);
});

test('the case and the page of the queues say that a mail waits, and it goes out when the relay answers', async () => {
  const relay = await scriptedRelay({ mail: hangsUp });
  const centre = await aCentre({ relay: { host: '127.0.0.1', port: relay.port, tls: 'none' } });
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  expect(relay.copies).toHaveLength(1);
  const { id } = await onlyCase(centre);
  const agent = await signInAt(centre.url, 'salem', 'سالم');
  const said = 'رسالة تنتظر: انقطع خادم البريد قبل أن يؤكد استلامها';
  const page = await agent.page(`/cases/${id}`);
  for (const words of [said, 'محاولة واحدة', 'المحاولة التالية:', 'قد تصل أكثر من مرة'])
    expect(page).toContain(words);
  const queues = await agent.page('/queues');
  for (const words of [said, 'رسالة واحدة مؤجلة', 'المحاولة التالية بعد']) expect(queues).toContain(words);
  relay.script = {};
  await centre.advance(2 * MINUTE);
  expect(relay.copies).toHaveLength(2);
  expect(new Set(relay.copies).size).toBe(1);
  expect(await agent.page(`/cases/${id}`)).not.toContain(said);
  expect(await agent.page('/queues')).not.toContain(said);
});

test('a restart tries no mail before its time', async () => {
  const relay = await scriptedRelay({ mail: hangsUp });
  const data = aFolder();
  const options = { data, relay: { host: '127.0.0.1', port: relay.port, tls: 'none' } } as const;
  const before = await aCentre(options);
  await handIn(before.smtpPort, aMail());
  await before.settle();
  await before.close();
  const after = await aCentre(options);
  await after.settle();
  expect(relay.copies).toHaveLength(1);
  expect(after.bus.queueDepths().filter(({ waiting }) => waiting > 0)).toMatchObject([
    { name: 'mail/notify-beneficiary', waiting: 1, dead: 0, postponed: [{ reason: 'unconfirmed' }] },
  ]);
});
