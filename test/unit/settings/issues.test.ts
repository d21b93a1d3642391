import { describe, expect, it } from 'vitest';
import { checked } from '#shared/settings/checked.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings, SettingsError } from '#shared/settings/read-settings.ts';

const shipped = readSettings(defaultSettings);
const [calendar, always] = shipped.calendars;
const [complaint, ...policies] = shipped.policies;
const [department] = shipped.departments;

const issuesOf = (document: unknown): string[] => {
  try {
    checked(shipped, document);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
  }
  return [];
};
const withCalendar = (over: object) => ({ calendars: [{ ...calendar, ...over }, always] });
const salem = {
  ...{ user: 'salem', name: { ar: 'سالم', en: 'Salem' }, email: 'salem@x.example' },
  ...{ departments: ['care'], skills: [], languages: ['ar'], capacity: 20 },
};

describe('mistakes in settings are reported by place and code', () => {
  it.each<[string, unknown, string]>([
    [
      'overlapping intervals',
      withCalendar({
        hours: {
          sun: [
            ['07:30', '14:30'],
            ['14:00', '16:00'],
          ],
        },
      }),
      'calendars.0.hours.sun overlap',
    ],
    [
      'an end before its start',
      withCalendar({ hours: { sun: [['14:30', '07:30']] } }),
      'calendars.0.hours.sun.0 end-before-start',
    ],
    [
      'a time that is none',
      withCalendar({ hours: { sun: [['7', '14:30']] } }),
      'calendars.0.hours.sun.0.0 time',
    ],
    ['an unknown zone', withCalendar({ zone: 'Asia/Moon' }), 'calendars.0.zone zone'],
    ['no hours at all', withCalendar({ hours: {} }), 'calendars.0.hours no-hours'],
    [
      'a Hijri year out of range',
      withCalendar({ exceptions: [{ on: 'AH:1700-01-01', kind: 'closed' }] }),
      'calendars.0.exceptions.0.on hijri-year',
    ],
    [
      'a Hijri day that is none',
      withCalendar({ exceptions: [{ on: 'AH:1447-09-31', kind: 'closed' }] }),
      'calendars.0.exceptions.0.on hijri-day',
    ],
    [
      'a date that is none',
      withCalendar({ exceptions: [{ on: '2026-02-30', kind: 'closed' }] }),
      'calendars.0.exceptions.0.on date',
    ],
    [
      'a decree that ends before it begins',
      withCalendar({ exceptions: [{ on: '2026-02-01', kind: 'open', from: '12:00', to: '09:00' }] }),
      'calendars.0.exceptions.0.to end-before-start',
    ],
    [
      'dates of two calendars',
      withCalendar({ overrides: [{ from: 'AH:--09-01', to: '--03-01', hours: {} }] }),
      'calendars.0.overrides.0.to same-form',
    ],
    [
      'a scope without an original',
      withCalendar({ scope: { cities: ['Abha'] } }),
      'calendars.0.variantOf needs-variant',
    ],
    [
      'a variant of nothing',
      withCalendar({ variantOf: 'moon', scope: { cities: ['Abha'] } }),
      'calendars.0.variantOf no-variant',
    ],
    [
      'a variant for all',
      { calendars: [calendar, { ...always, variantOf: 'saudi-government' }] },
      'calendars.1 needs-scope',
    ],
    [
      'a scope of an unknown department',
      {
        calendars: [calendar, { ...always, variantOf: 'saudi-government', scope: { departments: ['moon'] } }],
      },
      'calendars.1.scope.departments.0 unknown-id',
    ],
    [
      'a policy that matches nothing',
      { policies: [...policies, complaint] },
      'policies.6.when matches-nothing',
    ],
    ['a last policy with conditions', { policies: [complaint] }, 'policies.0.when accepts-all'],
    [
      'a policy of an unknown department',
      { policies: [{ ...complaint, when: { departments: ['moon'] } }, ...policies] },
      'policies.0.when.departments.0 unknown-id',
    ],
    [
      'a department of an unknown calendar',
      {
        departments: shipped.departments.map((one) => ({
          ...one,
          ...(one === department && { calendar: 'moon' }),
        })),
      },
      'departments.0.calendar unknown-id',
    ],
    [
      'staff of an unknown department',
      { staff: [{ ...salem, departments: ['moon'] }] },
      'staff.0.departments.0 unknown-id',
    ],
    [
      'staff with an unknown skill',
      { staff: [{ ...salem, skills: ['juggling'] }] },
      'staff.0.skills.0 unknown-id',
    ],
    [
      'a user twice, whatever the capitals',
      { staff: [salem, { ...salem, user: 'Salem' }] },
      'staff.1.user twice',
    ],
    ['a user that is no name', { staff: [{ ...salem, user: '!' }] }, 'staff.0.user user'],
    [
      'quiet hours that are no time',
      { escalation: { quietHours: { from: '9', to: '07:00' } } },
      'escalation.quietHours.from time',
    ],
    ['a name left out', { centre: { name: { ar: 'مركز' } } }, 'centre.name.en required'],
    ['a number in words', { retention: { eraseAfterDays: 'thirty' } }, 'retention.eraseAfterDays number'],
    ['too few days', { retention: { eraseAfterDays: 3 } }, 'retention.eraseAfterDays at-least'],
    ['a choice that is none', { assignment: { mode: 'lottery' } }, 'assignment.mode one-of'],
    ['more than can be kept', withCalendar({ source: 'x'.repeat(360_000) }), ' too-large'],
    ['an unknown field', { assignment: { mode: 'by-hand', luck: 1 } }, 'assignment unknown-field'],
  ])('%s', (_, document, issues) => {
    expect(issuesOf(document)).toContain(issues);
  });

  it('and a message for the command line says what was expected there', () => {
    expect(() => checked(shipped, withCalendar({ zone: 'Asia/Moon' }))).toThrow(
      'settings.calendars.0.zone: expected an IANA time zone such as Asia/Riyadh, got "Asia/Moon"',
    );
  });
});
