import { Hono } from 'hono';
import { sign } from 'hono/jwt';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { agentFrom, keepClaims, oidcSignIn } from '#functions/web/shell/oidc-sign-in.ts';
import { sealedCookie } from '#functions/web/shell/sealed-cookie.ts';

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
    expect(await response.json()).toEqual({ user: 'salem', name: 'سالم', roles: ['supervisor', 'leader'] });
  });

  it('knows a person without a group of the centre, who has no role', async () => {
    expect(await (await as({ user: 'x', name: '', groups: ['cleaners'] })).json()).toMatchObject({
      roles: [],
    });
  });

  it('turns away a session with claims of another kind', async () => {
    expect((await as({ user: '', name: '', groups: [] })).status).toBe(403);
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
      roles: ['agent'],
    });
  });

  it.each([
    ['without groups', { ...idToken, 'cognito:groups': undefined }],
    ['that is missing', undefined],
  ])('give no role after a refresh with an ID token %s', async (_, given) => {
    const session = await kept(await kept(undefined, idToken), given);
    expect(agentFrom(session)?.roles ?? []).toEqual([]);
  });

  it('give the role of the new groups after a refresh', async () => {
    const session = await kept(await kept(undefined, idToken), {
      ...idToken,
      'cognito:groups': ['supervisor'],
    });
    expect(agentFrom(session)?.roles).toEqual(['supervisor']);
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

describe('the cookies of the sign-in', () => {
  afterEach(() => vi.unstubAllGlobals());
  // A refresh token of Cognito has about this length.
  const refreshToken = `eyJjdHkiOiJKV1Qi.${'r3fr3sh-T0ken.'.repeat(127)}`;
  const endpoint = (name: string) => `https://issuer.example/${name}`;
  const metadata = {
    ...{ issuer: 'https://issuer.example', authorization_endpoint: endpoint('authorize') },
    ...{ token_endpoint: endpoint('token'), revocation_endpoint: endpoint('revoke') },
    scopes_supported: ['openid', 'email', 'profile'],
  };
  /** An issuer that remembers the requests of the console. */
  const anIssuer = () => {
    const asked: string[] = [];
    let nonce = '';
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const seconds = Math.floor(Date.now() / 1000);
    const given = () => ({
      ...{ access_token: 'a', token_type: 'Bearer', expires_in: 3600, refresh_token: refreshToken },
      id_token: [
        encode({ alg: 'RS256' }),
        encode({
          ...{ iss: metadata.issuer, aud: 'client', sub: '1', email: 'salem@city.sa', name: 'سالم' },
          ...{ 'cognito:groups': ['agent'], iat: seconds, exp: seconds + 3600, nonce },
        }),
        'c2ln',
      ].join('.'),
    });
    vi.stubGlobal('fetch', async (input: URL | string, init: RequestInit = {}) => {
      const url = String(input);
      asked.push(`${url} ${String(init.body ?? '')}`);
      if (url.endsWith('openid-configuration')) return Response.json(metadata);
      if (url.endsWith('token')) return Response.json(given());
      return new Response(null, { status: 200 });
    });
    return {
      asked,
      follow(location: string) {
        const { searchParams } = new URL(location);
        nonce = searchParams.get('nonce') ?? '';
        return `/callback?code=c&state=${searchParams.get('state')}`;
      },
    };
  };
  const site = new Hono();
  site.route('/', signIn.routes);
  site.post('/sign-out', (c) => signIn.end(c));
  site.all('/*', async (c) => {
    const agent = await signIn.session(c);
    return agent ? c.json({ ...agent, body: await c.req.text() }) : signIn.begin(c);
  });
  const pairs = (response: Response) => response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  const at = (path: string, cookies: readonly string[] = [], init: RequestInit = {}) =>
    site.request(`https://rida.example${path}`, { ...init, headers: { cookie: cookies.join('; ') } });
  const signedIn = async (path = '/cases?page=2', change = (cookies: string[]) => cookies) => {
    const issuer = anIssuer();
    const sent = await at(path);
    const cookies = pairs(sent);
    const answer = await at(issuer.follow(sent.headers.get('Location') ?? ''), change(cookies));
    const session = pairs(answer).find((one) => /^rida-session=./u.test(one)) ?? '';
    return { issuer, sent, answer, session };
  };

  it('lead back to the page, by a signed cookie for this site alone', async () => {
    const { sent, answer } = await signedIn();
    expect(answer.headers.get('Location')).toBe('https://rida.example/cases?page=2');
    expect(pairs(sent).some((one) => one.startsWith('continue='))).toBe(false);
    for (const cookie of [...sent.headers.getSetCookie(), ...answer.headers.getSetCookie()]) {
      const isDeleted = cookie.includes('Max-Age=0');
      for (const part of isDeleted ? ['SameSite=Lax'] : ['HttpOnly', 'Secure', 'SameSite=Lax'])
        expect(cookie).toContain(part);
    }
  });

  it.each([
    ['an unsigned cookie', 'rida-onward=https://evil.example'],
    ['a signature of something else', 'rida-onward=%2Fcases.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D'],
    ['the cookie of the library', 'continue=https://evil.example'],
  ])('do not lead where %s says', async (_, planted) => {
    const without = (cookies: string[]) => cookies.filter((one) => !one.startsWith('rida-onward='));
    const { answer } = await signedIn('/cases', (cookies) => [...without(cookies), planted]);
    expect(answer.headers.get('Location')).toBe('https://rida.example/');
  });

  it('hide the refresh token from the browser, and fit into a cookie', async () => {
    const { session } = await signedIn();
    expect(session.length).toBeLessThan(4_000);
    const texts = [
      session,
      ...session.split(/[=.]/u).map((part) => Buffer.from(part, 'base64url').toString('latin1')),
    ];
    for (const text of texts) {
      expect(text).not.toContain('r3fr3sh');
      expect(text).not.toContain('salem');
      expect(text).not.toContain(Buffer.from('r3fr3sh').toString('base64url').slice(0, 8));
    }
  });

  it('carry the session to pages and forms, and its refresh token to the issuer at the sign-out', async () => {
    const { session, issuer } = await signedIn();
    expect(await (await at('/cases', ['a=1', session, 'b=2'])).json()).toMatchObject({
      user: 'salem@city.sa',
    });
    const form = await at('/cases', [session], { method: 'POST', body: 'note=1' });
    expect(await form.json()).toMatchObject({ user: 'salem@city.sa', body: 'note=1' });
    const out = await at('/sign-out', [session], { method: 'POST' });
    expect(pairs(out)).toContain('rida-session=');
    expect(issuer.asked.find((one) => one.startsWith(endpoint('revoke')))).toContain('r3fr3sh');
  });

  it('are refused when they were changed, cut or sealed with another secret', async () => {
    const { session } = await signedIn();
    const other = sealedCookie('another secret of more than 32 letters!', 'session');
    const [, value = ''] = session.split('=');
    const bad = [
      value.slice(0, -2),
      `${value.slice(0, 20)}${value[20] === 'x' ? 'y' : 'x'}${value.slice(21)}`,
      other.seal(await sign({ user: 'salem', name: '', groups: ['agent'] }, sessionSecret, 'HS256')),
      ...['s1.', 's1.AAAA', 's2.x', ''],
    ];
    for (const one of bad) expect((await at('/cases', [`rida-session=${one}`])).status, one).toBe(302);
  });
});
