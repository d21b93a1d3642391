import { streamFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { relay } from './relay.ts';

export const relayFunction = streamFunction({
  name: 'relay/relay',
  environment: environments['relay/relay'],
  run: relay,
  log: (logger, { failed, setAside }, { length: commits }) => {
    for (const { place, reason, error } of setAside)
      logger.error('commit-set-aside', 'The events of a commit cannot be published.', error, {
        ...place,
        reason,
      });
    if (failed.length === 0) logger.info('relayed', 'Events were published on the bus.', { commits });
    else logger.warn('relay-incomplete', 'The bus rejected some events.', { commits, failed: failed.length });
  },
});
