import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** The environment of each function of the search. */
export const environments = {
  'search/index-case': storeEnv.extend({
    SEARCH_TABLE: z.string().min(3),
    /** The bucket with the messages. */
    BLOB_BUCKET: z.string().min(3),
  }),
};
