import {
  getAuth,
  getAuthorizationServer,
  initOidcAuthMiddleware,
  type OidcClaimsHook,
  oidcAuthMiddleware,
  processOAuthCallback,
  revokeSession,
} from '@hono/oidc-auth';
import { Hono, type MiddlewareHandler } from 'hono';
import * as z from 'zod';
import { ROLES, type Role } from '#shared/domain/staff/role.ts';
import type { Agent, SignIn } from './sign-in.ts';
import { signedOutPage } from './signed-out-page.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the session cookie; at least 32 characters. */
  readonly sessionSecret: string;
  /**
   * The address of the console, without a slash at the end. `/callback` below it is registered with the
   * issuer.
   */
  readonly publicUrl: string;
}

const claims = z.object({
  user: z.string().min(1).max(128),
  name: z.string().max(200),
  groups: z.array(z.string()),
});

/** Return the highest role of a person's groups; undefined when they have none. */
const roleOf = (groups: readonly string[]): Role | undefined => ROLES.find((role) => groups.includes(role));

/**
 * Return the person of a session's claims. Return undefined when they belong to no group of the centre.
 * @internal exported for tests
 */
export function agentFrom(session: unknown): Agent | undefined {
  const read = claims.safeParse(session);
  const role = read.success ? roleOf(read.data.groups) : undefined;
  if (!read.success || role === undefined) return undefined;
  const { user, name } = read.data;
  return { user, name: name || user, role };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Return the claims of Cognito that the session keeps. The user is known by e-mail address: `cognito:username`
 * is a UUID in a pool whose users sign in with their address. Groups are only those of the new ID token: a
 * person who was removed from all groups has none.
 *
 * @internal exported for tests
 */
export const keepClaims: OidcClaimsHook = async (before, given) => ({
  sub: given?.sub ?? before?.sub ?? '',
  user: text(given?.email ?? before?.user).toLowerCase(),
  name: text(given?.name ?? before?.name),
  groups: given?.['cognito:groups'] ?? [],
});

/** After this many seconds, the groups of a person are read again: a removed person has access no longer. */
const REFRESH_SECONDS = 60;

/** The library sets its cookies without SameSite. Lax allows the issuer's redirect and blocks other sites. */
const sameSite: MiddlewareHandler = async (c, next) => {
  await next();
  const cookies = c.res.headers.getSetCookie();
  c.res.headers.delete('Set-Cookie');
  for (const cookie of cookies) {
    c.res.headers.append('Set-Cookie', /;\s*samesite=/iu.test(cookie) ? cookie : `${cookie}; SameSite=Lax`);
  }
};

/** Sign-in with OpenID Connect (Amazon Cognito); the group names are the roles. */
export function oidcSignIn(settings: OidcSettings): SignIn {
  const routes = new Hono();
  routes.use(sameSite);
  routes.use(
    initOidcAuthMiddleware({
      OIDC_ISSUER: settings.issuer,
      OIDC_CLIENT_ID: settings.clientId,
      OIDC_CLIENT_SECRET: settings.clientSecret,
      OIDC_AUTH_SECRET: settings.sessionSecret,
      OIDC_REDIRECT_URI: `${settings.publicUrl}/callback`,
      OIDC_AUTH_EXTERNAL_URL: settings.publicUrl,
      OIDC_SCOPES: 'openid email profile',
      OIDC_COOKIE_NAME: 'rida-session',
      OIDC_AUTH_REFRESH_INTERVAL: String(REFRESH_SECONDS),
    }),
  );
  routes.use(async (c, next) => {
    c.set('oidcClaimsHook', keepClaims);
    await next();
  });
  routes.get('/callback', (c) => processOAuthCallback(c));
  const toIssuer = oidcAuthMiddleware();
  return {
    routes,
    session: async (c) => agentFrom(await getAuth(c)),
    async begin(c) {
      // Signed in with the issuer, but in no group of the centre: another sign-in would end here again.
      if (await getAuth(c))
        return c.text('لا صلاحية لك هنا. راجع مشرف المركز.\nNo access: ask your supervisor.', 403);
      const answer = await toIssuer(c, async () => undefined);
      return answer ?? c.res;
    },
    async end(c) {
      // The cookie is deleted even for a session that the provider does not know any more.
      await revokeSession(c).catch(() => undefined);
      const { end_session_endpoint } = await getAuthorizationServer(c);
      if (end_session_endpoint === undefined) return c.redirect('/', 303);
      const onward = new URL(end_session_endpoint);
      // Cognito developer guide, "The managed login sign-out endpoint".
      onward.searchParams.set('client_id', settings.clientId);
      onward.searchParams.set('logout_uri', settings.publicUrl);
      return c.html(signedOutPage(onward.href));
    },
  };
}
