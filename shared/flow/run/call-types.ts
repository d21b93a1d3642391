import type { Flow } from '../flow-language.ts';
import type { CallContact, FlowEffect, FlowWorld } from './world.ts';

/** One utterance that the caller hears. */
export interface Spoken {
  readonly text: string;
  readonly language: 'ar' | 'en';
  readonly voice: string;
  readonly block: string;
  /** The SSML source, if the flow used SSML. */
  readonly ssml?: string;
}

/** One executed action and its branch: a condition's operand, an error's type, `next`, or how it ended. */
export interface TraceStep {
  readonly block: string;
  readonly type: string;
  readonly branch: string;
}

/** The input that the call waits for. */
export interface Expectation {
  readonly maxDigits: number;
  /** Seconds until `timeout()` is due. Missing when the wait has no time limit. */
  readonly timeoutSeconds?: number;
  /** Seconds until `timeout()` is due after a key press, counted from each key. */
  readonly interdigitSeconds: number;
  readonly terminator?: string;
  /** `*` is an ordinary key and does not delete the input. */
  readonly noCancelKey?: true;
  /** Any text is one answer: the intent for a bot, the choice in a view. */
  readonly free?: true;
  /** Names of events that end a wait early. */
  readonly events?: readonly string[];
  /** The received keys. */
  readonly received: string;
}

export type CallState = 'waiting-for-input' | 'waiting-for-queue' | 'with-agent' | 'ended';

/**
 * How a call ended. `unsupported`: Connect has no such action. `failed`: an error had no branch.
 * `too-many-steps`: the flow looped without waiting for the caller. `module-ended`: a module was played on
 * its own.
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
  /** The reason, when the outcome alone does not explain it. */
  readonly reason?: string;
  /** Utterances since the previous status. */
  readonly spoken: readonly Spoken[];
  readonly expects?: Expectation;
  /** The waiting action. */
  readonly at?: { readonly block: string; readonly type: string };
  /** The queue in which the caller waits, or from which an agent answered. */
  readonly queue?: string;
}

export interface CallOptions {
  readonly flow: Flow;
  /** Other flows and modules by name, for transfers, event hooks and modules. */
  readonly flows?: Readonly<Record<string, Flow>>;
  readonly contact: CallContact;
  readonly world?: Partial<FlowWorld>;
  /** Maximum number of actions without waiting for the caller, 1,000 by default. Then the call ends. */
  readonly maxSteps?: number;
}

/** A call in progress. Every method runs the flow until it waits again or ends. */
export interface FlowCall {
  run(): Promise<CallStatus>;
  /** Press keys. They are ignored while no input is requested. */
  press(keys: string): Promise<CallStatus>;
  /** Let the current wait time out. */
  timeout(): Promise<CallStatus>;
  /** Hang up, also while a function is running. */
  hangUp(): Promise<CallStatus>;
  /** An agent answers the call from the queue. */
  agentAnswers(): Promise<CallStatus>;
  /** The agent leaves. The disconnect flow runs if one was set. */
  agentLeaves(): Promise<CallStatus>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly steps: readonly TraceStep[];
  readonly spoken: readonly Spoken[];
  readonly effects: readonly FlowEffect[];
  /** Actions with effects outside the interpreter. They took the given branch or that of success. */
  readonly notSimulated: readonly string[];
}
