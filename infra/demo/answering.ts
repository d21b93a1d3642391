import type { AgentDesk } from '../local/phone/agent-desk.ts';
import type { AgentResult } from '../local/phone/agents.ts';

/** How an agent handles a ringing call, and the durations. */
export interface Handling {
  /** Milliseconds of talk and of after-call work. */
  readonly talkMs: number;
  readonly workMs?: number;
  /** Milliseconds on hold during the call. */
  readonly holdMs?: number;
  /** Move the clock forward. */
  pass(ms: number): Promise<void>;
  /** The responses of the caller after the agent has left. */
  left?(): Promise<void>;
}

const must = async (done: Promise<AgentResult>): Promise<void> => {
  const what = await done;
  if (!what.ok) throw new Error(`the desk rejected the action of the agent: ${what.why}`);
};

/** Sign in an agent; the call that has waited longest rings. @throws Error when the desk rejects it */
async function takesCalls(desk: AgentDesk, user: string): Promise<void> {
  await must(desk.signOn(user, user));
  await must(desk.available(user));
}

/**
 * Answer the ringing call, talk, end it, do after-call work, and sign off. @throws Error when no call rings
 */
export async function handles(desk: AgentDesk, user: string, handling: Handling): Promise<void> {
  const { talkMs, workMs = 0, holdMs, pass, left } = handling;
  await takesCalls(desk, user);
  await must(desk.answer(user));
  await pass(talkMs);
  if (holdMs !== undefined) {
    await must(desk.hold(user));
    await pass(holdMs);
    await must(desk.resume(user));
  }
  await must(desk.away(user));
  await must(desk.end(user));
  await left?.();
  await pass(workMs);
  await must(desk.finish(user));
}
