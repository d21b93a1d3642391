import type { Desk } from '../local/phone/agent-desk.ts';
import type { Done } from '../local/phone/agents.ts';

/** What an agent does with the call that rings, and with the time in between. */
export interface Handling {
  /** Milliseconds they talk, and work on the call afterwards. */
  readonly talkMs: number;
  readonly workMs?: number;
  /** Milliseconds the caller is put on hold in between. */
  readonly holdMs?: number;
  /** Lets time pass. */
  pass(ms: number): Promise<void>;
  /** What the caller does when the agent has left. */
  left?(): Promise<void>;
}

const must = async (done: Promise<Done>): Promise<void> => {
  const what = await done;
  if (!what.ok) throw new Error(`the desk did not let the agent do it: ${what.why}`);
};

/** Comes to the desk: the caller who has waited longest rings. @throws Error when the desk does not let them */
export async function takesCalls(desk: Desk, user: string): Promise<void> {
  await must(desk.signOn(user, user));
  await must(desk.available(user));
}

/** Takes the call that rings, talks, ends it, works on it afterwards, and leaves the desk. @throws Error when none rings */
export async function handles(desk: Desk, user: string, handling: Handling): Promise<void> {
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
