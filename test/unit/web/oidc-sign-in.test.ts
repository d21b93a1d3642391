import { Hono } from 'hono';
import { sign } from 'hono/jwt';
import { describe, expect, it } from 'vitest';
import { agentFrom, oidcSignIn } from '#functions/web/shell/oidc-sign-in.ts';

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
