import type { DataOf } from '#events/registry.ts';
import type { Tier } from '#shared/domain/sla/tiers.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { type Case, isActive } from '../case.ts';
import type { Decision, EventDraft } from '../case-command.ts';
import { tiersDue } from '../clocks.ts';
import type { Deciding } from '../context.ts';
import { type CaseStep, through, unchanged } from './case-step.ts';
import { owedBy } from './department.ts';
import { followUp, heldUntil } from './hand-over.ts';
import { sendHeld } from './held-reply.ts';
import { invitationOf } from './survey.ts';
import { dueAcknowledgement } from './withheld-acknowledgement.ts';

type Suppression = DataOf<'rida.survey.suppressed.v1'>['reason'];

const dataOf = (state: Case, { clock, generation, tell, dueAt }: Tier) => {
  const { priority, assignee, watchers } = state;
  return {
    ...{ clock, generation, dueAt: isoInstant(dueAt), tell, priority, ...owedBy(state, clock, generation) },
    ...(assignee !== undefined && { assignee }),
    ...(watchers && watchers.length > 0 && { staffToNotify: [...watchers] }),
  };
};

/** The department is reminded of the answer that it owes, with the same step as the assignee. */
function reminder(state: Case, { clock, generation, dueAt }: Tier): EventDraft[] {
  const { department, request } = owedBy(state, clock, generation);
  if (request === undefined) return [];
  return [
    { type: 'rida.department.reminder-due.v1', data: { request, department, dueAt: isoInstant(dueAt) } },
  ];
}

const breached = (state: Case, tier: Tier): EventDraft => ({
  type: 'rida.sla.breached.v1',
  data: { ...dataOf(state, tier), ...(tier.cause === 'terms' && { cause: 'terms' }) },
});

/**
 * Return the events of a tier. A breach that changed terms put into the past is counted, and no staff are
 * notified, because it was not late when it happened.
 */
const announce = (state: Case, tier: Tier): EventDraft[] => {
  if (tier.cause === 'terms') return tier.action === 'breach' ? [breached(state, tier)] : [];
  if (tier.action === 'warn')
    return [{ type: 'rida.sla.warned.v1', data: dataOf(state, tier) }, ...reminder(state, tier)];
  const data = { ...dataOf(state, tier), level: tier.level };
  // A breach without a level on its ladder is published but not escalated.
  const escalated: EventDraft[] = tier.level > 0 ? [{ type: 'rida.case.escalated.v1', data }] : [];
  return tier.action === 'breach' ? [breached(state, tier), ...escalated] : escalated;
};

const ladder = (state: Case, { rules, recordedAt: now }: Deciding): CaseStep => {
  // Resolved and closed cases do not escalate, even if an unprocessed deadline passed just before.
  if (!isActive(state.status)) return unchanged(state);
  const { act, unseen, passed } = tiersDue(state, rules, now);
  if (passed.length === 0) return unchanged(state);
  return {
    case: {
      ...state,
      fired: [...state.fired, ...passed],
      level: Math.max(state.level, ...act.map(({ level, cause }) => (cause === 'time' ? level : 0))),
    },
    // Publish skipped breaches too, because the figures count them.
    events: [...unseen.map((tier) => breached(state, tier)), ...act.flatMap((tier) => announce(state, tier))],
  };
};

/** Return why no survey is sent for this resolution, or undefined when it is sent. */
const suppression = (
  state: Case,
  { recordedAt: now, rules, lastInvitedAt, optedOut }: Deciding,
): Suppression | undefined => {
  if (state.quarantine !== undefined) return 'quarantined';
  if (state.automatic !== undefined) return 'machine';
  if (state.segment === 'staff') return 'staff';
  if (state.type === 'thanks') return 'thanks';
  // A beneficiary who gave up, or asked about the same matter before, is not asked whether it is finished.
  const ended = state.resolution?.as;
  if (ended === 'withdrawn' || ended === 'duplicate') return ended;
  if (state.beneficiary.email === undefined) return 'no-address';
  if (state.beneficiary.failing) return 'address-failing';
  if (!state.beneficiary.authenticated) return 'unauthenticated';
  if (optedOut) return 'opted-out';
  if (lastInvitedAt !== undefined && now - lastInvitedAt < rules.survey.coolDownMs) return 'cool-down';
  return undefined;
};

const survey = (state: Case, context: Deciding): CaseStep => {
  const { recordedAt: now, rules } = context;
  if (state.status !== 'resolved' || state.survey?.state !== 'planned' || state.survey.at > now)
    return unchanged(state);
  const reason = suppression(state, context);
  if (reason !== undefined) {
    return {
      case: { ...state, survey: { state: 'suppressed', reason } },
      events: [{ type: 'rida.survey.suppressed.v1', data: { reason } }],
    };
  }
  const invitation = invitationOf(state);
  const expiresAt = now + rules.survey.expiryMs;
  return {
    case: { ...state, survey: { state: 'invited', invitation, at: now, expiresAt } },
    events: [
      {
        type: 'rida.survey.invited.v1',
        data: {
          invitation,
          mode: 'mail',
          definition: rules.survey.definition,
          language: state.language,
          expiresAt: isoInstant(expiresAt),
        },
      },
    ],
  };
};

const closing = (state: Case, { recordedAt: now, rules }: Deciding): CaseStep => {
  const at = state.resolution?.at;
  // A case that an outside body holds does not close by itself.
  if (heldUntil(state) !== null) return unchanged(state);
  if (state.status !== 'resolved' || at === undefined || now < at + rules.desk.closeAfterMs)
    return unchanged(state);
  return {
    case: { ...state, status: 'closed', closing: { at: now, reason: 'no-answer' } },
    events: [{ type: 'rida.case.closed.v1', data: { by: 'rida', reason: 'no-answer' } }],
  };
};

/**
 * Apply all that is due now, each part once: a held reply, escalation tiers, a withheld acknowledgement, survey and
 * closing. Until a held reply is sent, everything waits for it: it may meet a deadline of these seconds.
 */
export const tick = (state: Case, context: Deciding): Decision => {
  if (state.erased || state.merged) return unchanged(state);
  if (state.heldReply && state.heldReply.until > context.recordedAt) return unchanged(state);
  return through(
    state,
    (one) => sendHeld(one, context),
    (one) => ladder(one, context),
    (one) => dueAcknowledgement(one, context),
    (one) => survey(one, context),
    (one) => followUp(one, context),
    (one) => closing(one, context),
  );
};
