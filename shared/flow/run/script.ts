import type { CallStatus, FlowCall } from './call-types.ts';

/**
 * A scripted caller's reaction to the next question: keys (or an answer to a bot or view, or an event that
 * ends a wait), silence, or hanging up. `agent-answers` and `agent-leaves` apply to a caller in a queue.
 */
export type ScriptEntry =
  | { readonly keys: string }
  | 'silence'
  | 'hang-up'
  | 'agent-answers'
  | 'agent-leaves';

/**
 * Number of unanswered questions, or of waits in a queue, after which a caller without further entries gives
 * up.
 */
const MAX_SILENCES = 50;

const isOfAgent = (entry: ScriptEntry | undefined): boolean =>
  entry === 'agent-answers' || entry === 'agent-leaves';

async function act(call: FlowCall, entry: ScriptEntry): Promise<CallStatus> {
  if (entry === 'silence') return call.timeout();
  if (entry === 'hang-up') return call.hangUp();
  if (entry === 'agent-answers') return call.agentAnswers();
  if (entry === 'agent-leaves') return call.agentLeaves();
  const status = await call.press(entry.keys);
  return status.state === 'waiting-for-input' && status.expects?.received !== '' ? call.timeout() : status;
}

/** Let time pass in a queue until its flow asks a question. */
async function waitForQuestion(call: FlowCall, first: CallStatus): Promise<CallStatus> {
  let status = first;
  for (let turn = 0; turn < MAX_SILENCES && status.state === 'waiting-for-queue'; turn++)
    status = await call.timeout();
  return status;
}

/**
 * Return true when the next entry applies to the current question. A wait passes without an entry unless the
 * entry is its event.
 */
function belongsToWait({ expects }: CallStatus, entry: ScriptEntry): boolean {
  if (expects?.maxDigits !== 0 || entry === 'hang-up') return true;
  return typeof entry === 'object' && expects.events?.includes(entry.keys) === true;
}

/**
 * Play a call with a scripted caller: one entry for each question, then silence. Return when the call ends,
 * or when the caller waits in a queue or talks to an agent and no entry remains. Hang up on a flow that never
 * stops asking.
 */
export async function playScript(call: FlowCall, entries: readonly ScriptEntry[]): Promise<CallStatus> {
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
