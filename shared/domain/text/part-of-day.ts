/** Names of the parts of the day as used in Saudi Arabia, by their first hour. */
const PARTS: readonly (readonly [from: number, name: string])[] = [
  [18, 'مساءً'],
  [15, 'عصرًا'],
  [12, 'ظهرًا'],
  [4, 'صباحًا'],
  [0, 'بعد منتصف الليل'],
];

/**
 * Return the part of the day that Arabic adds to a time: «2:30 ظهرًا».
 * @param hour of the 24-hour clock
 */
export const partOfDay = (hour: number): string => PARTS.find(([from]) => hour >= from)?.[1] ?? '';
