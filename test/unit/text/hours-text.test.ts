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

  it('that never end are a word', () => {
    expect(hoursText(compile(always), T, 'en')).toBe('always');
    expect(hoursText(compile(always), T, 'ar')).toBe('على مدار الساعة');
  });

  it('that end some day are told day by day', () => {
    const closing = { on: '2026-03-01', kind: 'closed' as const, from: '12:00', to: '24:00' };
    expect(hoursText(compile({ ...always, exceptions: [closing] }), T, 'en')).not.toBe('always');
  });
});
