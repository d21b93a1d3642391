import type { Language } from './language.ts';
import { COUNTED, plural } from './plural.ts';

const MINUTE = 60_000;
const UNITS = [
  { name: 'days', one: 'day', length: 1_440 * MINUTE },
  { name: 'hours', one: 'hour', length: 60 * MINUTE },
  { name: 'minutes', one: 'minute', length: MINUTE },
] as const;

function amount(magnitude: number, language: Language): string {
  const parts: string[] = [];
  let rest = Math.floor(magnitude / MINUTE) * MINUTE;
  for (const unit of UNITS) {
    const count = Math.floor(rest / unit.length);
    if (count === 0) {
      if (parts.length > 0) break;
      continue;
    }
    rest -= count * unit.length;
    parts.push(
      language === 'ar' ? plural(count, COUNTED[unit.name]) : `${count} ${unit.one}${count === 1 ? '' : 's'}`,
    );
    if (parts.length === 2) break;
  }
  return parts.join(language === 'ar' ? ' و' : ' ');
}

/**
 * Format the time until a deadline: «متبقٍ ساعتان», `2 hours left`. A negative value is the time since a
 * deadline that has passed. The text has at most two adjacent units, without fractions. A day is 24 hours.
 * @param ms milliseconds until the deadline
 */
export function durationText(ms: number, language: Language): string {
  const text = amount(Math.abs(ms), language);
  if (text === '') return language === 'ar' ? 'حان الموعد' : 'due now';
  if (ms < 0) return language === 'ar' ? `مضى على الموعد ${text}` : `${text} overdue`;
  return language === 'ar' ? `متبقٍ ${text}` : `${text} left`;
}
