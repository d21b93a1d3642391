import {
  applyVoice,
  defineFlow,
  disconnect,
  end,
  type FlowDefinition,
  say,
  setEventHook,
  setQueue,
  transferToQueue,
} from '#shared/flow/builder.ts';

/** The flow of a callback that waits for its turn: it plays nothing. */
export const silentFlow = defineFlow('silent', {
  kind: 'CUSTOMER_QUEUE',
  start: 'end',
  blocks: { end: end() },
});

/**
 * The "default queue transfer" flow of Connect, which puts the caller into a queue. Transfers by agents,
 * transfers between queues and callbacks start with it.
 *
 * @param waiting the flow that plays while the caller waits
 */
export const agentTransferFlow = (queue: string, waiting: string): FlowDefinition =>
  defineFlow('transfer', {
    kind: 'QUEUE_TRANSFER',
    start: 'voice',
    blocks: {
      voice: applyVoice({ next: 'after', onError: 'after' }),
      after: setEventHook('CustomerRemaining', 'after-call', { next: 'queue', onError: 'queue' }),
      queue: setQueue(queue, { next: 'wait', onError: 'busy' }),
      wait: setEventHook('CustomerQueue', waiting, { next: 'transfer', onError: 'transfer' }),
      transfer: transferToQueue({ onCapacity: 'busy', onError: 'busy' }),
      busy: say(
        {
          ar: 'نعتذر، خطوطنا كلها مشغولة الآن. نرجو الاتصال لاحقًا.',
          en: 'We are sorry, all our agents are busy now. Please call again later.',
        },
        { next: 'bye', onError: 'bye' },
      ),
      bye: disconnect(),
    },
  });
