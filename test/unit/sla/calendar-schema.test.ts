import { describe, expect, test } from 'vitest';
import { calendarSchema } from '#shared/domain/sla/calendar-schema.ts';
import { compile } from '#shared/domain/sla/compile.ts';
import { calendars } from '#shared/domain/sla/data/calendars.ts';
import { policies } from '#shared/domain/sla/data/policies.ts';
import { saudiGovernment } from '#shared/domain/sla/data/saudi-government.ts';
import { policySchema } from '#shared/domain/sla/policy-schema.ts';
import { calendarWith } from './support.ts';

/** Read a calendar, or return the first wrong field and its expected value. */
function parseCalendar(data: unknown) {
  const { data: calendar, error } = calendarSchema.safeParse(data);
  if (!error) return calendar;
  const [{ path, message } = { path: [], message: '' }] = error.issues;
  const field = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  throw new Error(`${field.replace(/^\./u, '') || 'calendar'}: ${message}`);
}

const name = { ar: 'إجازة', en: 'Holiday' };
const holiday = (parts: object) => ({ holidays: [{ on: '2026-09-23', name, state: 'confirmed', ...parts }] });
const override = (parts: object) => ({
  overrides: [{ from: '2026-02-18', to: '2026-03-19', hours: {}, ...parts }],
});

test.each([...calendars.values()].map((calendar) => [calendar.id, calendar] as const))(
  'the shipped calendar %s is valid and survives JSON',
  (_, calendar) => {
    expect(parseCalendar(JSON.parse(JSON.stringify(calendar)))).toEqual(calendar);
  },
);

test.each(policies.map((policy) => [policy.id, policy] as const))(
  'the shipped policy %s is valid',
  (_, policy) => {
    expect(policySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  },
);

describe('an error names the field and what was expected', () => {
  test.each([
    [{ zone: 'Asia/Ryadh' }, 'zone: expected an IANA time zone'],
    [{ hours: {} }, 'hours: expected at least one open interval'],
    [{ hours: { sun: [] } }, 'hours: expected at least one open interval'],
    [{ hours: { sunday: [['07:30', '14:30']] } }, 'hours'],
    [{ hours: { sun: [['14:30', '07:30']] } }, 'hours.sun[0]: expected an end after its start'],
    [{ hours: { sun: [['07:30', '07:30']] } }, 'hours.sun[0]: expected an end after its start'],
    [{ hours: { sun: [['7:30', '14:30']] } }, 'hours.sun[0][0]: expected a time HH:MM'],
    [{ hours: { sun: [['07:30', '24:01']] } }, 'hours.sun[0][1]: expected a time HH:MM'],
    [
      {
        hours: {
          sun: [
            ['12:00', '16:00'],
            ['07:30', '12:01'],
          ],
        },
      },
      'hours.sun: expected intervals that do not overlap, got 07:30-12:01 and one from 12:00',
    ],
    [holiday({ on: '2026-02-30' }), 'holidays[0].on: expected a date that exists'],
    [holiday({ on: '--13-01' }), 'holidays[0].on: expected a date that exists'],
    [holiday({ on: 'AH:1299-01-01' }), 'holidays[0].on: expected a Hijri year from 1300 to 1600'],
    [holiday({ on: 'AH:--13-01' }), 'holidays[0].on: expected a Hijri month'],
    [holiday({ on: 'AH:--12-31' }), 'holidays[0].on: expected a Hijri day'],
    [holiday({ on: 'AH:1446-09-30' }), 'holidays[0].on: expected a day up to 29'],
    [holiday({ on: '23/09/2026' }), 'holidays[0].on: expected YYYY-MM-DD, --MM-DD'],
    [holiday({ days: 2, workingDays: 2 }), 'holidays[0].workingDays: expected either'],
    [holiday({ name: { en: 'Holiday' } }), 'holidays[0].name.ar'],
    [override({ to: '2026-02-01' }), 'overrides[0].to: expected a date not before 2026-02-18'],
    [override({ to: 'AH:1447-09-29' }), 'overrides[0].to: expected a date of the same form'],
    [
      { exceptions: [{ on: '2026-11-22', kind: 'closed', from: '12:00', to: '11:00' }] },
      'exceptions[0].to: expected an end',
    ],
    [{ exceptions: [{ on: '2026-11-22', kind: 'shut' }] }, 'exceptions[0].kind'],
    [{ validity: { from: 'today' } }, 'validity.from: expected a date'],
  ])('%j', (parts, message) => {
    expect(() => parseCalendar({ ...calendarWith({}), ...parts })).toThrow(message);
  });

  test('values that are not calendars', () => {
    expect(() => parseCalendar('calendar')).toThrow(/^calendar: /);
  });
});

test('a calendar without hours does not compile', () => {
  expect(() => compile(calendarWith({ hours: { sun: [] } }))).toThrow(
    'hours: expected at least one open interval',
  );
});

test('two rungs at one point of one clock are refused', () => {
  const [policy] = policies;
  const rung = { clock: 'resolution', action: 'breach', atShare: 1, tell: 'leadership' } as const;
  const ladder = [...(policy?.ladder ?? []), rung];
  expect(policySchema.parse({ ...policy, ladder }).ladder).toEqual(ladder);
  expect(() => policySchema.parse({ ...policy, ladder: [...ladder, rung] })).toThrow(
    /one rung at 1 for resolution, got a second/,
  );
});

test('every shipped date says where it comes from', () => {
  for (const entry of [...saudiGovernment.holidays, ...saudiGovernment.overrides]) {
    expect(entry.source).toBeTruthy();
  }
});
