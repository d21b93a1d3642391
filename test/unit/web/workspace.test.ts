import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { consoleApp } from '#functions/web/console-app.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { testKeys } from '#test/doubles/test-keys.ts';

const CONNECT = 'https://care-city.my.connect.aws';

/** A console with agents in Connect, requested without a sign-in. */
function aFramedConsole(workspace?: string) {
  const { store, blobs, clock, drafts, desk, accessLog, deps } = aConsole();
  return consoleApp({
    store,
    blobs,
    sentMails: deps.sentMails,
    clock,
    drafts,
    accessLog,
    desk,
    keys: testKeys,
    rules: { current: () => Promise.reject(new Error('no settings are needed')) },
    signIn: {
      routes: new Hono(),
      session: async () => undefined,
      begin: (c) => c.redirect('/sign-in'),
      end: (c) => c.redirect('/signed-out'),
    },
    onRefused: () => {},
    onError: (error) => {
      throw error;
    },
    ...(workspace !== undefined && { workspace }),
  });
}

describe("the agents' app", () => {
  it("may be framed only by the instance's workspace", async () => {
    const answer = await aFramedConsole(CONNECT).request('/workspace');
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(policy.split('; ')).toContain(`frame-ancestors ${CONNECT}`);
    expect(policy).not.toContain('unsafe');
  });

  it('leaves every other page unchanged: never framed, and behind the sign-in', async () => {
    const app = aFramedConsole(CONNECT);
    for (const path of ['/calls/0a1b2c3d', '/cases', '/assets/console.css']) {
      const answer = await app.request(path);
      expect(answer.headers.get('Content-Security-Policy'), path).toContain("frame-ancestors 'self'");
    }
    expect((await app.request('/calls/0a1b2c3d')).headers.get('Location')).toBe('/sign-in');
  });

  it('opens one window for all calls, by a script of its own', async () => {
    const app = aFramedConsole(CONNECT);
    const page = await (await app.request('/workspace')).text();
    expect(page).toContain('target="rida-call"');
    const script = await app.request('/assets/workspace.js');
    expect(script.headers.get('Content-Type')).toMatch(/^text\/javascript/u);
    expect(await script.text()).toContain('/calls/');
  });

  it('is not there where no workspace is known', async () => {
    expect((await aFramedConsole().request('/workspace')).headers.get('Location')).toBe('/sign-in');
  });
});
