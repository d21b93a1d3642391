import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestMail } from '#functions/mail/mail-intake.ts';
import type { ReceivedMail } from '#functions/mail/received-mail.ts';
import { createMailReader } from '#shared/adapters/mail/parse-mail.ts';
import { NORAH, PostRoom, received } from './post-room.ts';
import { NO_SPELLINGS, SPELLINGS } from './reference-spellings.ts';
import { html, plain } from './table/row.ts';

const reader = createMailReader();
afterAll(() => reader.close());

const room = new PostRoom();
const deps = () => ({ ...room.deps(), parseMail: (raw: Uint8Array) => reader.parseMail(raw) });
let sent = 0;

/** Hand in the bytes of a mail. */
async function handIn(
  from: string,
  dmarc: ReceivedMail['dmarc'],
  written: (...headers: string[]) => Uint8Array,
) {
  sent += 1;
  const at = received({ rawKey: `mail/${sent}`, envelopeFrom: from, dmarc });
  const raw = written(`From: ${from}`, `Message-ID: <${sent}@example.com>`);
  await room.blobs.put(at.rawKey, raw, 'message/rfc822');
  return ingestMail(deps(), at);
}

const GMAIL = 'في الأحد، 22 نوفمبر 2026 في 10:30 ص تمت كتابة ما يلي بواسطة رضا <help@rida.example>:';
type Place = (spelt: string) => (...headers: string[]) => Uint8Array;
const PLACES: Readonly<Record<string, Place>> = {
  subject:
    (spelt) =>
    (...headers) =>
      plain('ما زال مطفأ.', `Subject: ${spelt}`, ...headers),
  body:
    (spelt) =>
    (...headers) =>
      plain(`السلام عليكم\n${spelt}\nما زال مطفأ.`, ...headers),
  'quoted text':
    (spelt) =>
    (...headers) =>
      plain(`ما زال مطفأ.\n\n${GMAIL}\n> ${spelt}\n> نشكرك.`, 'Subject: Re: lamp', ...headers),
  'HTML body':
    (spelt) =>
    (...headers) =>
      html(`<div dir="rtl">ما زال مطفأ. <b>${spelt.replaceAll('&', '&amp;')}</b></div>`, ...headers),
};

const SENDERS = {
  participant: [NORAH, 'PASS'],
  'unproven address': [NORAH, 'FAIL'],
  stranger: ['omar@example.net', 'PASS'],
} as const;

let reference = '';
beforeAll(async () => {
  reference = (await handIn(NORAH, 'PASS', (...headers) => plain('عمود الإنارة لا يعمل.', ...headers)))
    .caseRef;
});

const spelt = Object.entries(SPELLINGS);
const places = Object.entries(PLACES);

describe.each(spelt)('a reference spelt %s', (_spelling, spell) => {
  it.each(places)('in the %s: a participant reaches the case, others a linked one', async (_place, at) => {
    const outcomes = await Promise.all(
      Object.values(SENDERS).map(([from, dmarc]) => handIn(from, dmarc, at(spell(reference)))),
    );
    const [participant, ...others] = outcomes;
    expect(participant).toMatchObject({ outcome: 'appended', caseRef: reference });
    for (const { outcome, caseRef } of others) {
      expect(outcome).toBe('opened');
      expect(await room.case(caseRef)).toMatchObject({ related: reference });
    }
  });
});

describe.each(Object.entries(NO_SPELLINGS))('no reference: %s', (_name, spell) => {
  it.each(places)('in the %s', async (_place, at) => {
    const { outcome, caseRef } = await handIn(NORAH, 'PASS', at(spell(reference)));
    expect(outcome).toBe('opened');
    expect(await room.case(caseRef)).not.toHaveProperty('related');
  });
});
