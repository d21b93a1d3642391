import type { Calendar, LocalInterval } from '../calendar.ts';
import { saudiGovernment } from './saudi-government.ts';

const weekday: readonly LocalInterval[] = [['09:00', '20:00']];

/** The hours in which the centre calls people: not early, not late, not on Fridays and not on holidays. */
export const callingHours: Calendar = {
  id: 'calling-hours',
  version: 1,
  name: { ar: 'أوقات الاتصال بالمستفيدين', en: 'Hours for calling people' },
  zone: 'Asia/Riyadh',
  hours: {
    sun: weekday,
    mon: weekday,
    tue: weekday,
    wed: weekday,
    thu: weekday,
    sat: [['10:00', '20:00']],
  },
  holidays: saudiGovernment.holidays,
  overrides: [
    {
      from: 'AH:--09-01',
      to: 'AH:--09-30',
      hours: Object.fromEntries(
        ['sun', 'mon', 'tue', 'wed', 'thu', 'sat'].map((day) => [
          day,
          [
            ['11:00', '16:00'],
            ['21:00', '23:00'],
          ],
        ]),
      ),
      name: { ar: 'أوقات الاتصال في رمضان', en: 'Calling hours in Ramadan' },
      state: 'proposed',
      source: 'Not while people break their fast; computed from Umm al-Qura',
    },
  ],
  exceptions: [],
  source: 'The hours in which surveys by telephone reach people without disturbing them',
};
