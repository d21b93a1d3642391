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

/** Nobody listens while a call back waits for its turn. */
export const silentFlow = defineFlow('silent', {
  kind: 'CUSTOMER_QUEUE',
  start: 'end',
  blocks: { end: end() },
});

/**
 * What Connect's "default queue transfer" does: it puts the caller into a queue. Agents' transfers, moves
 * between queues and call backs begin with it.
 *
 * @param waiting the flow that is heard meanwhile
 */
export const transferFlow = (queue: string, waiting: string): FlowDefinition =>
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
          ar: 'نعتذر، جميع موظفينا مشغولون الآن. نرجو الاتصال لاحقًا.',
          en: 'We are sorry, all our agents are busy now. Please call again later.',
        },
        { next: 'bye', onError: 'bye' },
      ),
      bye: disconnect(),
    },
  });
