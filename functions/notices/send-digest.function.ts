import { eventFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { sendDigest } from './send-digest.ts';

export const sendDigestFunction = eventFunction({
  name: 'notices/send-digest',
  environment: environments['notices/send-digest'],
  run: sendDigest,
  log: (logger, outcome) => logger.info('staff-told', 'A digest of notices was processed.', { outcome }),
});
