const day = [['00:30', '24:00']];
/** Due times in three zones, around the hours that a clock skips or repeats: input of `sla batch`. */
export const batchLines = ['Asia/Riyadh', 'Europe/Berlin', 'America/New_York']
  .flatMap((timezone) => {
    const calendar = {
      timezone,
      hours: { sun: day, wed: day, sat: [['01:00', '03:30']] },
      holidays: ['2026-03-29'],
    };
    return ['2026-03-07T20:15:00Z', '2026-10-24T23:59:59Z'].map((start, id) => ({
      id,
      op: 'due',
      calendar,
      start,
      minutes: 4000,
    }));
  })
  .map((item) => JSON.stringify(item))
  .join('\n');
