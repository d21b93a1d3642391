import type { Calendar, LocalInterval } from '../calendar.ts';

const allDay: readonly LocalInterval[] = [['00:00', '24:00']];

/** Every minute counts: for reports of danger and for the beneficiary's own view of the elapsed time. */
export const always: Calendar = {
  id: 'always',
  version: 1,
  name: { ar: 'على مدار الساعة', en: 'Around the clock' },
  zone: 'Asia/Riyadh',
  hours: { sun: allDay, mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay },
  holidays: [],
  overrides: [],
  exceptions: [],
  source: 'Every hour of every day',
};
