import { describe, expect, it } from 'vitest';
import { aCase, aReference } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { posted, textOf } from './forms.ts';

const TOKEN = '6f9b2c7e-1c2d-4e5f-8a9b-0c1d2e3f4a5b';
const supportCase = aCase();
const person = `/people/${supportCase.beneficiary.id}`;
const weekly = { token: TOKEN, target: '165', completion: '40', mode: 'agent' };
const absent = { token: TOKEN, user: 'salem', from: '2026-01-05T08:00' };
const list = { query: '', team: 'all', name: 'قائمة الصباح' };
const back = { token: TOKEN, reference: supportCase.id, purpose: 'follow-up' };

/** Forms with one wrong field each: the page names it by its label and says what is expected, in both languages. */
const FORMS: readonly (readonly [path: string, fields: Record<string, string>, ar: string, en: string])[] = [
  ['/absence/plan', { ...absent, user: '!' }, 'الاسم: يُرجى اختيار', 'Who: choose'],
  ['/absence/plan', { ...absent, from: 'soon' }, 'من: تُرجى كتابة تاريخ ووقت', 'From: expected a valid date'],
  ['/absence/plan', { ...absent, from: '2026-02-30T08:00' }, 'من: تُرجى كتابة', 'From: expected'],
  ['/absence/plan', { ...absent, until: 'later' }, 'إلى: تُرجى كتابة تاريخ', 'Until: expected a valid date'],
  [
    '/absence/plan',
    { ...absent, until: '2026-01-04T12:00' },
    'إلى: تُرجى كتابة وقت بعد',
    'Until: expected a time after',
  ],
  [
    '/absence/plan',
    { ...absent, from: '2031-01-04T12:00' },
    'من، إلى: التاريخ بعيد',
    'From, Until: the date is too far',
  ],
  [
    '/absence/plan',
    { ...absent, handOverTo: 'nobody' },
    'تُسلَّم المعاملات إلى: يُرجى اختيار',
    'Cases go to: choose',
  ],
  [
    `${person}/join`,
    { token: TOKEN, contact: 'x' },
    'أو الرقم المرجعي: يُرجى إدخال',
    'E-mail, phone or reference: write a mail address',
  ],
  [
    `${person}/join`,
    { token: TOKEN, contact: '' },
    'أو الرقم المرجعي: يُرجى إدخال',
    'E-mail, phone or reference: write a mail address',
  ],
  [`${person}/verify`, { token: TOKEN, means: 'guess' }, 'طريقة التوثيق: يُرجى اختيار', 'How: choose one'],
  [
    `${person}/erase`,
    { token: TOKEN },
    'إزالة بيانات المستفيد: يلزم تأكيد',
    'Remove the beneficiary’s data: confirm',
  ],
  ['/calls-out/call-back', { ...back, reference: 'abc' }, 'الرقم المرجعي: تُرجى كتابة', 'Reference: expected'],
  [
    '/calls-out/call-back',
    { ...back, reference: aReference() },
    'الرقم المرجعي: لا',
    'Reference: there is no case',
  ],
  ['/calls-out/call-back', { ...back, purpose: 'x' }, 'الغرض: يُرجى اختيار', 'Purpose: choose'],
  ['/calls-out/call-back', { ...back, notBefore: 'soon' }, 'لا يُتصل قبل: تُرجى كتابة', 'Not before: expected'],
  [
    '/calls-out/week/draw',
    { ...weekly, target: '0' },
    'المطلوبة: تُرجى كتابة عدد',
    'interviews: expected a number',
  ],
  [
    '/calls-out/week/draw',
    { ...weekly, completion: 'x' },
    'المقابلة: تُرجى كتابة نسبة',
    'complete it: expected a share',
  ],
  ['/cases/lists/save', { ...list, name: '' }, 'اسم القائمة: تُرجى', 'Name of the list: write a name'],
  ['/cases/lists/save', { ...list, name: 'قائمة #1' }, 'اسم القائمة: تُرجى', 'Name of the list: write a name'],
  ['/cases/lists/save', { ...list, team: 'moon' }, 'يراها: يُرجى', 'Seen by: choose'],
  ['/cases/lists/save', { query: '', name: 'قائمة' }, 'يراها: يُرجى', 'Seen by: choose'],
  [
    '/calls-out/week/draw',
    { ...weekly, mode: 'x' },
    'من يجري المكالمات: يُرجى الاختيار',
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
    expect(text).toContain('المقابلات المكتملة المطلوبة: تُرجى كتابة');
    expect(text).toContain('لمن يكمل المقابلة: تُرجى كتابة');
  });
});

/** Acts on many cases with one wrong field each: the reason names it as the form of the list labels it. */
const MANY: readonly (readonly [act: string, fields: Record<string, string>, ar: string, en: string])[] = [
  ['assign', { to: '' }, 'تُسند إلى: يُرجى', 'Assign to: choose'],
  ['assign', { to: 'nobody' }, 'تُسند إلى: قائمة الفريق فارغة', 'Assign to: the staff list is empty'],
  ['category', { category: 'moon' }, 'التصنيف الجديد: هذا', 'New category: the settings have'],
  ['category', { category: '' }, 'التصنيف الجديد: يُرجى', 'New category: choose'],
  ['resolve', { ended: '', outcome: 'تم' }, 'النتيجة: يُرجى', 'Outcome: choose'],
  [
    'resolve',
    { ended: 'done', outcome: ' ' },
    'ما تم لصالح المستفيدين: تُرجى',
    'done for the beneficiaries: write',
  ],
  ['merge', { into: 'abc' }, 'الباقية: يُرجى', 'case that stays: give'],
  ['merge', { into: supportCase.id }, 'الباقية: يُرجى', 'case that stays: give'],
  ['parent', { with: '' }, 'للمعاملة الرئيسية: يُرجى', 'parent case: give'],
];

describe('an act on many cases', () => {
  it.each(
    MANY.flatMap(([act, fields, ar, en]) => [
      [act, fields, 'ar', ar] as const,
      [act, fields, 'en', en] as const,
    ]),
  )('%s with %j in %s says «%s»', async (act, fields, language, sentence) => {
    const { app, store } = aConsole({ agent: { user: 'salem', name: 'سالم', roles: ['supervisor'] } });
    store.seed(supportCase);
    const answer = await app.request('/cases/many', {
      ...posted({ token: TOKEN, act, pick: `${supportCase.id}:1`, ...fields }),
      headers: { 'Sec-Fetch-Site': 'same-origin', cookie: `language=${language}` },
    });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(textOf(page).replaceAll('&#39;', "'")).toContain(sentence);
    for (const typed of ['outcome', 'into', 'with'])
      if (fields[typed]?.trim()) expect(page).toContain(fields[typed]);
  });
});
