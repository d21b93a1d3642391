import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What the sweep needs: the due index and the queue of due work. */
export const env = storeEnv.extend({ DUE_QUEUE_URL: z.url() });
