import { type Share, wilson } from '../statistics/wilson.ts';
import { conversationForm } from '../tasks/conversation-form.ts';
import type { Tally } from './tally.ts';

/** The checks of the work of a period, by the weeks that began in it. */
export interface CheckFigures {
  readonly closures: { readonly drawn: number; readonly checked: number };
  readonly conversations: { readonly drawn: number; readonly checked: number };
  /** Of the checked closures, those whose matter was not finished. Unclear ones are left out. */
  readonly closureErrors: Share | null;
  /** By department, those with the most checks first. */
  readonly byDepartment: readonly { readonly department: string; readonly errors: Share | null }[];
  /** By question: conversations in which it was so, of those to which it applies. */
  readonly questions: readonly { readonly id: string; readonly share: Share | null }[];
}

/** Return the share of checked closures that were not finished, of one department or of all. */
export const errorsIn = (counts: Tally, ...department: string[]): Share | null => {
  const wrong = counts.sum('closure', 'not-finished', ...department);
  return wilson(wrong, wrong + counts.sum('closure', 'finished', ...department));
};

/** Compute the checks of a period. */
export function checkFigures(counts: Tally): CheckFigures {
  const of = (kind: string) => ({
    drawn: counts.sum('check', kind, 'drawn'),
    checked: counts.sum('check', kind, 'checked'),
  });
  const departments = new Set(
    ['finished', 'not-finished'].flatMap((verdict) => counts.by('closure', verdict).map(([id]) => id)),
  );
  return {
    closures: of('closure-audit'),
    conversations: of('conversation-review'),
    closureErrors: errorsIn(counts),
    byDepartment: [...departments]
      .map((department) => ({ department, errors: errorsIn(counts, department) }))
      .sort((a, b) => (b.errors?.n ?? 0) - (a.errors?.n ?? 0)),
    questions: conversationForm().map(({ id }) => {
      const yes = counts.sum('conversation', id, 'yes');
      return { id, share: wilson(yes, yes + counts.sum('conversation', id, 'no')) };
    }),
  };
}
