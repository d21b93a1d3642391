import type { declarations } from '#infra/local/declarations.ts';
import type { FailureRecorded } from '#shared/application/record-mail-failure.ts';
import type { WorkFunctionName } from '#shared/runtime/function-name.ts';
import type { World } from './world.ts';

/** A log line: level, code and the relevant fields. */
export type Line = readonly [level: 'info' | 'warn' | 'error', code: string, fields?: object];

/** The input of a function, and the lines that it must log in both hosts. */
export interface Sample {
  /** Prepare the world. Return events, messages, requests or commits: one batch of the input. */
  given(world: World): Promise<readonly unknown[]>;
  readonly lines: readonly Line[];
}

/** An outcome that the types allow but the code cannot return. */
export interface Impossible {
  readonly impossible: string;
}
export const impossible = (why: string): Impossible => ({ impossible: why });

type Declarations = typeof declarations;
type ResultOf<N extends WorkFunctionName> = Awaited<ReturnType<Declarations[N]['run']>>;
type NameOf<O> = O extends `${number} ${infer What}`
  ? What
  : O extends string
    ? O
    : O extends { readonly outcome: infer S }
      ? NameOf<S>
      : 'done';

/** Functions with more outcomes than the types of their results distinguish. */
interface More {
  'mail/mail-feedback': FailureRecorded | 'none';
  'mail/mail-sweep': 'nothing' | 'forgotten';
  'reports/export-days': 'off' | 'done' | 'damaged';
  'reports/roll-up': 'done' | 'too late';
  'relay/deliver': 'nothing' | 'delivered' | 'stopped';
  'relay/relay': 'all' | 'not all' | 'set aside';
  'sla/sweep': 'nothing' | 'due';
  'telephone/agent-events': 'new' | 'nothing new';
  'telephone/connect-hours': 'kept' | 'differ';
  'telephone/inbound-flow':
    | 'greet'
    | 'register'
    | 'status'
    | 'verify'
    | 'message'
    | 'place'
    | 'no place'
    | 'number'
    | 'callback';
  'telephone/outbound-flow':
    | 'begin'
    | 'machine'
    | 'silent'
    | 'refused'
    | 'wrong-number'
    | 'not-user'
    | 'later'
    | 'never'
    | 'answer'
    | 'remark'
    | 'register'
    | 'agent'
    | 'done';
  'telephone/survey-flow': 'offer' | 'answer';
}

type OutcomeOf<N extends WorkFunctionName> = N extends keyof More ? More[N] : NameOf<ResultOf<N>>;

/** One sample for each outcome: an outcome without a sample does not compile. */
export type Samples = {
  readonly [N in WorkFunctionName]: Readonly<Record<OutcomeOf<N>, Sample | Impossible>>;
};
