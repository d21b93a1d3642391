import { describe, expect, it } from 'vitest';
import { callSubject, spokenStatus } from '#shared/domain/call/spoken.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

describe('what a voice says', () => {
  const zone = 'Asia/Riyadh';
  it('of a case under way names its type, status and date', () => {
    expect(spokenStatus({ type: 'report', status: 'open' }, null, 'ar', zone)).toBe(
      'معاملة بلاغك قيد المعالجة.',
    );
    expect(spokenStatus({ type: 'inquiry', status: 'resolved' }, null, 'en', zone)).toBe(
      'Your inquiry is resolved.',
    );
    const promised = spokenStatus({ type: 'report', status: 'open' }, T, 'en', zone);
    expect(promised).toMatch(/^Your report is being worked on\. It is due to be finished by .*2026.*\.$/u);
    expect(spokenStatus({ type: 'report', status: 'open' }, T, 'ar', zone)).toContain(
      'الموعد المحدد للإنجاز',
    );
  });
  it('names a case that began on the phone', () => {
    expect(callSubject('complaint', 'ar')).toBe('شكوى عبر الهاتف');
    expect(callSubject('observation', 'en')).toBe('Observation by telephone');
  });
});
