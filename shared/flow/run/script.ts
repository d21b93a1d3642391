import type { Call, CallStatus } from './call-types.ts';

/**
 * What a scripted caller does at the next question: keys (or an answer to a bot or a view, or the event a
 * wait is for), silence, hanging up. `agent-answers` and `agent-leaves` are for a caller in a queue.
 */
export type ScriptEntry =
  | { readonly keys: string }
  | 'silence'
  | 'hang-up'
  | 'agent-answers'
  | 'agent-leaves';

/** Questions a caller who has run out of keys leaves unanswered, or waits in a queue for, before giving up. */
const MAX_SILENCES = 50;

const isOfAgent = (entry: ScriptEntry | undefined): boolean =>
  entry === 'agent-answers' || entry === 'agent-leaves';

async function act(call: Call, entry: ScriptEntry): Promise<CallStatus> {
  if (entry === 'silence') return call.timeout();
  if (entry === 'hang-up') return call.hangUp();
  if (entry === 'agent-answers') return call.agentAnswers();
  if (entry === 'agent-leaves') return call.agentLeaves();
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

/** A wait passes by itself: the next entry belongs to it only when it is the event it waits for. */
function belongsToWait({ expects }: CallStatus, entry: ScriptEntry): boolean {
  if (expects?.maxDigits !== 0 || entry === 'hang-up') return true;
  return typeof entry === 'object' && expects.events?.includes(entry.keys) === true;
}

/**
 * Plays a call with a caller who answers from a list: one entry a question, the rest in silence. It comes
 * back when the call ends, or when the caller waits in a queue or speaks with an agent and nothing more is
 * to happen; a flow that never gives up is hung up on.
 */
export async function playScript(call: Call, entries: readonly ScriptEntry[]): Promise<CallStatus> {
  const left = [...entries];
  let silences = 0;
  for (let status = await call.run(); ; ) {
    if (isOfAgent(left[0])) {
      const [entry] = left.splice(0, 1);
      status = await act(call, entry ?? 'silence');
      continue;
    }
    if (left.length > 0) status = await waitForQuestion(call, status);
    if (status.state !== 'waiting-for-input') return status;
    const [entry] = left;
    const waits = entry === undefined || !belongsToWait(status, entry);
    if (!waits) left.shift();
    silences = waits ? silences + 1 : 0;
    status = await act(call, silences > MAX_SILENCES ? 'hang-up' : waits ? 'silence' : entry);
  }
}
