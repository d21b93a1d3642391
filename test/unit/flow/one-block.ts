import { type Block, defineFlow, disconnect, setQueue } from '#shared/flow/builder.ts';
import type { FlowKind } from '#shared/flow/flow-language.ts';
import { createCall, playScript, type World } from '#shared/flow/interpreter.ts';
import { scriptOf } from '#shared/flow/run/script-words.ts';
import { contact } from './sample-call.ts';

export const wording = { ar: 'تفضل.', en: 'Go ahead.' };
export const toBye = { next: 'bye', onError: 'bye' } as const;
export const toIt = { next: 'it', onError: 'it' } as const;

/** A flow with a block `it` that leads to a disconnect, and the given blocks. */
export function flowWith(
  it: Block,
  more: Readonly<Record<string, Block>> = {},
  kind: FlowKind = 'CONTACT_FLOW',
) {
  return defineFlow<string>('one', {
    kind,
    start: 'it',
    announced: ['recording', 'transfer', 'call-out'],
    blocks: { it, ...more, ...(kind === 'MODULE' ? {} : { bye: disconnect() }) },
  }).toFlow();
}

export async function played(flow: ReturnType<typeof flowWith>, keys = '', world: Partial<World> = {}) {
  const call = createCall({ flow, contact, world });
  const status = await playScript(call, scriptOf(keys));
  return { call, status, blocks: call.steps.map(({ block }) => block) };
}

const queued = { q: setQueue('general', { next: 'it', onError: 'bye' }) };
export const withQueue = (it: Block, more: Readonly<Record<string, Block>> = {}) => ({
  ...flowWith(it, { ...queued, ...more }),
  StartAction: 'q',
});
