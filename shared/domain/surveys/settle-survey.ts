import type { SurveySuppression } from '#events/vocabulary.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { type Case, isActive } from '../cases/case.ts';
import type { EventDraft } from '../cases/decision.ts';

const BY_CLOSING: Readonly<Partial<Record<string, SurveySuppression>>> = {
  spam: 'spam',
  withdrawn: 'withdrawn',
  duplicate: 'duplicate',
  finished: 'answered',
};

/** Return why a planned survey can no longer be sent, or undefined while it can. */
function lost(after: Case): SurveySuppression | undefined {
  if (after.erased) return 'erased';
  if (after.merged) return 'merged';
  if (isActive(after.status)) return 'reopened';
  return after.status === 'closed' ? (BY_CLOSING[after.closing?.reason ?? ''] ?? 'closed') : undefined;
}

const DECIDED: ReadonlySet<string> = new Set(['rida.survey.invited.v1', 'rida.survey.suppressed.v1']);

/** Return the case with its survey suppressed, and the event that records it. */
export function suppressed(
  state: Case,
  reason: SurveySuppression,
  { resolution = state.resolution, channel }: Pick<Case, 'resolution'> & Pick<SuppressedData, 'channel'> = {},
): { readonly case: Case; readonly event: EventDraft } {
  const data: SuppressedData = {
    reason,
    ...(channel !== undefined && { channel }),
    ...(resolution && { eligibleAt: isoInstant(resolution.at) }),
  };
  return {
    case: { ...state, survey: { state: 'suppressed', reason } },
    event: { type: 'rida.survey.suppressed.v1', data },
  };
}

type SuppressedData = Extract<EventDraft, { type: 'rida.survey.suppressed.v1' }>['data'];

/**
 * Record that a planned survey cannot be sent any more, whatever ended it: the balance of surveys is never short of
 * one. An answer that came before the invitation is its own record.
 */
export function settleSurvey(
  before: Case | undefined,
  step: { readonly case: Case; readonly events: readonly EventDraft[] },
): typeof step {
  // A held reply may resolve the case in the same step that ends it, so that its survey is planned only here.
  const planned = [before, step.case].find((one) => one?.survey?.state === 'planned');
  if (planned === undefined || step.events.some(({ type }) => DECIDED.has(type))) return step;
  const reason = lost(step.case);
  if (reason === undefined) return step;
  const { resolution } = planned;
  const ended = suppressed(step.case, reason, resolution && { resolution });
  // A reopened case has no survey until it is resolved again.
  const { survey: _, ...open } = ended.case;
  return { case: reason === 'reopened' ? open : ended.case, events: [ended.event, ...step.events] };
}
