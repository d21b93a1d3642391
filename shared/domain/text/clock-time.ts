import type { Language } from './language.ts';
import { partOfDay } from './part-of-day.ts';

/** A time of day as people say it: «12:00 ظهرًا», `2:30 PM`. Takes the 24-hour clock's parts. */
export function clockTime(hour: string, minute: string, language: Language): string {
  const hours = Number(hour) % 24;
  const shown = `${hours % 12 || 12}:${minute}`;
  if (language === 'en') return `${shown} ${hours < 12 ? 'AM' : 'PM'}`;
  return `${shown} ${partOfDay(hours)}`;
}
