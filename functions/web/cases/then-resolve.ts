import type { RefusedAction } from './actions/action-form.ts';
import type { ConsoleDeps } from './cases-deps.ts';
import { type Attempt, act, isDone } from './perform-action.ts';
import { actionText } from './text/action-text.ts';

/**
 * Resolve a case after a reply that asks for it. The outcome tells the beneficiary that the answer is in that reply.
 * Return the refused action when the case cannot be resolved; the reply stays sent.
 */
export async function thenResolve(deps: ConsoleDeps, attempt: Attempt): Promise<RefusedAction | undefined> {
  const token = attempt.fields.andResolve;
  if (attempt.action !== 'reply' || token === undefined) return undefined;
  const supportCase = await deps.store.load('case', attempt.supportCase.id);
  if (!supportCase) return undefined;
  const { answered } = actionText[supportCase.language].reply;
  const fields = { token, seen: String(supportCase.version), ended: 'answered', outcome: answered };
  const acted = await act(deps, { ...attempt, supportCase, action: 'resolve', fields, files: [] });
  return isDone(acted) ? undefined : { action: 'resolve', acted, fields };
}
