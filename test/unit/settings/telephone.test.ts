import { describe, expect, it } from 'vitest';
import { isOpen } from '#shared/domain/sla/openings.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings, SettingsError } from '#shared/settings/read-settings.ts';

const rules = (overlay: object = {}) => compileRules(readSettings(defaultSettings, overlay));

describe('the telephone in the settings', () => {
  it.each([
    ['a Sunday morning', '2026-11-22T09:00:00+03:00', true],
    ['a Sunday evening', '2026-11-22T20:00:00+03:00', false],
    ['a Saturday before ten', '2026-11-28T09:59:00+03:00', false],
    ['a Friday', '2026-11-27T12:00:00+03:00', false],
    ['the National Day', '2026-09-23T12:00:00+03:00', false],
    ['the hour before the fast is broken', '2027-02-15T17:30:00+03:00', false],
    ['a Ramadan evening', '2027-02-15T21:30:00+03:00', true],
  ])('calls people, or does not, on %s', (_, at, calls) => {
    expect(isOpen(rules().outbound.calendar, Date.parse(at))).toBe(calls);
  });

  it('gives durations in milliseconds', () => {
    const { telephone, outbound } = rules({ telephone: { serviceLevelSeconds: 30 } });
    expect([telephone.serviceLevelMs, telephone.callbackRetryMs, outbound.busyMs]).toEqual([
      30_000, 600_000, 1_800_000,
    ]);
  });

  it.each([
    ['a calendar that is not there', { outbound: { calendar: 'moon' } }, 'settings.outbound.calendar'],
    ['an emergency wording in one language', { telephone: { emergency: { ar: 'خطر' } } }, 'emergency.en'],
    ['a message without an end', { telephone: { messageSeconds: 3600 } }, 'telephone.messageSeconds'],
  ])('names %s', (_, overlay, place) => {
    expect(() => rules(overlay)).toThrow(SettingsError);
    expect(() => rules(overlay)).toThrow(place);
  });
});
