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
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import * as z from 'zod';
import { ROLES } from '#shared/domain/staff/role.ts';
import { ownPath } from './http/language-choice.ts';
import { type SealedCookie, sealedCookie } from './sealed-cookie.ts';
import type { Agent, SignIn } from './sign-in.ts';
import { signedOutPage } from './signed-out-page.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs and encrypts the session cookie; at least 32 characters. */
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

/**
 * Return the person of a session's claims, with the roles of their groups. A person without one may have a role in the
 * staff directory.
 * @internal exported for tests
 */
export function agentFrom(session: unknown): Agent | undefined {
  const read = claims.safeParse(session);
  if (!read.success) return undefined;
  const { user, name, groups } = read.data;
  return { user, name: name || user, roles: ROLES.filter((role) => groups.includes(role)) };
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

const SESSION = 'rida-session';
const SESSION_VALUE = new RegExp(`(?<=^${SESSION}=)[^;]+`, 'u');
/** The cookie of the library for the page after the sign-in. It is not signed, so that ours replaces it. */
const UNSIGNED_ONWARD = 'continue';
const ONWARD = 'rida-onward';
const ONWARD_COOKIE = { path: '/callback', httpOnly: true, secure: true, sameSite: 'Lax' } as const;
const ONWARD_SECONDS = 60 * 60;

/** Return the request with the session as the library wrote it. */
function withOpenSession(request: Request, sealed: SealedCookie): Request {
  const header = request.headers.get('Cookie');
  const cookies = header?.split(/;\s*/u) ?? [];
  const at = cookies.findIndex((cookie) => cookie.startsWith(`${SESSION}=`));
  const session = at < 0 ? undefined : sealed.open(cookies[at]?.slice(SESSION.length + 1) ?? '');
  if (session === undefined) return request;
  const headers = new Headers(request.headers);
  headers.set('Cookie', cookies.with(at, `${SESSION}=${session}`).join('; '));
  return new Request(request, { headers });
}

/** Return a Set-Cookie header as it leaves the site: with SameSite, and with an encrypted session. */
function leaving(cookie: string, sealed: SealedCookie): string {
  // Lax allows the issuer's redirect and blocks other sites.
  const limited = /;\s*samesite=/iu.test(cookie) ? cookie : `${cookie}; SameSite=Lax`;
  return limited.replace(SESSION_VALUE, (session) => sealed.seal(session));
}

/**
 * Protect the cookies of the library. It sets them without SameSite, and its session is signed, but contains the
 * refresh token in readable form: the browser gets it encrypted.
 */
const guardedCookies =
  (sealed: SealedCookie): MiddlewareHandler =>
  async (c, next) => {
    c.req.raw = withOpenSession(c.req.raw, sealed);
    await next();
    const cookies = c.res.headers.getSetCookie();
    c.res.headers.delete('Set-Cookie');
    for (const cookie of cookies) {
      if (!cookie.startsWith(`${UNSIGNED_ONWARD}=`))
        c.res.headers.append('Set-Cookie', leaving(cookie, sealed));
    }
  };

/** Sign-in with OpenID Connect (Amazon Cognito); the group names are the roles. */
export function oidcSignIn(settings: OidcSettings): SignIn {
  const routes = new Hono();
  routes.use(guardedCookies(sealedCookie(settings.sessionSecret, 'session')));
  routes.use(
    initOidcAuthMiddleware({
      OIDC_ISSUER: settings.issuer,
      OIDC_CLIENT_ID: settings.clientId,
      OIDC_CLIENT_SECRET: settings.clientSecret,
      OIDC_AUTH_SECRET: settings.sessionSecret,
      OIDC_REDIRECT_URI: `${settings.publicUrl}/callback`,
      OIDC_AUTH_EXTERNAL_URL: settings.publicUrl,
      OIDC_SCOPES: 'openid email profile',
      OIDC_COOKIE_NAME: SESSION,
      OIDC_AUTH_REFRESH_INTERVAL: String(REFRESH_SECONDS),
    }),
  );
  routes.use(async (c, next) => {
    c.set('oidcClaimsHook', keepClaims);
    await next();
  });
  routes.get('/callback', async (c) => {
    const onward = await getSignedCookie(c, settings.sessionSecret, ONWARD);
    deleteCookie(c, ONWARD, ONWARD_COOKIE);
    await processOAuthCallback(c);
    // The library would redirect to any address in its cookie.
    return c.redirect(settings.publicUrl + ownPath(onward || undefined), 302);
  });
  const toIssuer = oidcAuthMiddleware();
  return {
    routes,
    session: async (c) => agentFrom(await getAuth(c)),
    async begin(c) {
      // Signed in with the issuer, but with claims of another kind: another sign-in would end here again.
      if (await getAuth(c))
        return c.text('لا صلاحية لك هنا. تُرجى مراجعة إشراف المركز.\nNo access: ask your supervisor.', 403);
      const { pathname, search } = new URL(c.req.url);
      const onward = c.req.method === 'GET' ? pathname + search : '/';
      await setSignedCookie(c, ONWARD, onward, settings.sessionSecret, {
        ...ONWARD_COOKIE,
        maxAge: ONWARD_SECONDS,
      });
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
