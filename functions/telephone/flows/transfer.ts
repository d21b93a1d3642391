import { defineFlow, disconnect, say, transferToQueue } from '#shared/flow/builder.ts';

/** The prompts for a caller whom an agent transfers to another queue. */
export const transferFlow = defineFlow('transfer', {
  kind: 'QUEUE_TRANSFER',
  start: 'passed on',
  attributes: ['language'],
  blocks: {
    'passed on': say(
      {
        ar: 'لحظات من فضلك، سنحوّلك إلى زميل آخر.',
        en: 'One moment please, we are passing you on to a colleague.',
      },
      { next: 'transfer', onError: 'transfer' },
    ),
    transfer: transferToQueue({ onCapacity: 'all busy', onError: 'all busy' }),
    'all busy': say(
      {
        ar: 'جميع موظفينا مشغولون الآن. طلبك مسجل لدينا وسنتواصل معك. شكرًا لك.',
        en: 'All our agents are busy now. Your request is registered and we will contact you. Thank you.',
      },
      { next: 'hang up', onError: 'hang up' },
    ),
    'hang up': disconnect(),
  },
});
