import { expect, test } from 'vitest';
import { endedSessions } from '#infra/local/web/ended-sessions.ts';
import { localSignIn } from '#infra/local/web/local-sign-in.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { testKeys } from '#test/doubles/test-keys.ts';
import { aCentre, aFolder } from './support.ts';

const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

/** A browser at a centre. */
const at = (url: string) => ({
  send: (path: string, fields: Record<string, string>, headers: Record<string, string> = { Origin: url }) =>
    fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' }),
  statusWith: async (cookie: string) =>
    (await fetch(`${url}/cases`, { headers: { cookie }, redirect: 'manual' })).status,
});

test('a cookie is worthless after its session signed out, also in a copy and after a restart', async () => {
  const data = aFolder();
  const first = await aCentre({ data });
  const { send, statusWith } = at(first.url);
  const enter = async () => cookieOf(await send('/sign-in', { user: 'salem', role: 'agent' }));
  const [left, stays] = [await enter(), await enter()];
  expect([await statusWith(left), await statusWith(stays)]).toEqual([200, 200]);
  const out = await send('/sign-out', {}, { Origin: first.url, cookie: left });
  expect(out.headers.get('set-cookie')).toMatch(/rida-local-session=;/u);
  expect([await statusWith(left), await statusWith(stays)]).toEqual([303, 200]);
  expect((await send('/sign-out', {}, { Origin: first.url, cookie: left })).status).toBe(401);
  await first.close();
  const second = at((await aCentre({ data })).url);
  expect([await second.statusWith(left), await second.statusWith(stays)]).toEqual([303, 200]);
});

test('no other site signs a browser in or out', async () => {
  const { url } = await aCentre();
  const { send, statusWith } = at(url);
  const cookie = cookieOf(await send('/sign-in', { user: 'salem', role: 'agent' }));
  const foreign: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: `${url}.evil.example` },
    { Origin: url.replace('http:', 'https:') },
    {},
  ];
  for (const headers of foreign) {
    const entered = await send('/sign-in', { user: 'mallory', role: 'supervisor' }, headers);
    expect([entered.status, entered.headers.get('set-cookie')], JSON.stringify(headers)).toEqual([403, null]);
    expect((await send('/sign-out', {}, { ...headers, cookie })).status).toBe(403);
  }
  expect(await statusWith(cookie)).toBe(200);
});

test.each(['//evil.example', '/\\\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\tevil'])(
  'the sign-in does not lead to %j',
  async (to) => {
    const { routes } = localSignIn(testKeys, endedSessions(openDatabase(':memory:')));
    const body = new URLSearchParams({ user: 'salem', to });
    const answer = await routes.request('/sign-in', { method: 'POST', body });
    expect(answer.headers.get('location')).toBe('/');
  },
);

test('a session ends after a day of work, and its end is forgotten after that', async () => {
  const database = openDatabase(':memory:');
  const ended = endedSessions(database);
  const clock = fixedClock();
  const signIn = localSignIn(testKeys, ended, clock);
  const app = signIn.routes;
  app.get('/who', async (c) => c.json((await signIn.session(c)) ?? null));
  app.post('/sign-out', (c) => signIn.end(c));
  const enter = async () => {
    const body = new URLSearchParams({ user: 'salem' });
    return cookieOf(await app.request('/sign-in', { method: 'POST', body }));
  };
  const who = async (cookie: string) => (await app.request('/who', { headers: { cookie } })).json();
  const count = () => database.sql.prepare('SELECT COUNT(*) AS n FROM ended_sessions').get()?.n;
  const first = await enter();
  await app.request('/sign-out', { method: 'POST', headers: { cookie: first } });
  const second = await enter();
  expect(await who(first)).toBeNull();
  expect(await who(second)).toMatchObject({ user: 'salem' });
  clock.advance(13 * HOUR);
  expect(await who(second)).toBeNull();
  await app.request('/sign-out', { method: 'POST', headers: { cookie: await enter() } });
  expect(count()).toBe(1);
});
