import { describe, expect, test } from 'vitest';
import { compile } from '#shared/domain/sla/compile.ts';
import { due, elapsed } from '#shared/domain/sla/working-time.ts';
import { calendarWith, HOUR, inRiyadh, MINUTE, office, riyadh } from './support.ts';

const dueIn = (start: string, minutes: number) => inRiyadh(due(office, riyadh(start), minutes * MINUTE));

describe('due', () => {
  test.each([
    ['within a day', '2026-11-22T08:00', 60, '2026-11-22T09:00:00'],
    ['exactly at closing is that closing', '2026-11-22T07:30', 420, '2026-11-22T14:30:00'],
    ['a minute more is the next opening and a minute', '2026-11-22T07:30', 421, '2026-11-23T07:31:00'],
    ['from before opening', '2026-11-22T05:00', 30, '2026-11-22T08:00:00'],
    ['from the closing instant', '2026-11-22T14:30', 30, '2026-11-23T08:00:00'],
    ['over the weekend', '2026-11-19T14:00', 60, '2026-11-22T08:00:00'],
    ['from a Friday', '2026-11-20T12:00', 1, '2026-11-22T07:31:00'],
    ['over National Day, a Wednesday', '2026-09-22T14:00', 60, '2026-09-24T08:00:00'],
    ['into Ramadan', '2026-02-17T14:00', 60, '2026-02-18T10:30:00'],
    ['a whole day of Ramadan is five hours', '2026-02-18T10:00', 300, '2026-02-18T15:00:00'],
    ['three plain days, Founding Day and six of Ramadan', '2026-02-15T07:30', 3060, '2026-02-26T15:00:00'],
    ['over Eid al-Fitr 1447: back to full days', '2026-03-19T14:00', 120, '2026-03-26T08:30:00'],
    ['over Eid al-Adha 1447', '2026-05-25T14:30', 1, '2026-06-01T07:31:00'],
  ])('%s', (_, start, minutes, expected) => {
    expect(dueIn(start, minutes)).toBe(expected);
  });

  test.each(['2026-11-22T08:00', '2026-11-20T03:00'])('nothing to do is due at once: %s', (start) => {
    expect(due(office, riyadh(start), 0)).toBe(riyadh(start));
  });

  test('milliseconds are kept', () => {
    expect(due(office, riyadh('2026-11-22T08:00:00') + 7, 1)).toBe(riyadh('2026-11-22T08:00:00') + 8);
  });

  test('three centuries of working weeks go beyond any table', () => {
    const fresh = compile(calendarWith({}));
    const weeks = 15_600;
    const answer = due(fresh, riyadh('2026-01-04T07:30'), weeks * 5 * 7 * HOUR);
    expect(inRiyadh(answer)).toBe('2324-12-25T14:30:00');
  });

  test('a calendar that closes permanently says so instead of searching for ever', () => {
    const once = compile(
      calendarWith({
        hours: {},
        exceptions: [{ on: '2026-11-22', kind: 'open', from: '08:00', to: '09:00' }],
      }),
    );
    expect(inRiyadh(due(once, riyadh('2026-11-01'), HOUR))).toBe('2026-11-22T09:00:00');
    expect(() => due(once, riyadh('2026-11-01'), HOUR + 1)).toThrow(/expected working time after/);
  });

  test.each([Number.NaN, 9e15])('an invalid instant: %s', (start) => {
    expect(() => due(office, start, HOUR)).toThrow(/expected an instant from 1900 to 9999/);
  });

  test('reaching back in time changes no answer', () => {
    const fresh = compile(calendarWith({}));
    const first = due(fresh, riyadh('2026-11-22T08:00'), 50 * HOUR);
    expect(inRiyadh(due(fresh, riyadh('1999-12-30T14:00'), HOUR))).toBe('2000-01-02T08:00:00');
    expect(due(fresh, riyadh('2026-11-22T08:00'), 50 * HOUR)).toBe(first);
  });
});

describe('pauses', () => {
  const start = riyadh('2026-11-22T08:00');
  const pause = (from: string, to: string) => ({ from: riyadh(from), to: riyadh(to) });

  test.each([
    ['within work', [pause('2026-11-22T08:30', '2026-11-22T09:00')], '2026-11-22T10:30:00'],
    ['outside work', [pause('2026-11-22T15:00', '2026-11-23T07:00')], '2026-11-22T10:00:00'],
    ['after the due instant', [pause('2026-11-22T10:00', '2026-11-22T12:00')], '2026-11-22T10:00:00'],
    ['begun before the start', [pause('2026-11-22T07:00', '2026-11-22T08:15')], '2026-11-22T10:15:00'],
    ['over night', [pause('2026-11-22T09:00', '2026-11-23T08:00')], '2026-11-23T09:00:00'],
    [
      'overlapping ones count once, in any order',
      [pause('2026-11-22T08:45', '2026-11-22T09:15'), pause('2026-11-22T08:30', '2026-11-22T09:00')],
      '2026-11-22T10:45:00',
    ],
  ])('%s', (_, pauses, expected) => {
    expect(inRiyadh(due(office, start, 2 * HOUR, pauses))).toBe(expected);
  });

  test('elapsed leaves them out', () => {
    const end = riyadh('2026-11-23T08:30');
    expect(elapsed(office, start, end) / MINUTE).toBe(450);
    expect(elapsed(office, start, end, [pause('2026-11-22T14:00', '2026-11-23T08:00')]) / MINUTE).toBe(390);
  });
});

test('elapsed is never negative', () => {
  expect(elapsed(office, riyadh('2026-11-23T08:00'), riyadh('2026-11-22T08:00'))).toBe(0);
});
