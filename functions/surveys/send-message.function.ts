import { eventFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { sendMessage } from './send-message.ts';

export const sendMessageFunction = eventFunction({
  name: 'surveys/send-message',
  environment: environments['surveys/send-message'],
  run: sendMessage,
  log: (logger, outcome) => {
    if (outcome === 'unconfirmed')
      logger.warn('message-unconfirmed', 'A text message may be lost. The beneficiary is called.');
    logger.info('message-sent', 'A resolution was checked for a text message.', { outcome });
  },
});
