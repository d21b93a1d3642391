import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What pages behind the sign-in need. */
export const signedInEnv = storeEnv.extend({
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_SECRET_ID: z.string().min(1),
  PUBLIC_URL: z.url(),
});

/** What pages need on which cases are looked for by address or number, or something is sealed. */
export const staffEnv = signedInEnv.extend({ SIGNING_KEY_ID: z.string().min(1) });
