import type { Language } from '#events/vocabulary.ts';
import { startOfDay } from '#shared/domain/reports/local-day.ts';
import type { Period } from '#shared/domain/reports/period.ts';
import { formatDay } from '#shared/domain/text/format-instant.ts';
import type { PeriodFigures } from '../read-figures.ts';
import { reportText } from './report-text.ts';

/** The days that are named one by one. */
const MOST_DAYS = 7;

/** Write the days of a period as an isolate from left to right (UAX #9, section 2.4), which no line reorders. */
export const daysText = ({ from, to }: Period): string =>
  `\u2066${from === to ? from : `${from} – ${to}`}\u2069`;

/** Write a period in words. */
export function periodText({ from, to }: Period, language: Language): string {
  const w = reportText[language];
  const [first, last] = [formatDay(startOfDay(from), language), formatDay(startOfDay(to), language)];
  return from === to ? w.oneDay(first) : w.days(first, last);
}

/** Check whether a period has no counted event. */
export const isEmpty = ({ uncounted, figures }: PeriodFigures): boolean =>
  uncounted.length === figures.perDay.length;

/** Return the notes that every number of a period needs: missing days, intervals, marks and the zone. */
export function numberNotes({ uncounted }: PeriodFigures, language: Language): readonly string[] {
  const w = reportText[language];
  const named = uncounted.slice(0, MOST_DAYS).join(language === 'ar' ? '، ' : ', ');
  const more = uncounted.slice(MOST_DAYS).length;
  return [
    ...(uncounted.length > 0 ? [w.missing(more > 0 ? `${named} ${w.andMore(more)}` : named)] : []),
    ...[w.intervals, w.few, w.counted],
  ];
}
