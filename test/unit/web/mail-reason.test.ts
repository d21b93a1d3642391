import { describe, expect, it } from 'vitest';
import { mailReason, mailWhy } from '#functions/web/cases/mail-reason.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import { shippedRules } from '#test/builders/a-console.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

const viewIn = (language: 'ar' | 'en') => ({
  agent: { id: 'salem', name: 'سالم', roles: ['agent'] as const, department: undefined },
  language,
  now: WORKING_MORNING,
  rules: shippedRules(),
  path: '/',
});
const mail = (reasons: string[], channel: Message['channel'] = 'mail'): Message => ({
  ...{ id: 'm', direction: 'in', channel, at: WORKING_MORNING, to: [], subject: '', text: '' },
  ...{ attachments: [], reasons },
});
const why = (reasons: string[], language: 'ar' | 'en', became: 'opened' | 'appended' = 'opened'): string =>
  String(mailWhy(mail(reasons), became, viewIn(language) as never)).replace(/<[^>]+>/gu, '');

describe('the reason for a mail’s place', () => {
  const reasons = [
    'reference-in-subject',
    'sender-not-authenticated',
    'category:lighting:إنارة*',
    'type:report:بلاغ',
    'type:report:?',
  ];

  it('is said in both languages, with the words that spoke for the classification', () => {
    expect(why(reasons, 'en')).toBe(
      'New case: reference given in the subject, sender not authenticated. Type: Report because of «بلاغ», a question mark. Category: Street lighting because of «إنارة».',
    );
    expect(why(reasons, 'ar')).toBe(
      'معاملة جديدة: ذُكر رقم معاملة في العنوان، هوية المرسل غير موثقة. النوع: بلاغ لورود «بلاغ»، علامة استفهام. التصنيف: إنارة الشوارع لورود «إنارة».',
    );
    expect(why(['reference-in-message-id'], 'en', 'appended')).toBe(
      'Added to this case: it answers an earlier mail.',
    );
  });

  it.each(['unnamed:no-address', 'unnamed:several-receivers'])('of a report is said: %s', (code) => {
    for (const language of ['ar', 'en'] as const) expect(why([code], language)).not.toContain(code);
    expect(why([code], 'ar')).toContain('الإفادة');
  });

  it('of an unknown code is the code, harmless, and empty for other messages', () => {
    const page = String(mailWhy(mail(['<b>x', 'category:none:<i>y']), 'opened', viewIn('en') as never));
    expect(page).not.toMatch(/<b>|<i>/u);
    expect(page).toContain('&lt;b&gt;x');
    expect(mailReason('toString', { language: 'en' })).toBe('toString');
    expect(String(mailWhy(mail(['no-reference'], 'phone'), 'opened', viewIn('en') as never))).toBe('');
    expect(why([], 'en')).toBe('');
  });
});
