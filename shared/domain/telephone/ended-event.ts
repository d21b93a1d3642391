import type { EventDraft } from '#shared/domain/cases/decision.ts';
import type { TelephoneRules } from '#shared/domain/rules.ts';
import { isoInstant, SECOND } from '#shared/domain/time/instant.ts';
import type { Summary } from './call-summary.ts';

const seconds = (ms: number): number => Math.max(0, Math.round(ms / SECOND));

/**
 * Classify an incoming call for the service level, whose share is `within / (within + late + left)`: answered
 * within the threshold, over all answered calls plus those abandoned after it. Calls abandoned before the
 * threshold do not count. (Other definitions divide by all queued calls, so the share is published together
 * with its parts.) Calls with a requested callback do not count, and are not abandoned, as in Amazon
 * Connect's own definitions (administrator guide, "Metric definitions").
 */
function serviceLevel({ answeredOnLine, outcome, waitMs }: Summary, { serviceLevelMs }: TelephoneRules) {
  if (waitMs === undefined) return undefined;
  const within = waitMs <= serviceLevelMs;
  if (answeredOnLine) return within ? 'within' : 'late';
  return outcome === 'abandoned' && !within ? 'left' : undefined;
}

/** Build the event for a call that has ended. */
export function endedEvent(contactId: string, view: Summary, rules: TelephoneRules): EventDraft {
  const { outcome, waitMs, direction, callback, caseRefs, reason, message } = view;
  const [caseRef] = caseRefs;
  const level = direction === 'in' ? serviceLevel(view, rules) : undefined;
  const short = outcome === 'abandoned' && (waitMs ?? 0) < rules.shortAbandonMs;
  const handled = outcome === 'served';
  return {
    type: 'rida.call.ended.v1',
    data: {
      contactId,
      startedAt: isoInstant(view.startedAt),
      seconds: seconds((view.endedAt ?? view.startedAt) - view.startedAt),
      queued: view.queuedAt !== undefined,
      answered: handled,
      direction,
      outcome,
      line: view.line,
      transfers: view.transfers,
      ...(waitMs !== undefined && { waitSeconds: seconds(waitMs) }),
      ...(handled && {
        onLine: view.answeredOnLine,
        talkSeconds: seconds(view.talkMs),
        holdSeconds: seconds(view.holdMs),
        holds: view.holds,
        afterWorkSeconds: seconds(view.afterWorkMs),
      }),
      ...(level && { serviceLevel: level }),
      ...(short && { short }),
      ...(message && { message }),
      ...(callback && { callback }),
      ...(reason !== undefined && { reason }),
      ...(caseRef !== undefined && { caseRef }),
    },
  };
}
