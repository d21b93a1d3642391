import { describe, expect, test } from 'vitest';
import { interchangeAnswerer } from '#shared/domain/sla/interchange.ts';

const day = [['07:30', '14:30']];
const ramadanDay = [['10:00', '15:00']];
const calendar = {
  timezone: 'Asia/Riyadh',
  hours: { sun: day, mon: day, tue: day, wed: day, thu: day },
  holidays: ['2026-09-23'],
  overrides: [
    {
      from: '2026-02-18',
      to: '2026-03-19',
      hours: { sun: ramadanDay, mon: ramadanDay, tue: ramadanDay, wed: ramadanDay, thu: ramadanDay },
    },
  ],
  closures: [{ date: '2026-11-22', from: '12:00', to: '24:00' }],
};
const always = [['00:00', '24:00']];
const allWeek = {
  timezone: 'UTC',
  hours: { sun: always, mon: always, tue: always, wed: always, thu: always, fri: always, sat: always },
};
/** The parts of an answer that the tables compare. */
type Answer = Record<'firstResponse' | 'nextResponse' | 'resolution', unknown>;
const ask = (item: object) => interchangeAnswerer()({ id: 1, calendar, ...item });

describe('due and elapsed', () => {
  test.each([
    [{ start: '2026-02-17T11:00:00Z', minutes: 60 }, '2026-02-18T07:30:00Z'],
    [{ start: '2026-11-22T08:30:00Z', minutes: 60 }, '2026-11-23T05:00:00Z'],
    [{ start: '2026-09-22T11:30:00Z', minutes: 1 }, '2026-09-24T04:31:00Z'],
    [{ start: '2026-11-23T04:30:00Z', minutes: 420 }, '2026-11-23T11:30:00Z'],
    [{ start: '2026-11-23T04:30:00.250Z', minutes: 1 }, '2026-11-23T04:31:00.250Z'],
    [{ start: '2026-11-23T07:30:00+03:00', minutes: 0.5 }, '2026-11-23T04:30:30Z'],
    [{ start: '2026-11-23T07:30+03:00', minutes: 1, pauses: null }, '2026-11-23T04:31:00Z'],
    [{ start: '2026-11-21T23:00:00Z', minutes: 0 }, '2026-11-21T23:00:00Z'],
    [
      {
        start: '2026-11-23T04:30:00Z',
        minutes: 60,
        pauses: [{ from: '2026-11-23T05:00:00Z', to: '2026-11-23T05:15:00Z' }],
      },
      '2026-11-23T05:45:00Z',
    ],
  ])('%j', (item, expected) => {
    expect(ask({ op: 'due', ...item })).toEqual({ id: 1, due: expected });
  });

  test('elapsed in whole minutes', () => {
    expect(
      ask({ op: 'elapsed', start: '2026-11-23T04:30:00Z', end: '2026-11-23T05:29:59Z', pauses: [] }),
    ).toEqual({ id: 1, minutes: 59 });
  });
});

describe('a timeline', () => {
  const policy = {
    firstResponseMinutes: 60,
    nextResponseMinutes: 120,
    resolutionMinutes: 180,
    pauseStates: ['pending'],
  };
  const at = (time: string) => `2026-11-24T${time}:00Z`;
  const event = (time: string, type: string, more: object = {}) => ({ at: at(time), type, ...more });
  const state = (time: string, value: string) => event(time, 'state', { state: value });
  const created = event('08:00', 'created', { state: 'open' });
  const judge = (asOf: string, ...events: object[]) =>
    ask({
      op: 'timeline',
      calendar: allWeek,
      policy,
      events: [created, ...events],
      asOf: at(asOf),
    }) as Answer;

  test('running', () => {
    expect(judge('08:30', event('08:10', 'customer_contact'))).toEqual({
      id: 1,
      firstResponse: { activeDueAt: at('09:00'), elapsedMinutes: 30, marginMinutes: 30, breached: false },
      nextResponse: { activeDueAt: at('10:10'), elapsedMinutes: 20, marginMinutes: 100, breached: false },
      resolution: { activeDueAt: at('11:00'), elapsedMinutes: 30, marginMinutes: 150, breached: false },
      nextDeadlineAt: at('09:00'),
    });
  });

  test('a pause state holds every clock', () => {
    const paused = judge('10:00', event('08:10', 'customer_contact'), state('08:30', 'pending'));
    expect(paused).toMatchObject({
      firstResponse: { activeDueAt: null, elapsedMinutes: 30, breached: false },
      nextResponse: { activeDueAt: null, elapsedMinutes: 20 },
      resolution: { activeDueAt: null, elapsedMinutes: 30 },
      nextDeadlineAt: null,
    });
  });

  test('a target of nothing is due at once; without a target there is no clock', () => {
    const judged = ask({
      op: 'timeline',
      calendar: allWeek,
      policy: { firstResponseMinutes: 0, nextResponseMinutes: null },
      events: [created],
      asOf: at('08:01'),
    });
    const none = { activeDueAt: null, elapsedMinutes: null, marginMinutes: null, breached: false };
    expect(judged).toEqual({
      id: 1,
      firstResponse: { activeDueAt: at('08:00'), elapsedMinutes: 1, marginMinutes: -1, breached: true },
      nextResponse: none,
      resolution: none,
      nextDeadlineAt: at('08:00'),
    });
  });

  test('the worst exchange is kept', () => {
    const exchanges = [
      event('08:00', 'customer_contact'),
      event('10:30', 'agent_contact'),
      event('10:40', 'customer_contact'),
      event('10:45', 'agent_contact'),
    ];
    expect(judge('11:00', ...exchanges).nextResponse).toEqual({
      activeDueAt: null,
      elapsedMinutes: 150,
      marginMinutes: -30,
      breached: true,
    });
  });

  test('closed until reopened is a pause', () => {
    const reopened = [event('09:00', 'closed'), state('10:00', 'open')];
    expect(judge('09:30', reopened[0] ?? {}).resolution).toMatchObject({
      activeDueAt: null,
      elapsedMinutes: 60,
      breached: false,
    });
    expect(judge('10:30', ...reopened).resolution).toEqual({
      activeDueAt: at('12:00'),
      elapsedMinutes: 90,
      marginMinutes: 90,
      breached: false,
    });
    expect(judge('15:00', ...reopened, event('12:10', 'closed')).resolution).toEqual({
      activeDueAt: null,
      elapsedMinutes: 190,
      marginMinutes: -10,
      breached: true,
    });
  });

  test('a policy event replaces the policy from the beginning', () => {
    const change = event('08:50', 'policy', { policy: { firstResponseMinutes: 30, pauseStates: [] } });
    expect(judge('08:50', change)).toMatchObject({
      firstResponse: { activeDueAt: at('08:30'), marginMinutes: -20, breached: true },
      resolution: { activeDueAt: null, elapsedMinutes: null, marginMinutes: null, breached: false },
      nextDeadlineAt: at('08:30'),
    });
  });

  test('an event after the instant of the question is not used', () => {
    expect(judge('08:30', event('08:40', 'first_response')).firstResponse).toMatchObject({
      activeDueAt: at('09:00'),
    });
  });
});

