import { Hono } from 'hono';
import * as z from 'zod';
import { oidcSignIn } from './oidc-sign-in.ts';
import type { SignIn } from './sign-in.ts';

/** The settings of the sign-in, from the environment. */
export interface SignInEnv {
  readonly OIDC_ISSUER: string;
  readonly OIDC_CLIENT_ID: string;
  readonly PUBLIC_URL: string;
}

/** The secret of the sign-in, as the stack writes it. */
const signInSecret = z.object({ clientSecret: z.string().min(1), sessionSecret: z.string().min(32) });

/**
 * Return a site behind the sign-in. The first request fetches the secret; after a failure the next one
 * retries.
 */
export function behindSignIn(
  env: SignInEnv,
  secret: () => Promise<Uint8Array>,
  siteWith: (signIn: SignIn) => Hono,
): Hono {
  let opened: Promise<Hono> | undefined;
  const open = async (): Promise<Hono> => {
    const kept = new TextDecoder().decode(await secret());
    return siteWith(
      oidcSignIn({
        issuer: env.OIDC_ISSUER,
        clientId: env.OIDC_CLIENT_ID,
        ...signInSecret.parse(JSON.parse(kept)),
        publicUrl: env.PUBLIC_URL,
      }),
    );
  };
  return new Hono().all('*', async (c) => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return (await opened).fetch(c.req.raw, c.env);
  });
}
