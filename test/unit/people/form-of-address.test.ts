import { describe, expect, test } from 'vitest';
import { noticeDigest } from '#shared/domain/mail/templates/notice-digest.ts';
import { surveyInvitation } from '#shared/domain/mail/templates/survey-invitation.ts';
import { salutation, titledName } from '#shared/domain/people/form-of-address.ts';

describe('the line that addresses a person', () => {
  test.each([
    ['feminine', 'الأستاذة نورة المحترمة،', 'Dear Ms نورة,', 'الأستاذة نورة'],
    ['masculine', 'الأستاذ نورة المحترم،', 'Dear Mr نورة,', 'الأستاذ نورة'],
    [undefined, undefined, undefined, 'نورة'],
  ] as const)('%s', (formOfAddress, ar, en, titled) => {
    const to = { name: 'نورة', formOfAddress };
    expect([salutation(to, 'ar'), salutation(to, 'en')]).toEqual([ar, en]);
    expect(titledName('نورة', formOfAddress, 'ar')).toBe(titled);
  });

  test('is missing without a name', () => {
    expect(salutation({ formOfAddress: 'feminine' }, 'ar')).toBeUndefined();
  });
});

const centre = { name: { ar: 'مركز رضا', en: 'Rida' }, phone: '940' };

test('a survey addresses its reader by the form, and is neutral without one', () => {
  const mail = (to: Parameters<typeof surveyInvitation>[0]['to']) =>
    surveyInvitation({
      ...{ to, language: 'ar', reference: '9T9-0A9-2918', type: 'report', zone: 'Asia/Riyadh', centre },
      ...{ link: 'https://rida.example/s/1', unsubscribe: 'https://rida.example/s/u/1', expiresAt: 0 },
    }).text;
  expect(mail({ name: 'نورة', formOfAddress: 'feminine' })).toContain('الأستاذة نورة المحترمة،');
  expect(mail({ name: 'سعد', formOfAddress: 'masculine' })).toContain('الأستاذ سعد المحترم،');
  for (const to of [{ name: 'نورة' }, {}, undefined]) expect(mail(to)).not.toMatch(/الأستاذ|المحترم|نورة/u);
});

test('a digest addresses a member of staff', () => {
  const digest = noticeDigest({
    to: (language) => ({ name: language === 'ar' ? 'نورة' : 'Norah', formOfAddress: 'feminine' }),
    ...{ language: 'ar', notices: [], more: 2, now: 0, zone: 'Asia/Riyadh', centre },
    console: 'https://rida.example',
  });
  expect(digest.text).toContain('الأستاذة نورة المحترمة،');
  expect(digest.text).toContain('Dear Ms Norah,');
});
