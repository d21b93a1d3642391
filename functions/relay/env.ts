import * as z from 'zod';
import { baseEnv, storeEnv } from '#shared/runtime/env.ts';

const feed = z
  .tuple([z.string().min(1), z.string().min(1), z.string().regex(/^[1-9]\d{0,4}$/u)])
  .transform(([queue, worker, batchSize]) => ({ queue, worker, batchSize: Number(batchSize) }));

/** Feeds as the deployment writes them: `queue function batch`, separated by commas. */
const feeds = z
  .string()
  .transform((text) => text.split(',').map((one) => one.split(' ')))
  .pipe(z.array(feed));

/** The environments of the functions that publish, and of the one that reads queues. */
export const environments = {
  'relay/relay': baseEnv.extend({
    BUS_NAME: z.string().min(1),
    /** The queue of `relay/republish`. */
    ASIDE_QUEUE_URL: z.url(),
  }),
  'relay/deliver': baseEnv.extend({
    FEEDS: feeds,
    FUNCTIONS_AT_A_TIME: z.coerce.number().int().min(1),
    /** The beginning of the ARNs of all queues. */
    QUEUES_ARN: z.string().startsWith('arn:'),
    /** The beginning of the addresses of all queues. */
    QUEUES_URL: z.url().endsWith('/'),
  }),
  'relay/republish': storeEnv.extend({ BUS_NAME: z.string().min(1) }),
};
