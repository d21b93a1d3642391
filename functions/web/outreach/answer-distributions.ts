import type { CallPurpose } from '#events/vocabulary.ts';
import { type KeyQuestion, questionnaires } from '#shared/domain/outreach/questionnaire.ts';
import { counterName } from '#shared/domain/reports/counter-name.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';

/** The number of answers of each value to a question, from 1. */
export interface Distribution {
  readonly question: KeyQuestion;
  readonly counts: readonly number[];
  readonly n: number;
}

const DAYS = 30;

/** Load the answers of the calls of a purpose in the last 30 days. */
export async function loadDistributions(
  figures: FigureStore,
  purpose: CallPurpose,
  now: number,
): Promise<readonly Distribution[]> {
  const days = await figures.range(localDay(now - (DAYS - 1) * DAY), localDay(now));
  return questionnaires[purpose].questions.map((question) => {
    const counts = Array.from({ length: question.keys === '1-5' ? 5 : 2 }, (_, index) => {
      const name = counterName('call-answer', purpose, question.id, index + 1);
      return days.reduce((sum, { counts: counted }) => sum + (counted[name] ?? 0), 0);
    });
    return { question, counts, n: counts.reduce((sum, count) => sum + count, 0) };
  });
}
