import type { Language } from '#events/vocabulary.ts';
import { COUNTED, plural } from '#shared/domain/text/plural.ts';

/** Working time in words, to the hour above one: a working day has no 24 hours, so no days are said. */
export function workingTimeText(minutes: number, language: Language): string {
  const unit = minutes < 60 ? 'minutes' : 'hours';
  const count = Math.max(1, Math.round(unit === 'hours' ? minutes / 60 : minutes));
  if (language === 'ar') return plural(count, COUNTED[unit]);
  return `${count} ${unit === 'hours' ? 'hour' : 'minute'}${count === 1 ? '' : 's'}`;
}
