import { describe, expect, it } from 'vitest';
import { isolate, stripBidiControls } from '#shared/domain/text/bidi.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { durationText } from '#shared/domain/text/duration-text.ts';
import { formatDay, formatInstant, plainDay } from '#shared/domain/text/format-instant.ts';
import { languageOf } from '#shared/domain/text/language.ts';
import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';
import { COUNTED, plural } from '#shared/domain/text/plural.ts';
import { wordFinder, wordForms, wordMatcher } from '#shared/domain/text/word-matcher.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('toLatinDigits', () => {
  it.each([
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['٣٫٥ من ١٬٠٠٠', '3.5 من 1,000'],
    ['none', 'none'],
  ])('%s → %s', (from, to) => expect(toLatinDigits(from)).toBe(to));
});

describe('normaliseArabic', () => {
  it.each([
    ['الإِنَارَةُ', 'الاناره'],
    ['آخر  أمر', 'اخر امر'],
    ['مستشفى', 'مستشفي'],
    ['بـــــلاغ', 'بلاغ'],
    ['ﻼ ﷲ'.slice(0, 1), 'لا'],
    ['گزارش'.replace('گ', 'ک'), 'كزارش'],
    ['رقم ٤K', 'رقم 4k'],
    ['مسؤول رائحة', 'مسوول رايحه'],
  ])('%s → %s', (from, to) => expect(normaliseArabic(from)).toBe(to));
});

describe('plural', () => {
  it.each([
    [0, '0 ساعة'],
    [1, 'ساعة'],
    [2, 'ساعتان'],
    [3, '3 ساعات'],
    [10, '10 ساعات'],
    [11, '11 ساعة'],
    [99, '99 ساعة'],
    [100, '100 ساعة'],
    [102, '102 ساعة'],
    [103, '103 ساعات'],
  ])('%i hours', (count, expected) => expect(plural(count, COUNTED.hours)).toBe(expected));

  it('gives the accusative of eleven to ninety-nine days', () =>
    expect(plural(11, COUNTED.days)).toBe('11 يومًا'));
});

describe('durationText', () => {
  it.each([
    [2 * HOUR, 'متبقٍ ساعتان', '2 hours left'],
    [-2 * HOUR, 'مضى على الموعد ساعتان', '2 hours overdue'],
    [2 * DAY + 3 * HOUR, 'متبقٍ يومان و3 ساعات', '2 days 3 hours left'],
    [DAY + 5 * 60_000, 'متبقٍ يوم', '1 day left'],
    [HOUR + 60_000, 'متبقٍ ساعة ودقيقة', '1 hour 1 minute left'],
    [59_999, 'حان الموعد', 'due now'],
    [0, 'حان الموعد', 'due now'],
  ])('%i ms', (ms, ar, en) => {
    expect(durationText(ms, 'ar')).toBe(ar);
    expect(durationText(ms, 'en')).toBe(en);
  });
});

describe('plainDay', () => {
  it.each([
    ['2026-01-04', '4 يناير 2026م', '4 January 2026'],
    ['2025-12-28', '28 ديسمبر 2025م', '28 December 2025'],
    ['2028-02-29', '29 فبراير 2028م', '29 February 2028'],
  ])('%s → %s, %s', (day, ar, en) => expect([plainDay(day, 'ar'), plainDay(day, 'en')]).toEqual([ar, en]));
});

describe('formatInstant', () => {
  const morning = Date.UTC(2026, 10, 22, 7, 30);

  it('writes both calendars in Arabic', () =>
    expect(formatInstant(morning, 'ar')).toBe(
      'الأحد 22 نوفمبر 2026م الموافق 12 جمادى الآخرة 1448هـ، الساعة 10:30 صباحًا',
    ));

  it('writes both calendars in English', () =>
    expect(formatInstant(morning, 'en')).toBe('Sunday 22 November 2026 (12 Jumada II 1448 AH), 10:30 AM'));

  it('writes the Hijri months in letters that the typeface has', () => {
    const months = Array.from({ length: 24 }, (_, at) => formatInstant(Date.UTC(2026, at, 15), 'en'));
    expect(months.join()).toContain('Rabi‘ II 1448');
    expect(months.join()).not.toMatch(/[^\u0020-\u00ff\u2018]/u);
  });

  it('takes the day from the zone, midnight included', () => {
    expect(formatInstant(Date.UTC(2026, 10, 22, 21, 0), 'en')).toContain('Monday 23 November 2026');
    expect(formatInstant(Date.UTC(2026, 10, 22, 21, 0), 'en')).toMatch(/12:00 AM$/);
    expect(formatDay(Date.UTC(2026, 10, 22, 21, 0), 'en', 'UTC')).toContain('Sunday 22');
  });

  it('says noon is in the afternoon', () =>
    expect(formatInstant(Date.UTC(2026, 10, 22, 9, 0), 'ar')).toMatch(/12:00 ظهرًا$/));
});

describe('languageOf', () => {
  it.each([
    ['السلام عليكم', 'ar'],
    ['Dear sir, the lamp is broken', 'en'],
    ['الرابط لا يعمل https://example.com/a/very/long/path/in/english', 'ar'],
    ['Regarding طلب number 5', 'en'],
    ['123 456', 'ar'],
  ] as const)('%s → %s', (text, language) => expect(languageOf(text)).toBe(language));
});

describe('bidi', () => {
  it('removes what reorders and keeps the marks', () =>
    expect(stripBidiControls('photo\u202egpj.exe \u2067x\u2069 \u200f')).toBe('photogpj.exe x \u200f'));

  it('isolates foreign text, which cannot close the isolate', () =>
    expect(isolate('a\u2069b')).toBe('\u2068ab\u2069'));
});

describe('wordMatcher', () => {
  it('keeps the whole of a word that begins like a particle', () => {
    expect(wordForms('بلاغ')).toContain('بلاغ');
    expect(wordMatcher('قدمت بلاغات كثيرة').has('بلاغ')).toBe(true);
    expect(wordMatcher('بالبلاغ السابق').has('بلاغ')).toBe(true);
  });

  it.each([
    ['وحاويات النفايات ممتلئة', 'حاويه', false],
    ['وحاويات النفايات ممتلئة', 'حاويات', true],
    ['للحديقة', 'حديقه', true],
    ['رخصة البناء', 'رخصه بناء', true],
    ['بناء رخصة', 'رخصه بناء', false],
    ['street lights are off', 'street light*', true],
    ['a lighthouse', 'light', false],
  ])('%s has %s: %s', (text, entry, found) => expect(wordMatcher(text).has(entry)).toBe(found));
});

it('wordFinder finds what wordMatcher finds one by one', () => {
  const entries = ['بلاغ', 'light*', 'l*', 'شارع مظلم', 'not work*', 'حفره', 'انار*'];
  const text = 'البلاغ عن إنارة الشارع: lighting does not working';
  const one = wordMatcher(text);
  const found = entries.filter((entry) => one.has(entry));
  expect(found).toEqual(['بلاغ', 'light*', 'l*', 'not work*', 'انار*']);
  expect([...wordFinder(entries)(text)].sort()).toEqual([...found].sort());
});
