import { eventBatchFunction } from '#shared/runtime/function.ts';
import { collectEscalations } from './collect-escalations.ts';
import { environments } from './env.ts';

export const collectEscalationsFunction = eventBatchFunction({
  name: 'notices/collect-escalations',
  environment: environments['notices/collect-escalations'],
  run: collectEscalations,
  log: (logger, added) =>
    logger.info('notices-gathered', 'Notices were added to digests of staff.', { added }),
});
