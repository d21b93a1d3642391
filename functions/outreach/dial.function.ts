import { eventFunction } from '#shared/runtime/function.ts';
import { dial } from './dial.ts';
import { environments } from './env.ts';

export const dialFunction = eventFunction({
  name: 'outreach/dial',
  environment: environments['outreach/dial'],
  // One call at a time, to respect the rate limit.
  concurrency: 1,
  run: dial,
  log: (logger, outcome, { data }) =>
    logger.info('call-out', 'A due outbound call was processed.', { callAttempt: data.attempt, outcome }),
});
