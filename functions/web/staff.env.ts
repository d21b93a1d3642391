import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What pages behind the sign-in need. */
export const staffEnv = storeEnv.extend({
  /** The key by which an address or number finds its cases, and what was previewed is sealed. */
  SIGNING_KEY_ID: z.string().min(1),
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_SECRET_ID: z.string().min(1),
  PUBLIC_URL: z.url(),
});
