import type { CallAnswers, Disposition } from '#events/vocabulary.ts';
import type { OutboundRules } from '../../rules.ts';
import { isOpen } from '../../sla/openings.ts';
import type { Attempt, AttemptReport, CallOut, Ended } from '../call-out.ts';
import { questionnaires } from '../questionnaire.ts';
import { LEASE_MS, type Lease, type LeaseRefusal, takeLease } from './lease.ts';

/** The results of a call that an agent made, as the agent chooses them. */
export const AGENT_RESULTS = [
  'answered',
  'no-answer',
  'busy',
  'machine',
  'later',
  'hung-up',
  'refused',
  'never',
  'language',
  'not-user',
  'wrong-number',
  'disconnected',
] as const;
export type AgentResult = (typeof AGENT_RESULTS)[number];

export type AgentCommand =
  /** An agent takes the call, so that no colleague calls the person. */
  | { readonly do: 'take'; readonly user: string; readonly handlers: readonly string[] }
  | {
      readonly do: 'record';
      readonly user: string;
      readonly result: AgentResult;
      readonly answers: CallAnswers;
      readonly remark?: true | undefined;
      /** When the person asked to be called, for the result `later`. */
      readonly later?: number;
    }
  /** The person opted out, became staff, or was asked otherwise since the plan. */
  | {
      readonly do: 'unwanted';
      readonly because: Extract<
        Disposition,
        'opted-out' | 'own-staff' | 'test' | 'open-invitation' | 'cool-down'
      >;
    };

interface Context {
  readonly now: number;
  readonly rules: OutboundRules;
}

interface Rejection {
  readonly rejected: 'finished' | 'not-due' | 'outside-hours' | LeaseRefusal;
}

/** Take a due call of agents. No call is made outside the calling hours. */
export function leased(
  { state, week, lease }: CallOut,
  { user, handlers }: Extract<AgentCommand, { do: 'take' }>,
  { now, rules }: Context,
): Lease | Rejection {
  if (state.is === 'finished') return { rejected: 'finished' };
  if (week?.mode !== 'agent' || state.is !== 'planned' || state.at > now) return { rejected: 'not-due' };
  if (!isOpen(rules.calendar, now)) return { rejected: 'outside-hours' };
  const taken = takeLease(lease, user, { now, handlers });
  return typeof taken === 'string' ? { rejected: taken } : taken;
}

/** The report of the conversation by the result of the agent. */
const REPORTS: Readonly<Record<AgentResult, AttemptReport>> = {
  answered: { answered: true },
  'no-answer': {},
  busy: {},
  machine: { answered: true, machine: true },
  later: { answered: true },
  'hung-up': { answered: true },
  refused: { answered: true, refused: true },
  never: { answered: true, never: true },
  language: { answered: true, language: true },
  'not-user': { answered: true, notUser: true },
  'wrong-number': { answered: true, wrongNumber: true },
  disconnected: {},
};

/** The tones that agents hear, in the words of the telephone system. */
const TONES: Partial<Record<AgentResult, string>> = {
  busy: 'SIT_TONE_BUSY',
  disconnected: 'SIT_TONE_INVALID_NUMBER',
  'no-answer': 'AMD_UNANSWERED',
};

/** Return the attempt that an agent made. It is complete when every question has an answer. */
export function agentAttempt(
  callOut: CallOut,
  { user, result, answers, remark, later }: Extract<AgentCommand, { do: 'record' }>,
  { now }: Context,
): Attempt | Rejection {
  const { state, lease, attempts, purpose } = callOut;
  if (state.is === 'finished') return { rejected: 'finished' };
  if (state.is !== 'planned' || lease === undefined) return { rejected: 'not-due' };
  if (lease.by !== user) return { rejected: 'taken' };
  const isDone = questionnaires[purpose].questions.every(({ id }) => answers[id] !== undefined);
  const report: AttemptReport = {
    ...REPORTS[result],
    ...(Object.keys(answers).length > 0 && { answers }),
    ...(isDone && result === 'answered' && { done: true as const }),
    ...(remark && { remark }),
    ...(result === 'later' && later !== undefined && { later }),
  };
  const machine = TONES[result];
  const ended: Ended = { at: now, ...(machine !== undefined && { machine }) };
  const dialledAt = Math.min(now, lease.until - LEASE_MS);
  return { number: attempts.length + 1, by: user, dialledAt, report, ended };
}
