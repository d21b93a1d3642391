import { eventFunction } from '#shared/runtime/function.ts';
import { dial } from './dial.ts';
import { environments } from './env.ts';

export const dialFunction = eventFunction({
  name: 'outreach/dial',
  environment: environments['outreach/dial'],
  // One call after the other, so that the rate of calls holds.
  concurrency: 1,
  run: dial,
  log: (logger, outcome, { data }) =>
    logger.info('call-out', 'A call out came due.', { callAttempt: data.attempt, outcome }),
});
