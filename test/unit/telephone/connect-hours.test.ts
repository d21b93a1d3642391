import { describe, expect, it } from 'vitest';
import { keepHours } from '#functions/telephone/connect-hours.ts';
import type { Calendar } from '#shared/domain/sla/calendar.ts';
import { compile } from '#shared/domain/sla/compile.ts';
import { saudiGovernment } from '#shared/domain/sla/data/saudi-government.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemorySwitchboardHours } from '#test/doubles/switchboard.ts';

const FROM_7_30 = [{ from: 450, to: 870 }];
const RAMADAN = [{ from: 600, to: 900 }];
const RAMADAN_WEEK = { sun: RAMADAN, mon: RAMADAN, tue: RAMADAN, wed: RAMADAN, thu: RAMADAN };

/** The switchboard of a centre, synchronised with a calendar at a date. */
function centre() {
  const board = new MemorySwitchboardHours();
  const keep = (date: string, calendar: Calendar = saudiGovernment) =>
    keepHours({
      hours: board,
      rules: rulesOf({ ...shippedRules, desk: { ...shippedRules.desk, calendar: compile(calendar) } }),
      clock: fixedClock(Date.parse(`${date}T09:00:00+03:00`)),
    });
  const stretches = () =>
    board.hours.temporary.map(({ from, to, week }) => [formatDate(from), formatDate(to), week] as const);
  return { board, keep, stretches };
}

describe("Connect's hours of operation", () => {
  it('get the week, Ramadan with its weekends and Founding Day, and the Eid', async () => {
    const { board, keep, stretches } = centre();
    expect(await keep('2026-01-04')).toEqual({ written: 4, until: '2026-03-31', differing: [] });
    expect(board.hours).toMatchObject({
      zone: 'Asia/Riyadh',
      week: { sun: FROM_7_30, mon: FROM_7_30, tue: FROM_7_30, wed: FROM_7_30, thu: FROM_7_30 },
    });
    expect(stretches()).toEqual([
      // The Sunday in it is Founding Day. The next Sunday is open, so that another override begins.
      ['2026-02-18', '2026-02-26', { mon: RAMADAN, tue: RAMADAN, wed: RAMADAN, thu: RAMADAN }],
      ['2026-03-01', '2026-03-19', RAMADAN_WEEK],
      ['2026-03-22', '2026-03-25', {}],
    ]);
  });

  it('are written once; what is under way is left, what is over is taken away', async () => {
    const { board, keep } = centre();
    await keep('2026-01-04');
    expect(await keep('2026-01-04')).toMatchObject({ written: 0 });
    expect(await keep('2026-01-31')).toMatchObject({ written: 0 });
    expect(await keep('2026-02-24')).toMatchObject({ written: 0, differing: [] });
    expect(await keep('2026-02-27')).toMatchObject({ written: 1, differing: [] });
    expect(board.writes.at(-1)).toBe('remove');
  });

  it('hear of a decree within the hour, also one for today, and of its end', async () => {
    const { board, keep, stretches } = centre();
    await keep('2026-01-04');
    const decree: Calendar = {
      ...saudiGovernment,
      exceptions: [{ on: '2026-01-05', kind: 'closed', from: '12:00', to: '24:00' }],
    };
    expect(await keep('2026-01-05', decree)).toMatchObject({ written: 1, differing: [] });
    expect(stretches().at(-1)).toEqual(['2026-01-05', '2026-01-05', { mon: [{ from: 450, to: 720 }] }]);
    expect(await keep('2026-01-05')).toMatchObject({ written: 1, differing: [] });
    expect(board.hoursOn(parseDate('2026-01-05'))).toEqual(FROM_7_30);
  });

  it('get back what a deployment or a person wrote over', async () => {
    const { board, keep } = centre();
    await keep('2026-01-04');
    board.hours = { ...board.hours, week: { sun: FROM_7_30 } };
    expect(await keep('2026-01-04')).toMatchObject({ written: 1, differing: [] });
    expect(board.hours.week.mon).toEqual(FROM_7_30);
  });

  it('leave alone what people entered by hand, and say on which dates it is not the calendar', async () => {
    const { board, keep } = centre();
    const day = parseDate('2026-01-06');
    const byHand = { id: 'by-hand', own: false, from: day, to: day, week: {} };
    board.hours = { ...board.hours, temporary: [byHand] };
    expect(await keep('2026-01-04')).toMatchObject({ differing: ['2026-01-06'] });
    expect(board.hours.temporary).toContainEqual(byHand);
  });

  it('hold the earliest departures when people left room for few', async () => {
    const { board, keep, stretches } = centre();
    const byHand = Array.from({ length: 48 }, (_, i) => {
      const day = parseDate('2027-01-01') + i;
      return { id: `by-hand-${i}`, own: false, from: day, to: day, week: {} };
    });
    board.hours = { ...board.hours, temporary: byHand };
    expect(await keep('2026-01-04')).toEqual({ written: 3, until: '2026-03-21', differing: [] });
    expect(
      stretches()
        .slice(48)
        .map(([from]) => from),
    ).toEqual(['2026-02-18', '2026-03-01']);
    expect(await keep('2026-02-27')).toMatchObject({ written: 2, until: '2026-04-30', differing: [] });
  });
});
