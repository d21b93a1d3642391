import type { Call, CallStatus } from './call-types.ts';

/** What a scripted caller does at the next question: keys, silence, or hanging up. */
export type ScriptEntry = { readonly keys: string } | 'silence' | 'hang-up';

/** Questions a caller who has run out of keys leaves unanswered, or waits in a queue for, before giving up. */
const MAX_SILENCES = 50;

async function act(call: Call, entry: ScriptEntry): Promise<CallStatus> {
  if (entry === 'silence') return call.timeout();
  if (entry === 'hang-up') return call.hangUp();
  const status = await call.press(entry.keys);
  return status.state === 'waiting-for-input' && status.expects?.received !== '' ? call.timeout() : status;
}

/** Lets time pass in a queue until its flow asks something. */
async function waitForQuestion(call: Call, first: CallStatus): Promise<CallStatus> {
  let status = first;
  for (let turn = 0; turn < MAX_SILENCES && status.state === 'waiting-for-queue'; turn++)
    status = await call.timeout();
  return status;
}

/**
 * Plays a call with a caller who answers from a list: one entry a question, the rest in silence. It comes
 * back when the call ends, or when the caller waits in a queue and has nothing more to say; a flow that
 * never gives up is hung up on.
 */
export async function playScript(call: Call, entries: readonly ScriptEntry[]): Promise<CallStatus> {
  let status = await call.run();
  for (let turn = 0; ; turn++) {
    const entry = entries[turn];
    if (entry !== undefined) status = await waitForQuestion(call, status);
    if (status.state !== 'waiting-for-input') return status;
    const silent = turn - entries.length >= MAX_SILENCES;
    status = await act(call, entry ?? (silent ? 'hang-up' : 'silence'));
  }
}
