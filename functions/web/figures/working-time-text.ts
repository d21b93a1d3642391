import type { Language } from '#events/vocabulary.ts';
import { COUNTED, plural } from '#shared/domain/text/plural.ts';

/** Format working time in hours and minutes. A working day does not have 24 hours, so days are not used. */
export function workingTimeText(minutes: number, language: Language): string {
  const unit = minutes < 60 ? 'minutes' : 'hours';
  const count = Math.max(1, Math.round(unit === 'hours' ? minutes / 60 : minutes));
  if (language === 'ar') return plural(count, COUNTED[unit]);
  return `${count} ${unit === 'hours' ? 'hour' : 'minute'}${count === 1 ? '' : 's'}`;
}
