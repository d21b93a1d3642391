import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What agent-log needs: the table, and a queue for what is unreadable. */
export const env = storeEnv.extend({ DEAD_LETTERS_URL: z.url() });
