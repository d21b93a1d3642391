import { Hono } from 'hono';
import { sign } from 'hono/jwt';
import { describe, expect, it } from 'vitest';
import { agentFrom, keepClaims, oidcSignIn } from '#functions/web/shell/oidc-sign-in.ts';

const sessionSecret = 'a session secret of more than 32 letters';
const signIn = oidcSignIn({
  issuer: 'https://issuer.example',
  clientId: 'client',
  clientSecret: 'secret',
  sessionSecret,
  publicUrl: 'https://rida.example',
});

const app = new Hono();
app.route('/', signIn.routes);
app.get('/who', async (c) => {
  c.header('Set-Cookie', 'x=1; Path=/');
  const agent = await signIn.session(c);
  return agent ? c.json(agent) : signIn.begin(c);
});

const FAR = 4_102_444_800;
const cookieOf = async (claims: object, secret = sessionSecret) =>
  `rida-session=${await sign({ ...claims, rtk: '', rtkexp: FAR, ssnexp: FAR }, secret, 'HS256')}`;
const as = async (claims: object, secret?: string) =>
  app.request('/who', { headers: { cookie: await cookieOf(claims, secret) } });

describe('signing in with OpenID Connect', () => {
  it('knows the person of a session and their role', async () => {
    const response = await as({ user: 'salem', name: 'سالم', groups: ['supervisor', 'leader'] });
    expect(await response.json()).toEqual({ user: 'salem', name: 'سالم', role: 'supervisor' });
  });

  it('turns away who belongs to none of the groups', async () => {
    expect((await as({ user: 'x', name: '', groups: ['cleaners'] })).status).toBe(403);
  });

  it('lets cookies go to this site only', async () => {
    const response = await as({ user: 'salem', name: '', groups: ['agent'] });
    expect(response.headers.getSetCookie()).toEqual(['x=1; Path=/; SameSite=Lax']);
  });

  it.each([null, {}, { user: '', name: '', groups: ['agent'] }, { user: 'x', name: 'x', groups: 'agent' }])(
    'reads no person from %j',
    (session) => {
      expect(agentFrom(session)).toBeUndefined();
    },
  );

  it('uses the user name where there is no other', () => {
    expect(agentFrom({ user: 'huda', name: '', groups: ['agent'] })?.name).toBe('huda');
  });
});

/** The claims of an ID token of a pool whose users sign in with their e-mail address (Cognito developer guide). */
const idToken = {
  sub: '53d428a2-b0c1-7083-9e4c-1f0a2f3f6a11',
  'cognito:groups': ['agent'],
  email_verified: true,
  iss: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_EXAMPLE',
  'cognito:username': '53d428a2-b0c1-7083-9e4c-1f0a2f3f6a11',
  origin_jti: '6a1f7c0e-0000-4000-8000-000000000000',
  aud: 'client',
  token_use: 'id',
  auth_time: 1_790_000_000,
  exp: 1_790_003_600,
  iat: 1_790_000_000,
  email: 'Salem@City.gov.sa',
};
const kept = (before: object | undefined, given: object | undefined) =>
  keepClaims(before as never, given as never, {} as never);

describe('the claims of Cognito', () => {
  it('know the person by the address, not by the UUID of the pool', async () => {
    const session = await kept(undefined, idToken);
    expect(agentFrom(session)).toEqual({
      user: 'salem@city.gov.sa',
      name: 'salem@city.gov.sa',
      role: 'agent',
    });
  });

  it.each([
    ['without groups', { ...idToken, 'cognito:groups': undefined }],
    ['that is missing', undefined],
  ])('give no role after a refresh with an ID token %s', async (_, given) => {
    const session = await kept(await kept(undefined, idToken), given);
    expect(agentFrom(session)).toBeUndefined();
  });

  it('give the role of the new groups after a refresh', async () => {
    const session = await kept(await kept(undefined, idToken), {
      ...idToken,
      'cognito:groups': ['supervisor'],
    });
    expect(agentFrom(session)?.role).toBe('supervisor');
  });
});

describe('signing out', () => {
  const site = new Hono();
  site.use(async (c, next) => {
    c.set('oidcAuthorizationServer' as never, { issuer: 'https://issuer.example', ...server } as never);
    await next();
  });
  let server: object = {};
  site.route('/', signIn.routes);
  site.post('/sign-out', (c) => signIn.end(c));
  const out = async () =>
    site.request('/sign-out', {
      method: 'POST',
      headers: { cookie: await cookieOf({ user: 'salem', name: '', groups: ['agent'] }) },
    });

  it('ends the session here, and then at Cognito', async () => {
    server = { end_session_endpoint: 'https://rida.auth.eu-central-1.amazoncognito.com/logout' };
    const response = await out();
    expect(response.headers.getSetCookie().join()).toContain('rida-session=; Max-Age=0');
    const onward =
      'https://rida.auth.eu-central-1.amazoncognito.com/logout?client_id=client&amp;logout_uri=https%3A%2F%2Frida.example';
    expect(await response.text()).toContain(`content="0; url=${onward}"`);
  });

  it('returns to the start where the provider has no sign-out', async () => {
    server = {};
    expect((await out()).headers.get('Location')).toBe('/');
  });
});
