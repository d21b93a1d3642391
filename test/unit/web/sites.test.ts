import { Hono } from 'hono';
import { sign } from 'hono/jwt';
import { describe, expect, it } from 'vitest';
import { consoleApp } from '#functions/web/console-app.ts';
import { peopleApp } from '#functions/web/people-app.ts';
import { settingsApp } from '#functions/web/settings/settings-app.ts';
import { behindSignIn } from '#functions/web/shell/behind-sign-in.ts';
import { aSettingsConsole } from '#test/unit/settings/a-settings-console.ts';

const FAR = 4_102_444_800;
const sessionSecret = 'a session secret of more than 32 letters';
const env = {
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_CLIENT_ID: 'client',
  PUBLIC_URL: 'https://rida.example',
};
const kept = new TextEncoder().encode(JSON.stringify({ clientSecret: 'secret', sessionSecret }));
const claims = { user: 'huda', name: 'هدى', groups: ['supervisor'] };
const cookie = async () =>
  `rida-session=${await sign({ ...claims, rtk: '', rtkexp: FAR, ssnexp: FAR }, sessionSecret, 'HS256')}`;

describe('console and settings', () => {
  it('are one site on one computer', async () => {
    const { app } = aSettingsConsole();
    expect(await (await app.request('/settings/survey')).text()).toContain('class="settings-menu"');
    expect(await (await app.request('/cases')).text()).toContain('href="/settings"');
  });

  it('do not have the other’s pages, and say so within the same frame', async () => {
    const { deps } = aSettingsConsole();
    for (const [site, path] of [
      [consoleApp(deps), '/settings'],
      [consoleApp(deps), '/search?q=940'],
      [peopleApp(deps), '/cases'],
      [settingsApp(deps), '/cases'],
      [settingsApp(deps), '/settings/nothing'],
    ] as const) {
      const answer = await site.request(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text()).toContain('لم نجد ما طلبته');
    }
  });

  it('let the same session in, and no visitor without one', async () => {
    const { deps } = aSettingsConsole();
    const sites = [
      behindSignIn(
        env,
        async () => kept,
        (signIn) => consoleApp({ ...deps, signIn }),
      ),
      behindSignIn(
        env,
        async () => kept,
        (signIn) => settingsApp({ ...deps, signIn }),
      ),
    ];
    for (const [at, path] of ['/cases', '/settings'].entries()) {
      const entered = await sites[at]?.request(path, { headers: { cookie: await cookie() } });
      expect(entered?.status).toBe(200);
      expect(entered?.headers.get('content-security-policy')).toBeTruthy();
    }
  });

  it('take a form of their own address only', async () => {
    const { deps } = aSettingsConsole();
    const sent = (origin: string) =>
      settingsApp(deps).request('https://rida.example/settings/preview', {
        method: 'POST',
        body: new URLSearchParams({ document: '{' }),
        headers: { origin },
      });
    expect((await sent('https://elsewhere.example')).status).toBe(403);
    expect((await sent('https://rida.example')).status).toBe(422);
  });
});

it('a site whose secret could not be fetched asks for it again', async () => {
  const answers = [Promise.reject(new Error('throttled')), Promise.resolve(kept)];
  const site = behindSignIn(
    env,
    () => answers.shift() ?? Promise.reject(new Error('asked once more')),
    () => new Hono().get('/', (c) => c.text('open')),
  );
  const failures: string[] = [];
  const within = new Hono().route('/', site).onError((error, c) => {
    failures.push(error.message);
    return c.text('failed', 500);
  });
  const statuses = [];
  for (let request = 0; request < 3; request += 1) statuses.push((await within.request('/')).status);
  expect(statuses).toEqual([500, 200, 200]);
  expect(failures).toEqual(['throttled']);
});
