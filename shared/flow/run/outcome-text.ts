import type { CallStatus, Outcome, TraceStep } from './call-types.ts';

/** The word for each outcome. `with` adds a detail. */
const WORDS: Readonly<
  Record<Outcome, { readonly word: string; readonly with?: 'reason' | 'block' | 'type' }>
> = {
  disconnected: { word: 'disconnected' },
  'hung-up': { word: 'hung-up' },
  'flow-ended': { word: 'ended' },
  'module-ended': { word: 'ended-module' },
  'handed-to-number': { word: 'transferred', with: 'reason' },
  'handed-to-flow': { word: 'transferred-to-flow', with: 'reason' },
  'handed-to-agent': { word: 'transferred-to-agent', with: 'reason' },
  'agent-completed': { word: 'agent-completed' },
  unsupported: { word: 'unknown-action', with: 'type' },
  failed: { word: 'no-branch', with: 'block' },
  'too-many-steps': { word: 'step-limit' },
};

/**
 * Format the state of a call as one word of a fixed vocabulary, with a detail after a colon: `disconnected`,
 * `hung-up`, `ended`, `ended-module`, `queued:<queue>`, `with-agent`, `agent-completed`,
 * `transferred:<number>`, `transferred-to-flow:<flow>`, `transferred-to-agent:<agent>`,
 * `unknown-action:<type>`, `no-branch:<block>`, `step-limit`.
 */
export function flowOutcomeText(status: CallStatus, steps: readonly TraceStep[]): string {
  const { outcome, queue, reason, state } = status;
  if (outcome === undefined) {
    if (state === 'with-agent') return 'with-agent';
    return queue === undefined ? 'queued' : `queued:${queue}`;
  }
  const { word, with: detail } = WORDS[outcome];
  const last = steps.at(-1);
  const value = { reason, block: last?.block, type: last?.type }[detail ?? 'reason'];
  return detail === undefined || value === undefined || value === '' ? word : `${word}:${value}`;
}
