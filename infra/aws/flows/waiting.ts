import { defineFlow, end, repeatWhileWaiting } from '#shared/flow/builder.ts';

/** What a caller hears while waiting for an agent. */
export const waitingFlow = defineFlow('waiting', {
  kind: 'CUSTOMER_QUEUE',
  start: 'wait',
  blocks: {
    wait: repeatWhileWaiting(
      {
        ar: 'شكرًا لانتظارك. سيرد عليك أول موظف متاح، وطلبك مسجل لدينا.',
        en: 'Thank you for waiting. The next available agent will answer you, and your request is registered with us.',
      },
      { interruptSeconds: 30, onInterrupt: 'wait', onError: 'stop' },
    ),
    stop: end(),
  },
});
