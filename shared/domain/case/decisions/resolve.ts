import { isoInstant } from '#shared/domain/time/instant.ts';
import { type Case, isActive } from '../case.ts';
import { verdictsOf } from '../clocks.ts';
import type { Command, Decision } from '../command.ts';
import type { Context } from '../context.ts';

type Resolve = Extract<Command, { do: 'resolve' }>;

/** The centre says the matter is finished: clocks give their verdict and the survey is planned. */
export function resolve(state: Case, command: Resolve, { now, rules }: Context): Decision {
  if (!isActive(state.status)) return { rejected: 'illegal-status', from: state.status, to: 'resolved' };
  if (command.outcome.trim() === '') return { rejected: 'empty' };
  const next: Case = {
    ...state,
    status: 'resolved',
    resolution: { at: now, by: command.by, outcome: command.outcome.trim() },
    survey: { state: 'planned', at: now + rules.survey.delayMs },
    facts: [...state.facts, { at: now, type: 'status', status: 'resolved' }],
  };
  return {
    case: next,
    events: [
      {
        type: 'rida.case.resolved.v1',
        data: {
          by: command.by,
          type: state.type,
          category: state.category,
          department: state.department,
          segment: state.segment,
          channel: state.channel,
          openedAt: isoInstant(state.openedAt),
          generation: state.generation,
          ...verdictsOf(next, rules, now),
        },
      },
    ],
  };
}
