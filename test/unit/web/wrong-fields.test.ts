import { describe, expect, it } from 'vitest';
import { aCase, aReference } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { posted, textOf } from './forms.ts';

const TOKEN = '6f9b2c7e-1c2d-4e5f-8a9b-0c1d2e3f4a5b';
const supportCase = aCase();
const person = `/people/${supportCase.beneficiary.id}`;
const weekly = { token: TOKEN, target: '165', completion: '40', mode: 'agent' };
const absent = { token: TOKEN, user: 'salem', from: '2026-01-05T08:00' };
const back = { token: TOKEN, reference: supportCase.id, purpose: 'follow-up' };

/** Forms with one wrong field each: the page names it by its label and says what is expected, in both languages. */
const FORMS: readonly (readonly [path: string, fields: Record<string, string>, ar: string, en: string])[] = [
  ['/absence/plan', { ...absent, user: '!' }, 'الاسم: اختر', 'Who: choose'],
  ['/absence/plan', { ...absent, from: 'soon' }, 'من: اكتب تاريخًا ووقتًا', 'From: expected a valid date'],
  ['/absence/plan', { ...absent, from: '2026-02-30T08:00' }, 'من: اكتب', 'From: expected'],
  ['/absence/plan', { ...absent, until: 'later' }, 'إلى: اكتب تاريخًا', 'Until: expected a valid date'],
  [
    '/absence/plan',
    { ...absent, until: '2026-01-04T12:00' },
    'إلى: اكتب وقتًا بعد',
    'Until: expected a time after',
  ],
  [
    '/absence/plan',
    { ...absent, from: '2031-01-04T12:00' },
    'من، إلى: التاريخ بعيد',
    'From, Until: the date is too far',
  ],
  ['/absence/plan', { ...absent, handOverTo: 'nobody' }, 'تُسلَّم المعاملات إلى: اختر', 'Cases go to: choose'],
  [
    `${person}/join`,
    { token: TOKEN, contact: 'x' },
    'أو الرقم المرجعي: اكتب',
    'E-mail, phone or reference: expected',
  ],
  [
    `${person}/join`,
    { token: TOKEN, contact: '' },
    'أو الرقم المرجعي: اكتب',
    'E-mail, phone or reference: expected',
  ],
  [`${person}/verify`, { token: TOKEN, means: 'guess' }, 'طريقة التوثيق: اختر', 'How: choose one'],
  [
    `${person}/erase`,
    { token: TOKEN },
    'إزالة بيانات المستفيد: أكّد',
    'Remove the beneficiary’s data: confirm',
  ],
  ['/calls-out/call-back', { ...back, reference: 'abc' }, 'الرقم المرجعي: اكتب', 'Reference: expected'],
  [
    '/calls-out/call-back',
    { ...back, reference: aReference() },
    'الرقم المرجعي: لا',
    'Reference: there is no case',
  ],
  ['/calls-out/call-back', { ...back, purpose: 'x' }, 'الغرض: اختر', 'Purpose: choose'],
  ['/calls-out/call-back', { ...back, notBefore: 'soon' }, 'لا يُتصل قبل: اكتب', 'Not before: expected'],
  [
    '/calls-out/week/draw',
    { ...weekly, target: '0' },
    'المطلوبة: اكتب عددًا',
    'interviews: expected a number',
  ],
  [
    '/calls-out/week/draw',
    { ...weekly, completion: 'x' },
    'المقابلة: اكتب نسبة',
    'complete it: expected a share',
  ],
  [
    '/calls-out/week/draw',
    { ...weekly, mode: 'x' },
    'من يجري المكالمات: اختر',
    'Who makes the calls: choose',
  ],
];

describe('a refused form', () => {
  it.each(
    FORMS.flatMap(([path, fields, ar, en]) => [
      [path, fields, 'ar', ar] as const,
      [path, fields, 'en', en] as const,
    ]),
  )('%s with %j in %s says «%s»', async (path, fields, language, sentence) => {
    const { app, store } = aConsole({ agent: { user: 'salem', name: 'سالم', roles: ['supervisor'] } });
    store.seed(supportCase);
    const answer = await app.request(path, {
      ...posted(fields),
      headers: { 'Sec-Fetch-Site': 'same-origin', cookie: `language=${language}` },
    });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text()).replaceAll('&#39;', "'")).toContain(sentence);
  });

  it('names all wrong fields at once', async () => {
    const { app } = aConsole({ agent: { user: 'salem', name: 'سالم', roles: ['supervisor'] } });
    const answer = await app.request(
      '/calls-out/week/draw',
      posted({ ...weekly, target: '', completion: '', mode: 'flow' }),
    );
    const text = textOf(await answer.text());
    expect(text).toContain('المقابلات المكتملة المطلوبة: اكتب');
    expect(text).toContain('لمن يكمل المقابلة: اكتب');
  });
});
