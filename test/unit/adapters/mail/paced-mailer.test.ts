import { describe, expect, it } from 'vitest';
import { pacedMailer } from '#shared/adapters/mail/paced-mailer.ts';
import { SendingQuotaExceeded, SendingRateExceeded } from '#shared/adapters/mail/sending-errors.ts';
import { aMailOut } from '#test/builders/a-mail-out.ts';

const mail = aMailOut(['c@d.example']);

/** A provider with fixed responses, on a clock that only sleeping moves. */
function paced(answers: readonly (Error | 'taken')[], perSecond = 2, patienceMs = 10_000) {
  let now = 0;
  const tried: number[] = [];
  const mailer = {
    send: async () => {
      const answer = answers[tried.length] ?? 'taken';
      tried.push(now);
      if (answer !== 'taken') throw answer;
      return { providerId: `p-${tried.length}` };
    },
  };
  const sleep = async (ms: number) => {
    now += ms;
  };
  const sender = pacedMailer(mailer, { perSecond, patienceMs, now: () => now, sleep, random: () => 0 });
  return { sender, tried };
}
const rate = () => new SendingRateExceeded('slower');

describe('a paced mailer', () => {
  it('lets the first go at once and the others by the rate', async () => {
    const { sender, tried } = paced([]);
    for (let n = 0; n < 4; n += 1) await sender.send(mail);
    expect(tried).toEqual([0, 500, 1000, 1500]);
  });

  it('tries again after pauses that double', async () => {
    const { sender, tried } = paced([rate(), rate(), rate()], 1000);
    expect(await sender.send(mail)).toEqual({ providerId: 'p-4' });
    expect(tried).toEqual([0, 125, 375, 875]);
  });

  it('leaves a mail to its queue when patience ends', async () => {
    const { sender, tried } = paced(Array.from({ length: 50 }, rate), 1000, 2_000);
    await expect(sender.send(mail)).rejects.toMatchObject({ retryAfterMs: 900_000 });
    expect(tried.length).toBeGreaterThan(2);
    expect(Math.max(...tried)).toBeLessThanOrEqual(2_000);
  });

  it('refuses at once a mail whose turn would come too late', async () => {
    const { sender, tried } = paced([], 0.05, 15_000);
    const outcomes = await Promise.allSettled([sender.send(mail), sender.send(mail)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(tried).toEqual([0]);
  });

  it.each([
    ['a quota that is used up', new SendingQuotaExceeded('tomorrow')],
    ['a refusal for good', new Error('MessageRejected')],
  ])('does not repeat %s', async (_, error) => {
    const { sender, tried } = paced([error]);
    await expect(sender.send(mail)).rejects.toBe(error);
    expect(tried).toHaveLength(1);
  });
});
