import * as z from 'zod';
import { handleCommand } from '#shared/application/handle-command.ts';
import { readSurveyToken } from '#shared/application/tokens/survey-token.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { SurveyDeps } from './survey-deps.ts';
import type { WrongAnswer } from './survey-page.ts';

/** A case with an open survey. */
export interface PendingSurvey {
  readonly supportCase: Case;
  readonly invitation: string;
}

/**
 * Find the open survey of a link. Return undefined for a link that is forged, used or of an earlier
 * resolution.
 */
export async function waitingFor(
  { keys, store }: SurveyDeps,
  token: string,
): Promise<PendingSurvey | undefined> {
  const ticket = await readSurveyToken(keys, token);
  if (!ticket) return undefined;
  const { reference, invitation } = ticket;
  const supportCase = await store.load('case', reference);
  const survey = supportCase?.survey;
  return supportCase && survey?.state === 'invited' && survey.invitation === invitation
    ? { supportCase, invitation }
    : undefined;
}

const answer = z.object({
  finished: z.enum(['yes', 'no']),
  comment: z.string().trim().max(2_000).default(''),
  // Only the five visible buttons send a score. The hidden one sends another value.
  score: z.enum(['1', '2', '3', '4', '5']).transform(Number),
});
export type Answer = z.output<typeof answer>;

/** Parse an answer, or return the names of the missing and wrong fields. */
export function readAnswer(fields: unknown): Answer | { readonly wrong: readonly WrongAnswer[] } {
  const read = answer.safeParse(fields);
  if (read.success) return read.data;
  const names = new Set(read.error.issues.map(({ path }) => path[0] as WrongAnswer));
  return { wrong: (['finished', 'comment', 'score'] as const).filter((name) => names.has(name)) };
}

/** Record an answer. Return undefined when the survey already has one. */
export async function recordAnswer(
  { store, clock }: SurveyDeps,
  rules: Rules,
  { supportCase, invitation }: PendingSurvey,
  { finished, comment, score }: Answer,
): Promise<Case | undefined> {
  const cause = causeId(`survey:${supportCase.id}:${invitation}`);
  const now = clock.now();
  const done = await handleCommand(
    { store, rules },
    {
      id: supportCase.id,
      command: {
        do: 'answer-survey',
        invitation,
        score,
        finished: finished === 'yes',
        language: supportCase.language,
        ...(comment !== '' && { comment }),
      },
      ...{ cause, by: 'beneficiary', at: now, recordedAt: now, correlationId: cause, causationId: cause },
    },
  );
  return done.outcome === 'committed' ? done.case : undefined;
}
