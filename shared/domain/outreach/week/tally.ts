import type { Language } from '#events/vocabulary.ts';
import type { CallOut } from '../call-out.ts';
import { type KeyQuestion, questionnaires } from '../questionnaire.ts';
import { type FinalCode, finalCode } from './final-code.ts';
import type { WeekProgress } from './release.ts';

/** Equal answers to a question: of one service and language, heard by one interviewer. */
export interface TalliedAnswers {
  /** Id of the question. */
  readonly question: string;
  readonly stratum: string;
  readonly language: Language;
  /** The interviewer. Missing when the telephone asked by itself. */
  readonly by?: string;
  readonly n: number;
  /** Satisfied answers among them. */
  readonly yes: number;
}

/** The results of some calls of a week. */
export interface Tally {
  /** Calls by final code. A call without one counts as not worked. */
  readonly codes: Readonly<Partial<Record<FinalCode, number>>>;
  /** Calls without a result. */
  readonly open: number;
  readonly answers: readonly TalliedAnswers[];
}

const NOT_WORKED: FinalCode = '3.11';

/** The results of calls that were not dialled yet. */
export const unworked = (calls: number): Tally => ({
  ...{ codes: { [NOT_WORKED]: calls }, open: calls, answers: [] },
});

/** An answer counts as satisfied from 4 of 5 on, or as yes. */
const isYes = ({ keys }: KeyQuestion, value: number): boolean => (keys === '1-5' ? value >= 4 : value === 1);

/** Return the answers of a complete or partial interview, each for itself. */
function answersOf(call: CallOut): readonly TalliedAnswers[] {
  const { week, language } = call;
  const code = finalCode(call);
  if (!week || (code !== '1.1' && code !== '1.2')) return [];
  return questionnaires.evaluation.questions.flatMap((question): TalliedAnswers[] => {
    const attempt = call.attempts.findLast(({ report }) => report.answers?.[question.id] !== undefined);
    const value = attempt?.report.answers?.[question.id];
    if (!attempt || value === undefined) return [];
    const { by } = attempt;
    const yes = isYes(question, value) ? 1 : 0;
    const heardBy = by === undefined ? {} : { by };
    return [{ question: question.id, stratum: week.stratum, language, ...heardBy, n: 1, yes }];
  });
}

const keyOf = ({ question, stratum, language, by = '' }: TalliedAnswers): string =>
  JSON.stringify([question, stratum, language, by]);

/** Add results. The order has no effect but on the order of the answers. */
export function sumOf(tallies: Iterable<Tally>): Tally {
  const codes: Partial<Record<FinalCode, number>> = {};
  const answers = new Map<string, TalliedAnswers>();
  let open = 0;
  for (const tally of tallies) {
    open += tally.open;
    for (const [code, count] of Object.entries(tally.codes))
      codes[code as FinalCode] = (codes[code as FinalCode] ?? 0) + count;
    for (const one of tally.answers) {
      const key = keyOf(one);
      const { n, yes } = answers.get(key) ?? { n: 0, yes: 0 };
      answers.set(key, { ...one, n: n + one.n, yes: yes + one.yes });
    }
  }
  return { codes, open, answers: [...answers.values()] };
}

/** Count the results of calls of a week. */
export const tallyOf = (calls: readonly CallOut[]): Tally =>
  sumOf(
    calls.map((call) => ({
      codes: { [finalCode(call) ?? NOT_WORKED]: 1 },
      open: call.state.is === 'finished' ? 0 : 1,
      answers: answersOf(call),
    })),
  );

/** Return the progress of calls with these results. */
export function progressOf({ codes, open }: Tally): WeekProgress {
  const all = Object.values(codes).reduce((sum, count) => sum + count, 0);
  return { completes: codes['1.1'] ?? 0, open, ended: all - open };
}
