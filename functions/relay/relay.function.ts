import { streamFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { relay } from './relay.ts';

export const relayFunction = streamFunction({
  name: 'relay/relay',
  environment: environments['relay/relay'],
  run: relay,
  log: (logger, failed, { length: commits }) => {
    if (failed.length === 0) logger.info('relayed', 'Events were published on the bus.', { commits });
    else logger.warn('relay-incomplete', 'The bus rejected some events.', { commits, failed: failed.length });
  },
});
