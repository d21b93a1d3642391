/** The part of the day by the hour at which it begins, as people in the kingdom name it. */
const PARTS: readonly (readonly [from: number, name: string])[] = [
  [18, 'مساءً'],
  [15, 'عصرًا'],
  [12, 'ظهرًا'],
  [4, 'صباحًا'],
  [0, 'بعد منتصف الليل'],
];

/** What Arabic adds to a time of day: «2:30 ظهرًا». @param hour of the 24-hour clock */
export const partOfDay = (hour: number): string => PARTS.find(([from]) => hour >= from)?.[1] ?? '';
