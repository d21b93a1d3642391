import * as z from 'zod';
import type { Language } from '#events/vocabulary.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { readSurveyToken } from '#shared/application/tokens/survey-token.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { isCorrectable } from '#shared/domain/cases/confirmation.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { MoreAnswers } from './rating-fields.ts';
import type { SurveyDeps } from './survey-deps.ts';
import type { WrongAnswer } from './survey-page.ts';

type Survey = NonNullable<Case['survey']>;

/** A case with the survey of a link: open, or answered. */
export interface AskedSurvey {
  readonly supportCase: Case;
  readonly invitation: string;
  readonly survey: Extract<Survey, { invitation: string }>;
}

/**
 * Find the survey of a link. Return undefined for a link that is forged, or of an earlier resolution, or whose data was
 * erased.
 */
export async function findSurvey(
  { keys, store }: SurveyDeps,
  token: string,
): Promise<AskedSurvey | undefined> {
  const ticket = await readSurveyToken(keys, token);
  if (!ticket) return undefined;
  const { reference, invitation } = ticket;
  const supportCase = await store.load('case', reference);
  if (!supportCase || supportCase.erased || supportCase.merged) return undefined;
  const { survey } = supportCase;
  return survey && 'invitation' in survey && survey.invitation === invitation
    ? { supportCase, invitation, survey }
    : undefined;
}

const answer = z.object({
  finished: z.enum(['yes', 'no']),
  comment: z.string().trim().max(2_000).default(''),
  // Only the five visible buttons send a score. The hidden one sends another value.
  score: z.enum(['1', '2', '3', '4', '5']).transform(Number),
});

/** An answer, with the language of the page on which it was given. */
export type Answer = z.output<typeof answer> & MoreAnswers & { readonly language: Language };

/** Parse an answer, or return the names of the missing and wrong fields. */
export function readAnswer(
  fields: unknown,
): z.output<typeof answer> | { readonly wrong: readonly WrongAnswer[] } {
  const read = answer.safeParse(fields);
  if (read.success) return read.data;
  const names = new Set(read.error.issues.map(({ path }) => path[0] as WrongAnswer));
  return { wrong: (['finished', 'comment', 'score'] as const).filter((name) => names.has(name)) };
}

/**
 * Record an answer, and return the case with the answer that was taken. A double click is one cause. Each correction
 * has its own, and one later answer is stored.
 */
export async function recordAnswer(
  { store, clock }: SurveyDeps,
  rules: Rules,
  { supportCase, invitation, survey }: AskedSurvey,
  { finished, comment, score, ...more }: Answer,
): Promise<Case | undefined> {
  const now = clock.now();
  const isLater = survey.state === 'answered' && !isCorrectable(survey, now);
  const changes = survey.state === 'answered' ? `${(survey.changes ?? 0) + 1}:${score}:${finished}` : '0';
  const cause = causeId(`survey:${supportCase.id}:${invitation}:${isLater ? 'later' : changes}`);
  const done = await handleCommand(
    { store, rules },
    {
      id: supportCase.id,
      command: {
        do: 'answer-survey',
        invitation,
        score,
        finished: finished === 'yes',
        ...more,
        ...(comment !== '' && { comment }),
      },
      ...{ cause, by: 'beneficiary', at: now, recordedAt: now, correlationId: cause, causationId: cause },
    },
  );
  return done.outcome === 'rejected' ? store.load('case', supportCase.id) : done.case;
}
