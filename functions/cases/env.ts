import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** The environment of each function of cases. */
export const environments = {
  'cases/apply-retention': storeEnv,
  'cases/assign': storeEnv,
  'cases/draw-checks': storeEnv,
  'cases/recount': storeEnv,
  'cases/erase': storeEnv.extend({
    BLOB_BUCKET: z.string().min(3),
    RECORDINGS_BUCKET: z.string().min(3),
    SEARCH_TABLE: z.string().min(3),
  }),
  'cases/index-case': storeEnv.extend({
    SEARCH_TABLE: z.string().min(3),
    /** The bucket with the messages. */
    BLOB_BUCKET: z.string().min(3),
  }),
  'cases/propagate-links': storeEnv.extend({
    /** The bucket with the messages of a case that is split. */
    BLOB_BUCKET: z.string().min(3),
    /** The key from which the reference of the new case is derived. */
    SIGNING_KEY_ID: z.string().min(1),
  }),
};
