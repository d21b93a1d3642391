import { type Share, wilson } from '../statistics/wilson.ts';
import { compareText } from '../text/compare-text.ts';
import { conversationForm } from './conversation-form.ts';
import type { Task } from './task.ts';

/** The checks of one week, with the seed that draws them again. */
export interface CheckedWeek {
  readonly week: string;
  readonly seed: string;
  readonly population: number;
  readonly drawn: number;
  readonly checked: number;
  /** Closures whose matter was not finished, without the unclear ones. */
  readonly errors: Share | null;
}

/** The conversations of one member of staff. */
export interface AgentQuality {
  readonly agent: string;
  readonly conversations: number;
  /** Conversations without a shortcoming. */
  readonly good: Share | null;
  /** By question of the form in force: conversations in which it was so, of those to which it applies. */
  readonly questions: Readonly<Record<string, Share | null>>;
}

/** Return the share of closures that were not finished. Unclear ones are left out. @internal exported for tests */
export function closureErrors(tasks: readonly Task[]): Share | null {
  const verdicts = tasks.flatMap(({ check }) => check?.result?.verdict ?? []);
  const wrong = verdicts.filter((verdict) => verdict === 'not-finished').length;
  return wilson(wrong, wrong + verdicts.filter((verdict) => verdict === 'finished').length);
}

/** Return the checks by week, the newest first. */
export function checkedWeeks(tasks: readonly Task[]): readonly CheckedWeek[] {
  const weeks = new Map<string, Task[]>();
  for (const task of tasks)
    if (task.check) weeks.set(task.check.week, [...(weeks.get(task.check.week) ?? []), task]);
  return [...weeks]
    .sort(([a], [b]) => compareText(b, a))
    .map(([week, all]) => {
      const { seed = '', population = 0, drawn = 0 } = all[0]?.check ?? {};
      const checked = all.filter(({ check }) => check?.result).length;
      return { week, seed, population, drawn, checked, errors: closureErrors(all) };
    });
}

/** Return the quality of conversations by member of staff, by name. */
export function agentQuality(tasks: readonly Task[]): readonly AgentQuality[] {
  const results = new Map<string, Readonly<Record<string, string>>[]>();
  for (const { check } of tasks) {
    const { agent, result } = check ?? {};
    if (agent === undefined || result?.marks === undefined) continue;
    results.set(agent, [...(results.get(agent) ?? []), result.marks]);
  }
  return [...results]
    .sort(([a], [b]) => compareText(a, b))
    .map(([agent, all]) => ({
      ...{ agent, conversations: all.length },
      good: wilson(all.filter((marks) => !Object.values(marks).includes('no')).length, all.length),
      questions: Object.fromEntries(
        conversationForm().map(({ id }) => {
          const yes = all.filter((marks) => marks[id] === 'yes').length;
          return [id, wilson(yes, yes + all.filter((marks) => marks[id] === 'no').length)];
        }),
      ),
    }));
}
