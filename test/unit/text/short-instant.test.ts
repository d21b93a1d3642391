import { describe, expect, it } from 'vitest';
import { shortInstant, sinceInstant } from '#shared/domain/text/short-instant.ts';

/** Sunday 4 January 2026, 14:00 in Riyadh. */
const NOW = Date.UTC(2026, 0, 4, 11);
const at = (days: number, hour: number, minute = 0): number => Date.UTC(2026, 0, 4 + days, hour - 3, minute);

describe('an instant in a glance', () => {
  it.each([
    ['the present', at(0, 14), 'الآن', 'now'],
    ['a minute ago', at(0, 13, 59), 'قبل دقيقة', '1 minute ago'],
    ['two minutes ago', at(0, 13, 58), 'قبل دقيقتين', '2 minutes ago'],
    ['five minutes ago', at(0, 13, 55), 'قبل 5 دقائق', '5 minutes ago'],
    ['forty minutes ago', at(0, 13, 20), 'قبل 40 دقيقة', '40 minutes ago'],
    ['two hours ago', at(0, 12), 'قبل ساعتين', '2 hours ago'],
    ['three hours ago', at(0, 11), 'قبل 3 ساعات', '3 hours ago'],
    ['this morning', at(0, 8, 13), 'اليوم 8:13 صباحًا', 'today 8:13 AM'],
    ['yesterday', at(-1, 8, 13), 'أمس 8:13 صباحًا', 'yesterday 8:13 AM'],
    ['a day of the last week', at(-3, 9), 'الخميس 9:00 صباحًا', 'Thursday 9:00 AM'],
    ['a week ago', at(-7, 9), '28 ديسمبر 2025', '28 Dec 2025'],
    ['an earlier month', at(-30, 9), '5 ديسمبر 2025', '5 Dec 2025'],
    ['in half an hour', at(0, 14, 30), 'بعد 30 دقيقة', 'in 30 minutes'],
    ['this evening', at(0, 20), 'اليوم 8:00 مساءً', 'today 8:00 PM'],
    ['tomorrow', at(1, 9), 'غدًا 9:00 صباحًا', 'tomorrow 9:00 AM'],
    ['a day of the coming week', at(4, 9), 'الخميس 9:00 صباحًا', 'Thursday 9:00 AM'],
    ['a later month', at(60, 9), '5 مارس', '5 Mar'],
  ])('tells %s', (_, ms, ar, en) => {
    expect(shortInstant(ms, NOW, 'ar')).toBe(ar);
    expect(shortInstant(ms, NOW, 'en')).toBe(en);
  });

  it('tells minutes over midnight by their distance, and hours by the day', () => {
    const after = at(1, 0, 10);
    expect(shortInstant(at(0, 23, 50), after, 'ar')).toBe('قبل 20 دقيقة');
    expect(shortInstant(at(0, 22), after, 'ar')).toBe('أمس 10:00 مساءً');
  });

  it('uses the days of the zone', () => {
    const late = Date.UTC(2026, 0, 4, 22);
    expect(shortInstant(late, Date.UTC(2026, 0, 4, 6), 'en')).toBe('tomorrow 1:00 AM');
    expect(shortInstant(late, Date.UTC(2026, 0, 4, 6), 'en', 'UTC')).toBe('today 10:00 PM');
  });
});

describe('since when something is so', () => {
  it.each([
    [at(0, 14), 'منذ لحظات', 'since a moment ago'],
    [at(0, 13, 59), 'منذ دقيقة', 'for 1 minute'],
    [at(0, 12), 'منذ ساعتين', 'for 2 hours'],
    [at(0, 8, 13), 'منذ اليوم 8:13 صباحًا', 'since today 8:13 AM'],
    [at(-1, 8, 13), 'منذ أمس 8:13 صباحًا', 'since yesterday 8:13 AM'],
    [at(-3, 9), 'منذ الخميس 9:00 صباحًا', 'since Thursday 9:00 AM'],
    [at(-30, 9), 'منذ 5 ديسمبر 2025', 'since 5 Dec 2025'],
  ])('%s is told', (ms, ar, en) => {
    expect(sinceInstant(ms, NOW, 'ar')).toBe(ar);
    expect(sinceInstant(ms, NOW, 'en')).toBe(en);
  });
});
