import {
  compare,
  defineFlow,
  disconnect,
  say,
  setAttributes,
  transferToQueue,
} from '#shared/flow/builder.ts';

/** The prompts for a caller whom an agent transfers to another queue. */
export const transferFlow = defineFlow('transfer', {
  kind: 'QUEUE_TRANSFER',
  start: 'passed on',
  attributes: ['language', 'ownNumber'],
  blocks: {
    'passed on': say(
      {
        ar: 'لحظات من فضلك، سنحوّلك الآن.',
        en: 'One moment please, we are passing you on to a colleague.',
      },
      { next: 'transfer', onError: 'transfer' },
    ),
    transfer: transferToQueue({ onCapacity: 'can we call?', onError: 'can we call?' }),
    'can we call?': compare('$.Attributes.ownNumber', { '-': 'sorry' }, 'owe a call'),
    // The contact record makes it a promise, although an agent has already spoken to the caller.
    'owe a call': setAttributes({ callback: 'owed' }, { next: 'all busy', onError: 'sorry' }),
    'all busy': say(
      {
        ar: 'خطوطنا كلها مشغولة الآن، وسنتصل بك بعد هذه المكالمة. شكرًا لك.',
        en: 'All our agents are busy now. We will call you after this call. Thank you.',
      },
      { next: 'hang up', onError: 'hang up' },
    ),
    sorry: say(
      {
        ar: 'خطوطنا كلها مشغولة الآن. نرجو الاتصال بنا لاحقًا. شكرًا لك.',
        en: 'All our agents are busy now. Please call us again later. Thank you.',
      },
      { next: 'hang up', onError: 'hang up' },
    ),
    'hang up': disconnect(),
  },
});
