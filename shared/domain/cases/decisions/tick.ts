import type { Asked } from '#events/case-resolved.v1.ts';
import type { Holder } from '#events/sla-breached.v1.ts';
import type { SurveyChannel } from '#events/vocabulary.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { nextOpening } from '#shared/domain/sla/openings.ts';
import type { Tier } from '#shared/domain/sla/tiers.ts';
import { type Dispatch, dispatched } from '#shared/domain/surveys/dispatch-table.ts';
import { reasonsOf } from '#shared/domain/surveys/reasons.ts';
import { suppressed } from '#shared/domain/surveys/settle-survey.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { type Case, isActive } from '../case.ts';
import { tiersDue } from '../clocks.ts';
import type { Deciding } from '../context.ts';
import type { Decision, EventDraft } from '../decision.ts';
import { type CaseStep, through, unchanged } from './case-step.ts';
import { owedBy } from './department.ts';
import { followUp, heldUntil, openHoldings } from './hand-over.ts';
import { sendHeld } from './held-reply.ts';
import { invitedBy } from './survey.ts';
import { dueAcknowledgement } from './withheld-acknowledgement.ts';

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

/** Return where the work on a case is, for the cause of a missed deadline. */
function holderOf(state: Case, clock: Tier['clock']): Holder {
  if (clock === 'department' || state.status === 'pending-department') return 'department';
  if (openHoldings(state).length > 0) return 'outside';
  return state.assignee === undefined ? 'unassigned' : 'agent';
}

const breached = (state: Case, tier: Tier): EventDraft => ({
  type: 'rida.sla.breached.v1',
  data: {
    ...dataOf(state, tier),
    holder: holderOf(state, tier.clock),
    ...(tier.cause === 'terms' && { cause: 'terms' }),
  },
});

/** An escalation before the deadline is a warning to its audience and to the assignee. Nothing is late yet. */
const early = (
  { assignee, watchers = [] }: Case,
  data: ReturnType<typeof dataOf> & { readonly level: number },
): EventDraft[] => {
  const { level: _, ...warned } = data;
  const readers = [...new Set([...watchers, ...(assignee === undefined ? [] : [assignee])])];
  return [
    {
      type: 'rida.sla.warned.v1',
      data: { ...warned, ...(readers.length > 0 && { staffToNotify: readers }) },
    },
    { type: 'rida.case.escalated.v1', data },
  ];
};

/**
 * Return the events of a tier. A breach that changed terms put into the past is counted, and no staff are
 * notified, because it was not late when it happened.
 */
const announce = (state: Case, tier: Tier): EventDraft[] => {
  if (tier.cause === 'terms') return tier.action === 'breach' ? [breached(state, tier)] : [];
  if (tier.action === 'warn')
    return [{ type: 'rida.sla.warned.v1', data: dataOf(state, tier) }, ...reminder(state, tier)];
  const data = { ...dataOf(state, tier), level: tier.level };
  if (tier.at < tier.dueAt) return early(state, data);
  // A breach without a level on its ladder is published but not escalated.
  const escalated: EventDraft[] = tier.level > 0 ? [{ type: 'rida.case.escalated.v1', data }] : [];
  return tier.action === 'breach' ? [breached(state, tier), ...escalated] : escalated;
};

const ladder = (state: Case, { rules, recordedAt: now }: Deciding): CaseStep => {
  // Resolved and closed cases do not escalate, even if an unprocessed deadline passed just before.
  if (!isActive(state.status)) return unchanged(state);
  const { act, unseen, passed } = tiersDue(state, rules, now);
  if (passed.length === 0) return unchanged(state);
  const level = Math.max(state.level, ...act.map(({ level, cause }) => (cause === 'time' ? level : 0)));
  return {
    case: {
      ...{ ...state, fired: [...state.fired, ...passed], level },
      ...(level > 0 && { escalatedAt: state.escalatedAt ?? now }),
    },
    // Publish skipped breaches too, because the figures count them.
    events: [...unseen.map((tier) => breached(state, tier)), ...act.flatMap((tier) => announce(state, tier))],
  };
};

/** Return how the survey of a resolution is asked: as the beneficiary is asked to confirm it. */
export const surveyChannelOf = ({ confirmation }: Pick<Case, 'confirmation'>): SurveyChannel =>
  confirmation?.state === 'asked' ? ASKED_BY[confirmation.by] : 'mail';

const ASKED_BY: Readonly<Record<Asked, SurveyChannel>> = {
  mail: 'mail',
  call: 'follow-up',
  message: 'message',
};

/** Return true when the survey of a resolution is due for a decision. */
export const isSurveyDue = ({ status, survey }: Pick<Case, 'status' | 'survey'>, now: number): boolean =>
  status === 'resolved' && survey?.state === 'planned' && survey.at <= now;

/** Decide by the case and the rules whether its survey is asked now. The row of the person has the last word. */
export function surveyDispatch(state: Case, rules: Rules, now: number): Dispatch {
  // The one message at the end is sent anyway, and the survey is beside its question.
  const beside = state.confirmation?.state === 'asked';
  const channel = surveyChannelOf(state);
  return dispatched(channel, reasonsOf(state, channel, rules, { now, beside }));
}

const survey = (state: Case, { recordedAt: now, rules, person }: Deciding): CaseStep => {
  if (!isSurveyDue(state, now)) return unchanged(state);
  const channel = surveyChannelOf(state);
  const decided = surveyDispatch(state, rules, now);
  if (decided.do === 'wait')
    return unchanged({ ...state, survey: { state: 'planned', at: nextOpening(rules.survey.calendar, now) } });
  if (decided.do === 'ask' && person === undefined) return unchanged(state);
  const reason = decided.do === 'suppress' ? decided.because : person;
  if (reason !== undefined && reason !== 'asked') {
    const not = suppressed(state, reason, { channel });
    return { case: not.case, events: [not.event] };
  }
  const invited = invitedBy(channel, state, { now, rules });
  return { case: { ...state, survey: invited.survey }, events: [invited.event] };
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
