import { scheduledFunction } from '#shared/runtime/function.ts';
import { deliver } from './deliver.ts';
import { environments } from './env.ts';

export const deliverFunction = scheduledFunction({
  name: 'relay/deliver',
  environment: environments['relay/deliver'],
  every: 'minute',
  run: deliver,
  isIdle: ({ processed, failed, stopped }) => processed + failed + stopped.length === 0,
  log: (logger, { processed, failed, stopped }) => {
    for (const { worker, error } of stopped)
      logger.error('delivery-stopped', 'The messages of a queue could not be read.', error, { worker });
    if (processed + failed > 0)
      logger.info('messages-delivered', 'Messages of queues were processed.', { processed, failed });
  },
});
