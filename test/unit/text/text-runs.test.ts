import { describe, expect, it } from 'vitest';
import { isolateRuns, textRuns } from '#shared/domain/text/text-runs.ts';

const runsOf = (text: string): string[] =>
  textRuns(text)
    .filter(({ order }) => order !== 'text')
    .map((run) => run.text);

describe('the runs of a text', () => {
  it.each([
    ['a number in three groups', 'اتصلوا بي على 055 123 4567 مساءً', ['055 123 4567']],
    ['a number with hyphens', 'رقمي 055-123-4567.', ['055-123-4567']],
    ['an international number', 'واتساب +966 55 123 4567', ['+966 55 123 4567']],
    ['one without spaces', 'واتساب +966551234567', ['+966551234567']],
    ['one with brackets', 'هاتف (011) 456 7890', ['(011) 456 7890']],
    ['one after a joined conjunction', 'جوالي 0551234567 و055 123 4567', ['055 123 4567']],
    ['one in Arabic-Indic digits', 'جوالي ٠٥٥ ١٢٣ ٤٥٦٧', ['٠٥٥ ١٢٣ ٤٥٦٧']],
    ['two, with a word between', '055 123 4567 أو 011 456 7890', ['055 123 4567', '011 456 7890']],
    ['a toll-free number', 'أو 920 000 940', ['920 000 940']],
    ['a short code', 'اضغط *100#', ['*100#']],
    ['a reference of the centre', 'بخصوص 8K1-1A9-6490 أرجو', ['8K1-1A9-6490']],
    ['a reference with a sign', 'البلاغ #8K1-1A9-6490', ['#8K1-1A9-6490']],
    ['a reference of another system', 'رقم الرخصة 1447/23/551', ['1447/23/551']],
    ['a date with hyphens', 'منذ 12-03-2026 والشارع', ['12-03-2026']],
    ['a date with slashes', 'منذ 12/3/2026', ['12/3/2026']],
    ['an ISO date', 'في 2026-01-04 صباحًا', ['2026-01-04']],
    ['an Arabic-Indic date', 'منذ ١٢-٠٣-١٤٤٧', ['١٢-٠٣-١٤٤٧']],
    ['a time', 'الساعة 8:13 صباحًا', ['8:13']],
    ['a range of hours', 'من 8:00-14:30 يوميًا', ['8:00-14:30']],
    ['a range with spaces', 'من 10 - 20 مترًا', ['10 - 20']],
    ['a range with a dash', 'بين 5–7 أيام', ['5–7']],
    ['a signed number', 'درجة الحرارة -5 اليوم', ['-5']],
    ['a plus', 'الفرق +12.5 ريال', ['+12.5']],
    ['a percentage', 'خصم 15% على الرسوم', ['15%']],
    ['a percentage with a space', 'بنسبة 7.5 % سنويًا', ['7.5 %']],
    ['an age', 'لمن هم 18+ فقط', ['18+']],
    ['a comparison', 'أقل من <50 متر', ['<50']],
    ['a link', 'الموقع https://maps.app.goo.gl/aB3?x=1&y=2 هنا', ['https://maps.app.goo.gl/aB3?x=1&y=2']],
    ['an address', 'راسلوني على a.b+c@example.com شكرًا', ['a.b+c@example.com']],
    ['coordinates', 'الموقع 24.7136, 46.6753', ['24.7136, 46.6753']],
    ['a plate', 'اللوحة ABC-1234', ['ABC-1234']],
  ])('finds %s', (_, text, expected) => {
    expect(runsOf(text)).toEqual(expected);
  });

  it.each([
    ['a plain number', 'عمري 35 سنة'],
    ['a year', 'سنة 2026'],
    ['a number in one group', '0551234567'],
    ['a list of numbers', 'الشوارع 5 6 7'],
    ['a hyphen after a word', 'كوفيد-19'],
    ['a dash between words', 'السلام عليكم - تحية'],
    ['an English word with a hyphen', 'please e-mail me'],
    ['an abbreviation', 'e.g. this'],
    ['an Arabic percentage, which has its sign on the left', 'نسبة ٥٠٪'],
    ['no text', ''],
  ])('leaves %s as text', (_, text) => {
    expect(runsOf(text)).toEqual([]);
  });

  it('keeps every letter in its order', () => {
    const text = 'ا 055 123 4567، ثم 8K1-1A9-6490 و +5%، والسلام.';
    expect(
      textRuns(text)
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
  });

  it('removes controls that reorder, and marks that no letter has', () => {
    expect(textRuns(`ab\u202ecd${'\u0301'.repeat(300)}e`)).toEqual([
      { order: 'text', text: `abcd${'\u0301'.repeat(6)}e` },
    ]);
    expect(textRuns('مُحَمَّدٌ')).toEqual([{ order: 'text', text: 'مُحَمَّدٌ' }]);
  });

  it('is written with isolates in plain text, and with an override for Arabic-Indic digits', () => {
    expect(isolateRuns('على 055 123 4567')).toBe('على \u2066055 123 4567\u2069');
    expect(isolateRuns('على ٠٥٥ ١٢٣ ٤٥٦٧')).toBe('على \u2066\u202d٠٥٥ ١٢٣ ٤٥٦٧\u202c\u2069');
    for (const text of ['رقم 5', 'الساعة 10:30 صباحًا', 'معاملة 8K1-1A9-6490', 'https://a.example/?b=1-2 هنا'])
      expect(isolateRuns(text)).toBe(text);
  });

  it('takes time that grows with the length of the text', () => {
    // A regular expression that backtracks would not end within the limit of the test.
    for (const part of ['0 ', '1-', '+1 ', 'a.', '1:1/', '((', '@a.', '٠ '])
      expect(textRuns(part.repeat(20_000)).length).toBeGreaterThan(0);
  });
});
