import { expect, test } from 'vitest';
import { restingMailer } from '#shared/adapters/mail/resting-mailer.ts';
import type { WaitReason } from '#shared/domain/mail/delivery-wait.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { SendingFailure } from '#shared/ports/sending-failure.ts';
import { aMailOut } from '#test/builders/a-mail-out.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';

const mail = aMailOut(['a@example.sa']);

/** A relay whose answer a test sets. */
function aRelay() {
  const clock = fixedClock();
  const relay = { tried: 0, fails: undefined as WaitReason | undefined };
  const mailer = restingMailer(
    {
      async send() {
        relay.tried += 1;
        if (relay.fails) throw new SendingFailure(relay.fails, 'no');
        return {};
      },
    },
    clock,
  );
  const send = () =>
    mailer.send(mail).then(
      () => 'sent',
      (error: unknown) => (error as SendingFailure).reason,
    );
  return { clock, relay, send };
}

const times = async <T>(n: number, work: () => Promise<T>): Promise<T[]> => {
  const all: T[] = [];
  for (let k = 0; k < n; k += 1) all.push(await work());
  return all;
};

test.each(['unreachable', 'unconfirmed'] as const)('a relay that is %s three times rests', async (fails) => {
  const { clock, relay, send } = aRelay();
  relay.fails = fails;
  expect(await times(5, send)).toEqual([fails, fails, fails, 'resting', 'resting']);
  expect(relay.tried).toBe(3);
  clock.advance(MINUTE);
  expect(await times(2, send)).toEqual([fails, 'resting']);
  clock.advance(MINUTE);
  expect(await send()).toBe('resting');
  clock.advance(MINUTE);
  relay.fails = undefined;
  expect(await times(3, send)).toEqual(['sent', 'sent', 'sent']);
});

test.each(['busy', 'rejected'] as const)('a relay that answers %s works', async (fails) => {
  const { relay, send } = aRelay();
  relay.fails = fails;
  expect(await times(9, send)).toEqual(Array(9).fill(fails));
});

test('failures of many mails at the same moment begin one rest', async () => {
  const { clock, relay, send } = aRelay();
  relay.fails = 'unreachable';
  await Promise.all(Array.from({ length: 20 }, send));
  clock.advance(MINUTE);
  relay.fails = undefined;
  expect(await send()).toBe('sent');
});

test('after a rest one mail tests the relay, and the others wait for it', async () => {
  const { clock, relay, send } = aRelay();
  relay.fails = 'unreachable';
  await times(3, send);
  clock.advance(MINUTE);
  relay.tried = 0;
  expect((await Promise.all(Array.from({ length: 10 }, send))).sort()).toEqual([
    ...Array(9).fill('resting'),
    'unreachable',
  ]);
  expect(relay.tried).toBe(1);
});
