import { describe, expect, it } from 'vitest';
import { readMail } from '#shared/adapters/mail/read-mail.ts';
import { FIELD_LIMITS, withinLimits } from '#shared/domain/mail/field-limits.ts';
import { MAIL_LIMITS, type ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { cutText } from '#shared/domain/text/cut-text.ts';

const folded = (words: string, times: number): string => Array(times).fill(words).join('\r\n ');
const many = (times: number, entry: (at: number) => string): string =>
  Array.from({ length: times }, (_, at) => entry(at)).join(',\r\n ');

/** Header lines whose length grows with `times`, by what they repeat. At 1 they exceed their limit. */
const SHAPES: Readonly<Record<string, (times: number) => string>> = {
  'one word again and again in the subject': (times) => `Subject: ${folded('a '.repeat(30), 90 * times)}`,
  'a subject without a space': (times) => `Subject: ${folded('x'.repeat(900), 6 * times)}`,
  'an Arabic subject as encoded words': (times) =>
    `Subject: ${folded(`=?utf-8?b?${Buffer.from('إنارة '.repeat(3)).toString('base64')}?=`, 300 * times)}`,
  'reply marks in the subject': (times) => `Subject: ${folded('Re: '.repeat(50), 30 * times)}`,
  'references in the subject': (times) => `Subject: ${folded('[Rida 4K7-2M9-0382] '.repeat(5), 60 * times)}`,
  'a name of the author': (times) => `From: "${folded('Sara '.repeat(20), 5 * times)}" <sara@example.com>`,
  'a name in Reply-To': (times) => `Reply-To: "${folded('سارة '.repeat(10), 10 * times)}" <s@example.com>`,
  receivers: (times) => `To: ${many(600 * times, (at) => `r${at}@example.com`)}`,
  'receivers with long names': (times) =>
    `To: ${many(60, (at) => `"${'N '.repeat(120 * times)}" <r${at}@example.com>`)}`,
  'people in copy': (times) => `Cc: ${many(600 * times, (at) => `c${at}@example.com`)}`,
  references: (times) =>
    `References: ${Array.from({ length: 300 * times }, (_, at) => `<${at}@example.com>`).join('\r\n ')}`,
  'ids in In-Reply-To': (times) =>
    `In-Reply-To: ${Array.from({ length: 300 * times }, (_, at) => `<${at}@example.com>`).join('\r\n ')}`,
  'a long header of machines': (times) => `Precedence: ${folded('bulk '.repeat(100), 25 * times)}`,
  'one header of machines again and again': (times) =>
    Array(150 * times)
      .fill(`List-Id: ${'list '.repeat(20)}`)
      .join('\r\n'),
  'many headers of machines': (times) =>
    Array.from({ length: 210 * times }, (_, at) => `X-Auto-${at}: yes`).join('\r\n'),
  'a header with a long name': (times) => `X-Auto-${'y'.repeat(300 * times)}: yes`,
};

const parse = async (lines: string): Promise<ParsedMail> => {
  const has = (name: string) => new RegExp(`^${name}:`, 'mu').test(lines);
  const rest = [
    ...(has('From') ? [] : ['From: sara@example.com']),
    ...(has('To') ? [] : ['To: help@rida.example']),
    'Message-ID: <long@example.com>',
  ].join('\r\n');
  const mail = await readMail(Buffer.from(`${lines}\r\n${rest}\r\n\r\nThe light is out.\r\n`), MAIL_LIMITS);
  if (mail.kind !== 'parsed') throw new Error(mail.message);
  return mail;
};

const sizeOf = ({ from, replyTo, to, cc, subject, references, headers }: ParsedMail): number =>
  JSON.stringify({ from, replyTo, to, cc, subject, references, headers }).length;

describe('a mail with a header of great length', () => {
  it.each(Object.keys(SHAPES))('is cut before the first rule sees it: %s', async (name) => {
    const [once, tenfold] = [await parse(SHAPES[name]?.(1) ?? ''), await parse(SHAPES[name]?.(10) ?? '')];
    expect([once.defects, tenfold.defects].map((defects) => defects.includes('header-cut'))).toEqual([
      true,
      true,
    ]);
    expect(withinLimits(tenfold)).toEqual(tenfold);
    expect(sizeOf(tenfold) / sizeOf(once)).toBeLessThan(1.1);
  });

  it('keeps a mail of usual length as it is', async () => {
    const mail = await parse('Subject: إنارة الشارع\r\nReferences: <1@example.com>\r\nCc: a@example.com');
    expect(mail.defects).toEqual([]);
    expect(withinLimits(mail)).toEqual(mail);
  });

  it('keeps the newest references: they name the mail that is answered', async () => {
    const { references } = await parse(SHAPES.references?.(1) ?? '');
    expect(references).toHaveLength(FIELD_LIMITS.references);
    expect(references.at(-1)).toBe('<299@example.com>');
  });
});

describe('a text that is cut', () => {
  it.each([
    ['abc', 5, 'abc'],
    ['abcdef', 3, 'abc'],
    ['ab😀', 3, 'ab'],
    ['ab😀', 4, 'ab😀'],
    ['😀😀', 3, '😀'],
  ])('%s at %i is %s, and no character is split', (text, length, cut) => {
    expect(cutText(text, length)).toBe(cut);
  });
});
