import * as z from 'zod';
import { queueFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { republish } from './republish.ts';

/** The place of a commit, as the relay queues it. */
const commitPlace = z.object({
  kind: z.string().min(1),
  id: z.string().min(1),
  version: z.int().positive(),
});

export const republishFunction = queueFunction({
  name: 'relay/republish',
  environment: environments['relay/republish'],
  payload: commitPlace,
  run: republish,
  trace: ({ kind, id }) => (kind === 'case' ? { caseRef: id } : {}),
  log: (logger, outcome, place) =>
    logger.info('commit-republished', 'A commit that was set aside was processed.', { outcome, ...place }),
});
