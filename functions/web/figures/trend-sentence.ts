import { CATALOGUE } from '#shared/domain/reports/catalogue.ts';
import type { Trend } from '#shared/domain/reports/trend.ts';
import type { View } from '../shell/view.ts';
import { changesText } from './changes/changes-text.ts';
import { firstScreenText } from './first-screen-text.ts';
import { numberText } from './value-text.ts';

/** A change as a chart marks it. */
export interface ChartMark {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly name: string;
}

/** Return the content of a trend in a sentence, for people who do not see it. */
export function trendSentence(trend: Trend, marks: readonly ChartMark[], view: View): string {
  const { language } = view;
  const w = firstScreenText[language];
  const { name, unit } = CATALOGUE[trend.measure];
  const text = (value: number) => numberText(value, unit, view);
  const newest = trend.points.at(-1)?.value;
  const mean = trend.chart ? `${w.mean}: ${text(trend.chart.mean)}. ` : '';
  const last = newest === undefined || newest === null ? '' : `${text(newest)}. `;
  const noted = marks.map((mark) => `${mark.day} ${mark.name}`).join(language === 'ar' ? '، ' : ', ');
  const changes = noted === '' ? '' : ` ${changesText[language].marks}: ${noted}.`;
  const since =
    trend.since === undefined ? '' : ` ${w.sinceDay(trend.since.day)}: ${w.rules[trend.since.rule]}`;
  return `${name[language]}, ${w.weekly}: ${last}${mean}${w.says[trend.says]}${since}.${changes}`;
}
