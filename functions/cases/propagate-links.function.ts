import { eventFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { propagateLinks } from './propagate-links.ts';

export const propagateLinksFunction = eventFunction({
  name: 'cases/propagate-links',
  environment: environments['cases/propagate-links'],
  run: propagateLinks,
  log: (logger, outcome) =>
    logger.info('related', 'A change was applied to the linked cases or records.', { outcome }),
});