describe('an item without an answer names what was expected', () => {
  const due = { op: 'due', start: '2026-11-23T04:30:00Z', minutes: 1 };
  test.each([
    [{ op: 'guess' }, /op/],
    [{ ...due, minutes: -1 }, /minutes: expected minutes from 0 up/],
    [{ ...due, minutes: '5' }, /minutes/],
    [{ ...due, start: 'now' }, /start: expected an instant/],
    [
      { ...due, pauses: [{ from: '2026-11-23T05:00:00Z', to: '2026-11-23T04:00:00Z' }] },
      /pauses.0.to: expected an end not before/,
    ],
    [{ ...due, calendar: undefined }, /calendar/],
    [{ ...due, calendar: { ...calendar, timezone: 'Mars/Olympus' } }, /zone: expected an IANA time zone/],
    [
      { ...due, calendar: { timezone: 'UTC', hours: { sun: [...day, ['14:00', '15:00']] } } },
      /calendar\.hours\.sun: expected intervals that do not overlap, got 07:30-14:30 and one from 14:00/,
    ],
    [{ ...due, calendar: { timezone: 'UTC', hours: {} } }, /hours: expected at least one open interval/],
    [
      { ...due, calendar: { ...calendar, hours: { sun: [['14:30', '07:30']] } } },
      /calendar.hours.sun.0: expected an end after/,
    ],
    [
      { ...due, calendar: { ...calendar, holidays: ['2026-02-30'] } },
      /calendar.holidays.0: expected a date that exists/,
    ],
    [
      { ...due, calendar: { ...calendar, overrides: [{ from: '2026-03-01', to: '2026-02-01', hours: {} }] } },
      /calendar.overrides.0.to: expected a date not before/,
    ],
    [
      { ...due, calendar: { ...calendar, closures: [{ date: '2026-11-22', from: '25:00', to: '26:00' }] } },
      /calendar.closures.0.from: expected a time HH:MM/,
    ],
    [
      { ...due, calendar: { ...calendar, closures: [{ date: '2026-11-22', from: '12:00', to: '11:00' }] } },
      /calendar.closures.0.to: expected an end after/,
    ],
    [{ ...due, start: '2026-02-30T04:30:00Z' }, /start: expected an instant/],
    [{ ...due, start: '2026-11-23T04:30:00' }, /start: expected an instant/],
    [{ ...due, minutes: 1e12 }, /expected working time after 9999/],
    [{ ...due, minutes: Number.NaN }, /minutes: expected a number/],
    [{}, /op: expected due, elapsed or timeline/],
    [{ op: 'timeline', policy: {}, events: [], asOf: '2026-11-23T04:30:00Z' }, /expected a "created" event/],
  ])('%j', (item, message) => {
    expect(ask(item)).toEqual({ id: 1, error: expect.stringMatching(message) });
  });

  test('and is not remembered against the next one', () => {
    const answer = interchangeAnswerer();
    const broken = { ...calendar, hours: { sun: [['14:30', '07:30']] } };
    expect(
      [broken, broken, calendar].map((each) => 'error' in answer({ id: 1, calendar: each, ...due })),
    ).toEqual([true, true, false]);
  });

  test('an item without an id is answered anyway', () => {
    expect(interchangeAnswerer()({ ...due, calendar })).toEqual({ id: null, due: '2026-11-23T04:31:00Z' });
  });

  test('a value other than an object has no id', () => {
    expect(interchangeAnswerer()(5)).toMatchObject({ id: null, error: expect.any(String) });
  });
});
