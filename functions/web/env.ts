import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** Environment of the pages behind the sign-in. */
const signedInEnv = storeEnv.extend({
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_SECRET_ID: z.string().min(1),
  PUBLIC_URL: z.url(),
});

/** Environment of the pages that search by address or number, or seal data. */
const staffEnv = signedInEnv.extend({ SIGNING_KEY_ID: z.string().min(1) });

/** The environment of each site. */
export const environments = {
  'web/calls': signedInEnv.extend({ RECORDINGS_BUCKET: z.string().min(3) }),
  'web/console': staffEnv.extend({
    BLOB_BUCKET: z.string().min(3),
    /** The address of the Amazon Connect workspace, which may frame the agents' app. */
    CONNECT_URL: z.url().optional(),
  }),
  'web/departments': storeEnv.extend({ BLOB_BUCKET: z.string().min(3), SIGNING_KEY_ID: z.string().min(1) }),
  'web/figures': signedInEnv,
  'web/investors': signedInEnv.extend({ BLOB_BUCKET: z.string().min(3) }),
  'web/outreach': staffEnv.extend({ BLOB_BUCKET: z.string().min(3) }),
  'web/people': staffEnv.extend({ SEARCH_TABLE: z.string().min(3) }),
  'web/quality': signedInEnv,
  'web/settings': staffEnv,
  'web/survey': storeEnv.extend({ SIGNING_KEY_ID: z.string().min(1) }),
};
