import { isoInstant } from '#shared/domain/time/instant.ts';
import { type Case, isActive } from '../case.ts';
import type { Deciding } from '../context.ts';
import type { Decision } from '../decision.ts';
import { type CaseStep, type CommandOf, unchanged } from './case-step.ts';

/** Record that the acknowledgement was not sent, and when it is sent instead. */
export function withholdAcknowledgement(
  state: Case,
  { reason, until }: CommandOf<'withhold-acknowledgement'>,
): Decision {
  return {
    case: { ...state, withheldAcknowledgement: { reason, ...(until !== undefined && { until }) } },
    events: [
      {
        type: 'rida.acknowledgement.withheld.v1',
        data: { reason, ...(until !== undefined && { until: isoInstant(until) }) },
      },
    ],
  };
}

/**
 * Return when a withheld acknowledgement is sent. Return null when there is none, or when the case was answered
 * or resolved before.
 */
export function acknowledgementAt({
  withheldAcknowledgement,
  status,
  facts,
}: Pick<Case, 'withheldAcknowledgement' | 'status' | 'facts'>): number | null {
  const isAnswered = facts.some(({ type }) => type === 'agent-contact');
  return isActive(status) && !isAnswered ? (withheldAcknowledgement?.until ?? null) : null;
}

/** Announce a withheld acknowledgement that is due. */
export function dueAcknowledgement(state: Case, { recordedAt: now }: Deciding): CaseStep {
  const at = acknowledgementAt(state);
  if (at === null || at > now) return unchanged(state);
  const { withheldAcknowledgement: _, ...rest } = state;
  return { case: rest, events: [{ type: 'rida.acknowledgement.due.v1', data: {} }] };
}
