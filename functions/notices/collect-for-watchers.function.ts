import { eventBatchFunction } from '#shared/runtime/function.ts';
import { collectForWatchers } from './collect-for-watchers.ts';
import { environments } from './env.ts';

export const collectForWatchersFunction = eventBatchFunction({
  name: 'notices/collect-for-watchers',
  environment: environments['notices/collect-for-watchers'],
  run: collectForWatchers,
  log: (logger, added) =>
    logger.info('notices-gathered', 'Notices were added to digests of watchers.', { added }),
});
