import type { Call, CallStatus } from './call-types.ts';

/** What a scripted caller does at the next question: keys, silence, or hanging up. */
export type ScriptEntry = { readonly keys: string } | 'silence' | 'hang-up';

/** Questions a caller who has run out of keys leaves unanswered before hanging up. */
const MAX_SILENCES = 50;

async function act(call: Call, entry: ScriptEntry): Promise<CallStatus> {
  if (entry === 'silence') return call.timeout();
  if (entry === 'hang-up') return call.hangUp();
  const status = await call.press(entry.keys);
  return status.state === 'waiting-for-input' && status.expects?.received !== '' ? call.timeout() : status;
}

/**
 * Plays a call with a caller who answers from a list: one entry a question, the rest in silence. It comes
 * back when the call ends or the caller waits in a queue; a flow that never gives up is hung up on.
 */
export async function playScript(call: Call, entries: readonly ScriptEntry[]): Promise<CallStatus> {
  let status = await call.run();
  for (let turn = 0; status.state === 'waiting-for-input'; turn++) {
    const silent = turn - entries.length >= MAX_SILENCES;
    status = await act(call, entries[turn] ?? (silent ? 'hang-up' : 'silence'));
  }
  return status;
}
