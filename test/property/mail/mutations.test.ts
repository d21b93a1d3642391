import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenLineEnds } from '#shared/adapters/mail/even-line-ends.ts';
import { readMail } from '#shared/adapters/mail/read-mail.ts';
import { explainMail } from '#shared/domain/mail/explain.ts';
import { newPart } from '#shared/domain/mail/new-part.ts';
import { MAIL_LIMITS, type ParsedMail, type Unreadable } from '#shared/domain/mail/parsed-mail.ts';
import { prescan } from '#shared/domain/mail/prescan.ts';
import { TABLE } from '#test/unit/mail/table/all.ts';

/** The mails of the table, without decompression bombs, which are always rejected. */
const SEEDS = Object.values(TABLE)
  .flat()
  .map(({ raw }) => Buffer.from(raw))
  .filter((raw) => raw.length > 0 && raw.length < 20_000);
const LONGEST_EDIT_AT = 3_000;
/** The gate runs 10,000. */
const RUNS = Number(process.env.RIDA_MUTATIONS ?? 2_000);

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: Uint8Array;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(LONGEST_EDIT_AT),
  remove: fc.nat(40),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom(
        ...[
          '\r\n\r\n',
          '--=_b\r\n',
          '--=_b--\r\n',
          '"',
          ';',
          '=?utf-8?B?',
          '?=',
          '\0',
          '\r',
          'boundary=b',
          '> ',
          '<div>',
        ],
        ...[
          'Content-Type: message/rfc822\r\n\r\n',
          'Content-Transfer-Encoding: base64\r\n',
          'charset=utf-7',
          '*0*=',
        ],
      )
      .map((text) => Buffer.from(text)),
    fc
      .tuple(fc.nat(SEEDS.length - 1), fc.nat(LONGEST_EDIT_AT), fc.nat(200))
      .map(([seed, start, length]) => SEEDS[seed]?.subarray(start, start + length) ?? Buffer.alloc(0)),
  ),
});

const mutated = fc
  .tuple(fc.constantFrom(...SEEDS), fc.array(edit, { minLength: 1, maxLength: 8 }))
  .map(([seed, edits]) =>
    edits.reduce<Buffer>((raw, { at, remove, insert }) => {
      const place = at % (raw.length + 1);
      return Buffer.concat([raw.subarray(0, place), insert, raw.subarray(place + remove)]);
    }, seed),
  );

/** Parse without a worker thread: messages would dominate the time of ten thousand mails. */
async function readHere(raw: Uint8Array): Promise<ParsedMail | Unreadable> {
  const even = evenLineEnds(raw);
  return prescan(even, MAIL_LIMITS) ?? (await readMail(even, MAIL_LIMITS));
}

describe('any mail', () => {
  it('is read or refused whatever ten thousand mutations do to it, and what is read can be worked with', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (raw) => {
        const mail = await readHere(raw);
        if (mail.kind === 'unreadable') {
          expect(mail.message).not.toBe('');
          return;
        }
        const explained = explainMail('x.eml', mail, { addresses: ['help@rida.example'], dmarc: 'pass' });
        expect(explained.fullText.length).toBeLessThan(raw.length * 4 + 1_000);
        expect(explained.text.length).toBeLessThanOrEqual(mail.text.length + 1);
        expect(mail.attachments.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(raw.length * 2);
        expect(mail.subject).not.toMatch(/[\r\n]/);
        expect(mail.from?.address ?? 'a@b').toMatch(/^[^\s@<>]+@[^\s@<>]+$/);
        for (const { content, size, name } of mail.attachments) {
          expect(content.length).toBe(size);
          expect(name).not.toMatch(/[\r\n\0/\\]/);
        }
      }),
      { numRuns: RUNS },
    );
  });

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
