import { describe, expect, it } from 'vitest';
import { compile } from '#shared/domain/sla/compile.ts';
import { always } from '#shared/domain/sla/data/always.ts';
import { hoursText } from '#shared/domain/text/hours-text.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

describe('the hours of a centre', () => {
  it('are those of its week', () => {
    const { calendar } = shippedRules.desk;
    expect(hoursText(calendar, T, 'en')).toContain('Sunday to Thursday');
    expect(hoursText(calendar, T, 'ar')).toContain('من الأحد إلى الخميس');
  });

  it('that never end are a fixed text', () => {
    expect(hoursText(compile(always), T, 'en')).toBe('around the clock');
    expect(hoursText(compile(always), T, 'ar')).toBe('على مدار الساعة');
  });

  it('that end some day are told day by day', () => {
    const closing = { kind: 'closed' as const, from: '12:00', to: '24:00' };
    const hours = (on: string, language: 'ar' | 'en') =>
      hoursText(compile({ ...always, exceptions: [{ on, ...closing }] }), T, language);
    expect(hours('2026-01-06', 'en')).toBe(
      'Sunday to Monday, around the clock; Tuesday, 12:00 AM – 12:00 PM; Wednesday to Saturday, around the clock',
    );
    expect(hours('2026-03-01', 'ar')).toBe('من الأحد إلى السبت، على مدار الساعة');
  });

  it('of a night are those of the evening on which it begins', () => {
    const night = { sun: [['20:00', '24:00']], mon: [['00:00', '02:00']] } as const;
    const none = { tue: [], wed: [], thu: [], fri: [], sat: [] };
    const calendar = compile({ ...always, hours: { ...night, ...none } });
    expect(hoursText(calendar, T, 'en')).toBe('Sunday, 8:00 PM – 2:00 AM');
  });
});
