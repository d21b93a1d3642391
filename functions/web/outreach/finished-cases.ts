import { WINDOW_DAYS } from '#shared/domain/outreach/week/population.ts';
import { counterName } from '#shared/domain/reports/counter-name.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';

/** Return how many cases about a service were resolved in the window of a draw, as the figures count them. */
export async function finishedCases(figures: FigureStore, now: number): Promise<number> {
  const about = `${counterName('resolved-about')}|`;
  const days = await figures.range(localDay(now - (WINDOW_DAYS - 1) * DAY), localDay(now));
  return days
    .flatMap(({ counts }) => Object.entries(counts))
    .reduce((sum, [name, count]) => (name.startsWith(about) ? sum + count : sum), 0);
}
