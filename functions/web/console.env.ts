import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What the console needs: everything an agent works with, and the sign-in. */
export const env = storeEnv.extend({
  BLOB_BUCKET: z.string().min(3),
  /** The key by which an address or number finds its cases, and the session cookie is signed. */
  SIGNING_KEY_ID: z.string().min(1),
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_SECRET_ID: z.string().min(1),
  PUBLIC_URL: z.url(),
});
