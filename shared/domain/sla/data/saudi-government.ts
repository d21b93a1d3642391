import type { Calendar, LocalInterval, WeeklyHours } from '../calendar.ts';

const week = (hours: LocalInterval): WeeklyHours => ({
  sun: [hours],
  mon: [hours],
  tue: [hours],
  wed: [hours],
  thu: [hours],
});

/** A national day on Friday is moved to Thursday, one on Saturday to Sunday. */
const MOVED = { fri: -1, sat: 1 } as const;

/**
 * Hours of a Saudi government office. Ramadan and the Eids are computed from Umm al-Qura and therefore
 * proposed. After the announcement, a dated entry replaces the rule for that year (`except`).
 */
export const saudiGovernment: Calendar = {
  id: 'saudi-government',
  version: 1,
  name: { ar: 'دوام الجهات الحكومية', en: 'Saudi government working hours' },
  zone: 'Asia/Riyadh',
  hours: week(['07:30', '14:30']),
  holidays: [
    {
      on: '--09-23',
      inLieu: MOVED,
      name: { ar: 'اليوم الوطني', en: 'Saudi National Day' },
      state: 'confirmed',
      source: 'Royal order on the National Day; weekend rule of the executive HR regulation',
    },
    {
      on: '--02-22',
      inLieu: MOVED,
      name: { ar: 'يوم التأسيس', en: 'Founding Day' },
      state: 'confirmed',
      source: 'Royal order of 27 January 2022; weekend rule of the executive HR regulation',
    },
    {
      on: 'AH:--10-01',
      workingDays: 4,
      name: { ar: 'إجازة عيد الفطر', en: 'Eid al-Fitr' },
      state: 'proposed',
      source: 'Civil service: at least four working days; computed from Umm al-Qura',
    },
    {
      on: 'AH:--12-09',
      workingDays: 4,
      name: { ar: 'إجازة عيد الأضحى', en: 'Eid al-Adha' },
      state: 'proposed',
      source: 'Civil service: at least four working days from the day of Arafah; computed from Umm al-Qura',
    },
  ],
  overrides: [
    {
      from: 'AH:--09-01',
      to: 'AH:--09-30',
      hours: week(['10:00', '15:00']),
      name: { ar: 'دوام شهر رمضان', en: 'Ramadan hours' },
      state: 'proposed',
      source: 'At most five hours in Ramadan; computed from Umm al-Qura',
    },
  ],
  exceptions: [],
  validity: { from: '2022-02-22' },
  source: 'Sunday to Thursday, seven hours a day; each agency may move its hours',
};
