import { scheduledFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { sweepMail } from './mail-sweep.ts';

export const mailSweepFunction = scheduledFunction({
  name: 'mail/mail-sweep',
  environment: environments['mail/mail-sweep'],
  every: 'day',
  run: sweepMail,
  log: (logger, found) => {
    if (found === 0) logger.info('mail-swept', 'No received mail was without a case.');
    else logger.warn('mail-forgotten', 'Received mail without a case was queued again.', { found });
  },
});
