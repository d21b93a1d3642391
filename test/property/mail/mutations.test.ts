import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createMailReader } from '#shared/adapters/mail/parse-mail.ts';
import { automaticKind } from '#shared/domain/mail/automatic.ts';
import { classify } from '#shared/domain/mail/classify.ts';
import { newPart } from '#shared/domain/mail/new-part.ts';
import { MAIL_LIMITS } from '#shared/domain/mail/parsed-mail.ts';
import { prescan } from '#shared/domain/mail/prescan.ts';
import { findReferences } from '#shared/domain/mail/threading.ts';

const SEED = Buffer.from(
  [
    'From: =?windows-1256?B?w83jzw==?= <ahmad@example.com>',
    'To: help+9T90A92918@rida.example',
    'Subject: =?utf-8?Q?=D8=A8=D9=84=D8=A7=D8=BA?= [Rida 9T9-0A9-2918]',
    'Message-ID: <1@example.com>',
    'References: <0@example.com>',
    'Content-Type: multipart/mixed; boundary="b1"',
    '',
    '--b1',
    'Content-Type: multipart/alternative; boundary=b2',
    '',
    '--b2',
    'Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '=D8=A8=D9=84=D8=A7=D8=BA=',
    'On Sunday Rida wrote:',
    '> old',
    '--b2',
    'Content-Type: text/html; charset=windows-1256',
    '',
    '<p>a</p><blockquote>b</blockquote>',
    '--b2--',
    '--b1',
    'Content-Type: message/rfc822',
    'Content-Disposition: inline',
    '',
    'From: x@example.com',
    'Content-Type: message/delivery-status',
    '',
    'inner',
    '--b1',
    "Content-Disposition: attachment; filename*0*=UTF-8''%D8%B5; filename*1=b.pdf",
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERg==',
    '--b1--',
    '',
  ].join('\r\n'),
);

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: Uint8Array;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(SEED.length),
  remove: fc.nat(40),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom('\r\n\r\n', '--b1\r\n', '--b2--\r\n', '"', ';', '=?utf-8?B?', '\0', '\r', 'boundary=b1')
      .map((text) => Buffer.from(text)),
    fc.tuple(fc.nat(SEED.length), fc.nat(200)).map(([start, length]) => SEED.subarray(start, start + length)),
  ),
});

const mutated = fc
  .array(edit, { minLength: 1, maxLength: 8 })
  .map((edits) =>
    edits.reduce<Buffer>(
      (raw, { at, remove, insert }) =>
        Buffer.concat([raw.subarray(0, at), insert, raw.subarray(at + remove)]),
      SEED,
    ),
  );

const reader = createMailReader();
afterAll(() => reader.close());

describe('any mail', () => {
  it('is read or refused, and what is read can be worked with', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (raw) => {
        const mail = await reader.parseMail(raw);
        if (mail.kind === 'unreadable') {
          expect(mail.message).not.toBe('');
          return;
        }
        newPart(mail.text);
        classify(mail.subject, mail.text);
        automaticKind(mail.headers, {
          sender: null,
          from: mail.from?.address ?? null,
          subject: mail.subject,
          messageId: mail.messageId,
          ownAddresses: ['help@rida.example'],
          ownMessageIdDomain: 'rida.example',
        });
        findReferences(mail, {
          ownAddresses: ['help@rida.example'],
          ownMessageIdDomain: 'rida.example',
          parseReference: (text) => text,
        });
        expect(mail.subject).not.toMatch(/[\r\n]/);
        expect(mail.from?.address ?? 'a@b').toMatch(/^[^\s@<>]+@[^\s@<>]+$/);
        for (const { content, size, name } of mail.attachments) {
          expect(content.length).toBe(size);
          expect(name).not.toMatch(/[\r\n\0/\\]/);
        }
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it('of random bytes passes the prescan or is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (raw) => {
        const refusal = prescan(raw, MAIL_LIMITS);
        expect(refusal === null).toBe(raw.length > 0);
      }),
    );
  });
});

describe('the new part', () => {
  it('is always a part of the text, line by line', () => {
    const line = fc.constantFrom(
      'نص',
      'text',
      '> quoted',
      '',
      'On Sunday x wrote:',
      '-- ',
      'From: a',
      'To: b',
      'Sent: c',
      'من: أ',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const kept = newPart(lines.join('\n')).split('\n');
        expect(kept.every((part) => part === '' || lines.some((whole) => whole.trim() === part.trim()))).toBe(
          true,
        );
      }),
    );
  });
});
