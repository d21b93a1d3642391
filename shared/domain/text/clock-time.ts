import type { Language } from './language.ts';
import { partOfDay } from './part-of-day.ts';

/**
 * Format a time of day in the 12-hour form: «12:00 ظهرًا», `2:30 PM`. `hour` and `minute` are of the 24-hour
 * clock.
 */
export function clockTime(hour: string, minute: string, language: Language): string {
  const hours = Number(hour) % 24;
  const shown = `${hours % 12 || 12}:${minute}`;
  if (language === 'en') return `${shown} ${hours < 12 ? 'AM' : 'PM'}`;
  return `${shown} ${partOfDay(hours)}`;
}
