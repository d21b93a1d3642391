import * as z from 'zod';
import { caseType } from '#events/vocabulary.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Suggester, Suggestion } from '#shared/ports/outside.ts';
import { maskText } from '#shared/runtime/mask-text.ts';
import type { CaseFile } from './load-case.ts';

/**
 * Time limit of a proposal, because a person waits for the page.
 * @internal exported for tests
 */
export const SUGGESTION_MS = 2_000;
const LONGEST = 4_000;

const answer = z.object({ type: caseType, category: z.string(), confidence: z.number().min(0).max(1) });

/** Return the first text of a case if the rules were unsure and no agent corrected it yet. */
function textToSuggestFor({ commits, messages, supportCase }: CaseFile): string | undefined {
  const [first] = commits;
  // A case with a longer past than one page has been worked on.
  const message = first?.version === 1 ? messages.get(first.cause) : undefined;
  const corrected = commits.some(({ events }) =>
    events.some(({ type }) => type === 'rida.case.reclassified.v1'),
  );
  if (corrected || !isActive(supportCase.status) || !message?.reasons.includes('classification-unsure'))
    return undefined;
  return message.text;
}

/**
 * Ask a model for type and category of a case that the rules were unsure of. The proposal is only shown to
 * the agent. Return undefined when there is no model, nothing to ask, no valid answer, or no answer in time.
 * Report a failing model to `onError` without delaying the page.
 */
export async function suggestionFor(
  suggester: Suggester | undefined,
  file: CaseFile,
  { rules, onError }: { readonly rules: Rules; onError(error: Error): void },
): Promise<Suggestion | undefined> {
  const text = suggester && textToSuggestFor(file);
  if (!suggester || text === undefined) return undefined;
  const { subject, type, category } = file.supportCase;
  const late = AbortSignal.timeout(SUGGESTION_MS);
  const none = new Promise<undefined>((resolve) => {
    late.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const asked = suggester
    .suggest(maskText(subject), maskText(text).slice(0, LONGEST), late)
    .catch((error: unknown) => {
      if (!late.aborted) onError(error instanceof Error ? error : new Error(String(error)));
    });
  const given = answer.safeParse(await Promise.race([asked, none]));
  if (!given.success || !rules.categories.has(given.data.category)) return undefined;
  return given.data.type === type && given.data.category === category ? undefined : given.data;
}
