import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import type { Language } from './language.ts';
import { plural } from './plural.ts';

/** The forms after a preposition or as an object: «خلال ساعتين». */
const FORMS = {
  days: {
    ...{ zero: '0 يوم', one: 'يوم', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' },
  },
  hours: {
    ...{ zero: '0 ساعة', one: 'ساعة', two: 'ساعتين', few: '# ساعات', many: '# ساعة', other: '# ساعة' },
  },
  minutes: {
    ...{ zero: '0 دقيقة', one: 'دقيقة', two: 'دقيقتين' },
    ...{ few: '# دقائق', many: '# دقيقة', other: '# دقيقة' },
  },
} as const;

/**
 * Format an amount of working time in the genitive: «4 ساعات عمل», «ساعة عمل و30 دقيقة», `4 working hours`. Whole days
 * are named only for a calendar that never closes, because a working day has no fixed length.
 * @param ms milliseconds, rounded to minutes
 */
export function workingAmount(
  ms: number,
  language: Language,
  { inDays }: { readonly inDays: boolean },
): string {
  const whole = Math.round(ms / MINUTE) * MINUTE;
  const days = inDays ? Math.floor(whole / DAY) : 0;
  const hours = Math.floor((whole - days * DAY) / HOUR);
  const minutes = Math.round((whole - days * DAY - hours * HOUR) / MINUTE);
  const counts = [['days', days] as const, ['hours', hours] as const, ['minutes', minutes] as const];
  const shown = counts.filter(([, count]) => count > 0);
  const parts = shown.length > 0 ? shown : [['minutes', 0] as const];
  return parts
    .map(([unit, count], at) => {
      const isFirst = at === 0 && !inDays;
      if (language === 'ar') return `${plural(count, FORMS[unit])}${isFirst ? ' عمل' : ''}`;
      const noun = count === 1 ? unit.slice(0, -1) : unit;
      return `${count} ${isFirst ? 'working ' : ''}${noun}`;
    })
    .join(language === 'ar' ? ' و' : ' and ');
}
