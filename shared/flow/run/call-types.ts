import type { Flow } from '../language.ts';
import type { CallContact, Effect, World } from './world.ts';

/** One utterance as the caller hears it. */
export interface Spoken {
  readonly text: string;
  readonly language: 'ar' | 'en';
  readonly voice: string;
  readonly block: string;
  /** The SSML as the flow gave it, when it did. */
  readonly ssml?: string;
}

/** One action run, and the way it took: a condition's operand, an error's type, `next`, or how it ended. */
export interface Step {
  readonly block: string;
  readonly type: string;
  readonly branch: string;
}

/** What the call waits for. */
export interface Expectation {
  readonly maxDigits: number;
  /** Seconds until `timeout()` is due; absent when the wait has no end of its own. */
  readonly timeoutSeconds?: number;
  /** Seconds until `timeout()` is due once a key was pressed, counted anew from each. */
  readonly interdigitSeconds: number;
  readonly terminator?: string;
  /** `*` is a key like others and does not delete the entry. */
  readonly noCancelKey?: true;
  /** Whatever is said or typed is one answer: the intent a bot understands, the choice made in a view. */
  readonly free?: true;
  /** Events that end a wait early, by name. */
  readonly events?: readonly string[];
  /** Keys taken so far. */
  readonly received: string;
}

export type CallState = 'waiting-for-input' | 'waiting-for-queue' | 'with-agent' | 'ended';

/**
 * How a call ended. `unsupported`: Connect has no such action; `failed`: an error had no branch;
 * `too-many-steps`: the flow went round without ever waiting for the caller; `module-ended`: a module was
 * played by itself.
 */
export type Outcome =
  | 'disconnected'
  | 'hung-up'
  | 'flow-ended'
  | 'module-ended'
  | 'handed-to-number'
  | 'handed-to-flow'
  | 'handed-to-agent'
  | 'agent-completed'
  | 'unsupported'
  | 'failed'
  | 'too-many-steps';

export interface CallStatus {
  readonly state: CallState;
  readonly outcome?: Outcome;
  /** Why, when the outcome does not say it all. */
  readonly reason?: string;
  /** What was said since the status before. */
  readonly said: readonly Spoken[];
  readonly expects?: Expectation;
  /** The action that waits. */
  readonly at?: { readonly block: string; readonly type: string };
  /** The queue the caller waits in or was answered from. */
  readonly queue?: string;
}

export interface CallOptions {
  readonly flow: Flow;
  /** Other flows and modules by name, for transfers, event hooks and module calls. */
  readonly flows?: Readonly<Record<string, Flow>>;
  readonly contact: CallContact;
  readonly world?: Partial<World>;
  /** Actions run without waiting for the caller before the call is given up; 1,000 when not given. */
  readonly maxSteps?: number;
}

/** A call in progress. Every verb runs the flow until it waits again or ends. */
export interface Call {
  run(): Promise<CallStatus>;
  /** Keys pressed by the caller; ignored while nothing is asked. */
  press(keys: string): Promise<CallStatus>;
  /** The time the call waits for is over. */
  timeout(): Promise<CallStatus>;
  /** The caller hangs up, also while a function is still running. */
  hangUp(): Promise<CallStatus>;
  /** An agent takes the caller out of the queue. */
  agentAnswers(): Promise<CallStatus>;
  /** The agent leaves; the disconnect flow runs if one was set. */
  agentLeaves(): Promise<CallStatus>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly spoken: readonly Spoken[];
  readonly effects: readonly Effect[];
  /** Actions whose work lies outside the interpreter; the way on was the given one or that of success. */
  readonly notSimulated: readonly string[];
}
