import { eventFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { notifyBeneficiary } from './notify-beneficiary.ts';

export const notifyBeneficiaryFunction = eventFunction({
  name: 'mail/notify-beneficiary',
  environment: environments['mail/notify-beneficiary'],
  concurrency: 10,
  run: notifyBeneficiary,
  log: (logger, outcome) => {
    logger.info('beneficiary-notified', 'An event was checked for a mail to the beneficiary.', { outcome });
    if (outcome === 'stopped')
      logger.warn('acknowledgements-stopped', 'The hourly limit of repeated acknowledgements is reached.');
  },
});
