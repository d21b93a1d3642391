import { eventFunction } from '#shared/runtime/function.ts';
import { completeCall } from './complete-call.ts';
import { environments } from './env.ts';

export const completeCallFunction = eventFunction({
  name: 'outreach/complete-call',
  environment: environments['outreach/complete-call'],
  run: completeCall,
  log: (logger, outcome) =>
    logger.info('call-out-concluded', 'The result of an outbound call was processed.', { outcome }),
});
