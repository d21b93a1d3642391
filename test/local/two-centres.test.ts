import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LocalCentre } from '#infra/local/centre.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { aCentre, aFolder } from './support.ts';

const centreAt = async (helpAddress: string): Promise<LocalCentre> => {
  const settings = join(aFolder(), 'settings.json');
  writeFileSync(settings, JSON.stringify({ centre: { ...defaultSettings.centre, helpAddress } }));
  return aCentre({ settings });
};

/** Headers by which a program could detect that a machine wrote a mail, or which mail it answers. */
const MARKS =
  /^(?:auto-submitted|x-auto-response-suppress|x-rida-mail|precedence|list-[a-z-]+|return-path|feedback-id|in-reply-to|references|message-id|reply-to):/i;

interface Changed {
  readonly kept?: RegExp;
  readonly subject?: (n: number) => string;
  readonly text?: (text: string, n: number) => string;
}

/** The mail without the lines of these headers, with its continuation lines. */
function without(raw: string, marks: RegExp, kept: RegExp | undefined): string {
  const [header = '', ...body] = raw.split('\r\n\r\n');
  const lines = header.replace(/\r\n(?=[ \t])/gu, '\u0000').split('\r\n');
  const left = lines.filter((line) => !marks.test(line) || kept?.test(line));
  return [left.join('\r\n').replaceAll('\u0000', '\r\n'), ...body].join('\r\n\r\n');
}

const SENT = new WeakMap<LocalCentre, number>();

/** Pass what a centre sent to another address since the last time. */
async function pass(
  from: LocalCentre,
  to: LocalCentre,
  [sender, address]: readonly [string, string],
  { kept, subject }: Changed,
  count: () => number,
): Promise<number> {
  const all = (from.outbox?.list(1_000) ?? []).filter((mail) => mail.to.includes(address)).reverse();
  const fresh = all.slice(SENT.get(from) ?? 0);
  SENT.set(from, all.length);
  for (const { id } of fresh) {
    const raw = Buffer.from((await from.outbox?.raw(id)) ?? []).toString('latin1');
    const n = count();
    const stripped = without(raw, MARKS, kept);
    const changed = subject
      ? stripped.replace(/^Subject:.*(?:\r\n[ \t].*)*/mu, `Subject: ${subject(n)}`)
      : stripped;
    await handIn(to.smtpPort, {
      ...{ from: { name: '', address: sender }, to: address, subject: '', text: '' },
      raw: Buffer.from(changed, 'latin1'),
    });
  }
  return fresh.length;
}

const NAMES = ['Lamp', 'Road', 'Park', 'Water', 'Noise', 'Dust', 'Waste', 'Wall', 'Bridge', 'Tree'];
const CHANGED: readonly (readonly [string, Changed])[] = [
  ['with every automatic header stripped', {}],
  ['with the headers of the thread', { kept: /^(?:message-id|in-reply-to|references|reply-to):/i }],
  [
    'with a new subject and ticket number in each mail',
    { subject: (n) => `${NAMES[n % NAMES.length]} - ticket ${7_000 + n * 37}` },
  ],
];

test.each(CHANGED)(
  'two centres that write to each other %s stop within ten mails',
  async (_name, changed) => {
    const [ours, theirs] = ['help@one.example', 'help@two.example'] as const;
    const one = await centreAt(ours);
    const two = await centreAt(theirs);
    let mails = 0;
    const count = () => {
      mails += 1;
      return mails;
    };
    count();
    const text = 'بلاغ: إنارة شارع التحلية مطفأة منذ يومين والحي مظلم ليلًا.';
    await handIn(one.smtpPort, { from: { name: '', address: theirs }, to: ours, subject: 'إنارة', text });
    for (let days = 0; days < 4; ) {
      await one.settle();
      await two.settle();
      const passed =
        (await pass(one, two, [ours, theirs], changed, count)) +
        (await pass(two, one, [theirs, ours], changed, count));
      expect(mails).toBeLessThanOrEqual(10);
      if (passed > 0) continue;
      // A day later the limits allow what they withheld.
      days += 1;
      await Promise.all([one.advance(DAY), two.advance(DAY)]);
    }
    expect(mails).toBeGreaterThan(1);
  },
);
