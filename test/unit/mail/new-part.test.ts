import { describe, expect, it } from 'vitest';
import { newPart } from '#shared/domain/mail/new-part.ts';

const WRITTEN = 'شكرًا، لكن العمود ما زال مطفأ.';

describe('newPart', () => {
  it.each([
    [
      'Gmail',
      `${WRITTEN}\n\nOn Sun, Nov 22, 2026 at 10:00 AM Rida <help@rida.example> wrote:\n\n> old\n> older`,
    ],
    [
      'Gmail, folded',
      `${WRITTEN}\n\nOn Sun, Nov 22, 2026 at 10:00 AM Rida\n<help+4K7R2M0385@rida.example>\nwrote:\n> old`,
    ],
    [
      'Gmail in Arabic',
      `${WRITTEN}\n\nفي الأحد، ٢٢ نوفمبر ٢٠٢٦ في ١٠:٠٠ ص كتب مركز رضا <help@rida.example>:\n> old`,
    ],
    ['Gmail in Arabic, feminine', `${WRITTEN}\n\nبتاريخ 22/11/2026 كتبت سارة:\n> old`],
    ['Apple', `${WRITTEN}\n\n> On 22 Nov 2026, at 10:00, Rida <help@rida.example> wrote:\n> \n> old`],
    ['Outlook', `${WRITTEN}\n\n-----Original Message-----\nFrom: Rida\nold`],
    [
      'Outlook’s fields',
      `${WRITTEN}\n\nFrom: Rida <help@rida.example>\nSent: Sunday, 22 November 2026 10:00\nTo: Sara\nSubject: [Rida 4K7-R2M-0385]\n\nold`,
    ],
    ['Outlook’s line', `${WRITTEN}\n________________________________\nFrom: Rida\nold`],
    [
      'Outlook in Arabic',
      `${WRITTEN}\n\nمن: مركز رضا <help@rida.example>\nتاريخ الإرسال: الأحد، 22 نوفمبر 2026\nإلى: سارة\nالموضوع: [رضا 4K7-R2M-0385]\n\nold`,
    ],
    ['Outlook’s separator in Arabic', `${WRITTEN}\n\n-----الرسالة الأصلية-----\nold`],
    ['bold fields', `${WRITTEN}\n\n*From:* Rida\n*Sent:* today\n*To:* Sara\nold`],
    ['a signature', `${WRITTEN}\n-- \nSara\nManager`],
    ['an iPhone', `${WRITTEN}\n\nSent from my iPhone`],
    ['an iPhone in Arabic', `${WRITTEN}\n\nأُرسلت من الـ iPhone`],
    ['Outlook for iOS', `${WRITTEN}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>`],
    ['Windows line ends', `${WRITTEN}\r\n\r\n> old\r\n`],
  ])('of %s', (_name, text) => expect(newPart(text)).toBe(WRITTEN));

  it('keeps answers between quoted lines', () =>
    expect(newPart('> first question\nyes\n> second question\nno')).toBe('yes\nno'));

  it.each([
    ['a sentence with “on”', 'On Sunday the lamp went out.\nPlease repair it.'],
    ['one field alone', 'From: the corner of the street\nto the mosque'],
    ['the Arabic “from”', 'من: المواطن سعد\nيوجد حفرة أمام المنزل'],
    ['short dashes', 'list:\n---\nitem'],
  ])('leaves %s', (_name, text) => expect(newPart(text)).toBe(text));

  it('returns a mere forward whole', () => {
    const forward = '---------- Forwarded message ----------\nFrom: x\n\nwords';
    expect(newPart(forward)).toBe(forward);
  });

  it('is not slowed by long lines without spaces', () => {
    const long = `On ${'a'.repeat(150_000)}`;
    expect(newPart(long) === long).toBe(true);
  });

  it('is no longer than an agent can be asked to read', () => {
    expect(newPart('a'.repeat(500_000)).length).toBe(200_000);
  });
});
