import type { DataOf } from '#events/registry.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { type Case, isActive } from '../case.ts';
import { type DueTier, tiersDue } from '../clocks.ts';
import type { Decision, Draft } from '../command.ts';
import type { Context } from '../context.ts';

type Suppression = DataOf<'rida.survey.suppressed.v1'>['reason'];

const dataOf = ({ department, priority }: Case, { clock, generation, tell, dueAt }: DueTier) => ({
  clock,
  generation,
  dueAt: isoInstant(dueAt),
  tell,
  department,
  priority,
});

const breached = (state: Case, tier: DueTier): Draft => ({
  type: 'rida.sla.breached.v1',
  data: dataOf(state, tier),
});

const announce = (state: Case, tier: DueTier): Draft[] => {
  const { clock, generation, tell, level } = tier;
  if (tier.action === 'warn') return [{ type: 'rida.sla.warned.v1', data: dataOf(state, tier) }];
  const data = { clock, generation, level, tell, department: state.department };
  const escalated: Draft = { type: 'rida.case.escalated.v1', data };
  return tier.action === 'breach' ? [breached(state, tier), escalated] : [escalated];
};

const ladder = (state: Case, { rules, now }: Context): { case: Case; events: Draft[] } => {
  // What is resolved or closed is nobody's to hurry, even if a deadline passed just before unseen.
  if (!isActive(state.status)) return { case: state, events: [] };
  const { act, unseen, passed } = tiersDue(state, rules, now);
  if (passed.length === 0) return { case: state, events: [] };
  return {
    case: {
      ...state,
      fired: [...state.fired, ...passed],
      level: Math.max(state.level, ...act.map(({ level }) => level)),
    },
    // A breach nobody saw in time is still told below what now acts for it: the figures count it.
    events: [...unseen.map((tier) => breached(state, tier)), ...act.flatMap((tier) => announce(state, tier))],
  };
};

/** Why this beneficiary is not asked about this resolution; undefined when they are. */
const suppression = (state: Case, { now, rules, lastInvitedAt }: Context): Suppression | undefined => {
  if (state.quarantine !== undefined) return 'quarantined';
  if (state.automatic !== undefined) return 'machine';
  if (state.segment === 'staff') return 'staff';
  if (state.beneficiary.email === undefined) return 'no-address';
  if (!state.beneficiary.authenticated) return 'unauthenticated';
  if (lastInvitedAt !== undefined && now - lastInvitedAt < rules.survey.coolDownMs) return 'cool-down';
  return undefined;
};

const survey = (state: Case, context: Context): { case: Case; events: Draft[] } => {
  const { now, rules } = context;
  if (state.status !== 'resolved' || state.survey?.state !== 'planned' || state.survey.at > now)
    return { case: state, events: [] };
  const reason = suppression(state, context);
  if (reason !== undefined) {
    return {
      case: { ...state, survey: { state: 'suppressed', reason } },
      events: [{ type: 'rida.survey.suppressed.v1', data: { reason } }],
    };
  }
  const invitation = `s${state.generation}`;
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

const closing = (state: Case, { now, rules }: Context): { case: Case; events: Draft[] } => {
  const at = state.resolution?.at;
  if (state.status !== 'resolved' || at === undefined || now < at + rules.desk.closeAfterMs)
    return { case: state, events: [] };
  return {
    case: { ...state, status: 'closed', closing: { at: now, reason: 'no-answer' } },
    events: [{ type: 'rida.case.closed.v1', data: { by: 'rida', reason: 'no-answer' } }],
  };
};

/** The clock looked at the case: whatever has come due by now happens, each thing once. */
export function tick(state: Case, context: Context): Decision {
  const steps = [ladder, survey, closing];
  return steps.reduce<{ case: Case; events: Draft[] }>(
    (sofar, step) => {
      const next = step(sofar.case, context);
      return { case: next.case, events: [...sofar.events, ...next.events] };
    },
    { case: state, events: [] },
  );
}
