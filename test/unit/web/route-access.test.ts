import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { oneAddress, sitesOf } from '#functions/web/one-address.ts';
import { SITE_PATHS } from '#functions/web/paths.ts';
import { opens } from '#functions/web/shell/access.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { ownPages } from '#infra/local/web/local-app.ts';
import { may, PERMISSIONS } from '#shared/domain/staff/permissions.ts';
import { ROLES, type Role } from '#shared/domain/staff/role.ts';
import { type Access, ROUTE_ACCESS, rowOf, rowPath } from '#shared/domain/staff/route-access.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aSettingsConsole } from '#test/unit/settings/a-settings-console.ts';

const workspace = 'https://care-city.my.connect.aws';
const open = aCase({ status: 'open', assignee: 'salem' });

interface Route {
  readonly site: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

const routesOf = (sites: Readonly<Record<string, Hono>>): Route[] =>
  Object.entries(sites).flatMap(([site, app]) =>
    app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => ({ site, method: method as Route['method'], path })),
  );

/** A centre whose only visitor has these roles, or is not signed in. */
function aCentre(roles: readonly Role[] | undefined) {
  const made = aSettingsConsole({ agent: { user: 'huda', name: 'هدى', roles: roles ?? [] } });
  made.store.seed(open);
  const signIn = roles ? made.deps.signIn : { ...made.deps.signIn, session: async () => undefined };
  const sites = sitesOf({ ...made.deps, signIn, workspace });
  return { sites, app: oneAddress(SITE_PATHS, sites), refused: made.refused, errors: made.errors };
}

const { sites } = aCentre([]);
const local = ownPages({ switchboard: {} } as LocalCentre, () => undefined);
const every = routesOf({ ...sites, local });
const ofSites = every.filter(({ site }) => site !== 'local');

const ROW = 'add its row to ROUTE_ACCESS in shared/domain/staff/route-access.ts';
const accessOf = ({ method, path }: Route): Access | undefined => rowOf(path)?.[method];

/** Return a path with usual values for its parameters. */
const filled = (path: string): string =>
  rowPath(path)
    .replace(':reference', open.id)
    .replace(/^\/people\/:id/u, `/people/${open.beneficiary.id}`)
    .replace(':language', 'en')
    .replace(/:\w+/gu, '1');

/** Files of pages have fixed names, which a row writes as a parameter. */
const addressOf = (path: string): string => (path.includes(':') ? filled(path) : path);

const ask = (app: Hono, { method, path }: Pick<Route, 'method' | 'path'>) =>
  app.request(addressOf(path), {
    method,
    ...(method === 'POST' && { body: new URLSearchParams({ a: '1' }) }),
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });

describe('the matrix of roles', () => {
  it('has a row for every route', () => {
    const without = every.filter((route) => accessOf(route) === undefined);
    expect(without.map(({ method, path }) => `${method} ${rowPath(path)}: ${ROW}`)).toEqual([]);
  });

  it('has no row without a route', () => {
    const routes = new Set(every.map(({ method, path }) => `${method} ${rowPath(path)}`));
    const rows = Object.entries(ROUTE_ACCESS).flatMap(([path, row]) =>
      Object.keys(row).flatMap((method) => (method.startsWith('record') ? [] : [`${method} ${path}`])),
    );
    const signIn = ['GET /sign-in', 'POST /sign-in', 'GET /callback'];
    expect(rows.filter((row) => !routes.has(row) && !signIn.includes(row))).toEqual([]);
  });

  it('uses each permission for a route, a command or a field of a form', () => {
    const used = new Set<string>(every.map((route) => accessOf(route) ?? ''));
    const elsewhere = ['absence.others', 'roles.edit', 'provider.edit'];
    expect(Object.keys(PERMISSIONS).filter((one) => !used.has(one) && !elsewhere.includes(one))).toEqual([]);
  });
});

describe.each(ROLES)('the role %s', (role) => {
  const centre = aCentre([role]);
  const openTo = (route: Route): boolean => opens({ roles: [role] }, accessOf(route));

  it('opens exactly the routes of its column', async () => {
    const wrong: string[] = [];
    for (const route of ofSites) {
      centre.refused.length = 0;
      const { status } = await ask(centre.app, route);
      const isRefused = centre.refused.length > 0;
      if (isRefused === openTo(route) || isRefused !== (status === 403))
        wrong.push(`${route.method} ${route.path}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(centre.errors).toEqual([]);
  });

  it('sees no link and no form that would be refused', async () => {
    const dead: string[] = [];
    const shown = ofSites.filter((one) => one.method === 'GET' && openTo(one) && accessOf(one) !== 'public');
    for (const route of shown) {
      const answer = await ask(centre.app, route);
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      const page = await answer.text();
      const links = [...page.matchAll(/ (?:href|data-seen|src|hx-get)="(\/[^"]*)"/gu)].map(
        ([, to = '']) => to,
      );
      // A form without a button shows values that this reader may not change.
      const forms = [...page.matchAll(/<form\b[^>]*action="([^"#]*)[^>]*>[\s\S]*?<\/form>/gu)].flatMap(
        ([form, to = '']) =>
          /method="post"/u.test(form) && /<button(?![^>]*type="button")/u.test(form) ? [to] : [],
      );
      for (const [method, paths] of [
        ['GET', links],
        ['POST', forms],
      ] as const)
        for (const path of new Set(paths.map((one) => one.replaceAll('&amp;', '&').replace(/#.*$/u, '')))) {
          centre.refused.length = 0;
          await centre.app.request(path, { method, headers: { 'Sec-Fetch-Site': 'same-origin' } });
          if (centre.refused.length > 0) dead.push(`${route.path} leads to ${method} ${path}`);
        }
    }
    expect([...new Set(dead)]).toEqual([]);
  });

  it('begins on a page that it may open', async () => {
    const answer = await centre.app.request('/');
    expect(answer.status).toBe(302);
    expect((await centre.app.request(answer.headers.get('location') ?? '')).status).toBe(200);
  });
});

describe('a refused request', () => {
  it.each([
    ['ar', 'هذا غير متاح لك', 'الإشراف'],
    ['en', 'Not open to you', 'Supervisor'],
  ])('is answered by a page in %s that names the roles with access', async (language, title, role) => {
    const { app, refused } = aCentre(['agent']);
    const headers = {
      'Sec-Fetch-Site': 'same-origin',
      Cookie: `language=${language}`,
    };
    const answer = await app.request(`/cases/${open.id}/erase`, { method: 'POST', headers, body: 'sure=1' });
    expect(answer.status).toBe(403);
    const page = await answer.text();
    expect(page).toContain(title);
    expect(page).toContain(role);
    expect(refused).toEqual([
      { route: 'POST /cases/:reference/erase', roles: ['agent'], access: 'cases.supervise' },
    ]);
  });

  it('of a person without a role says so on every page, and offers the way out', async () => {
    const { app, refused } = aCentre([]);
    const answer = await app.request('/cases');
    expect(answer.status).toBe(403);
    const page = await answer.text();
    expect(page).toContain('لا دور لك في المركز بعد');
    expect(page).toContain('action="/sign-out"');
    expect(page).not.toContain('href="/cases"');
    expect(refused).toHaveLength(1);
    const out = await app.request('/sign-out', {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    expect(out.status).toBe(303);
  });

  it('of a route without a row is refused too', async () => {
    expect(opens({ roles: ROLES }, undefined)).toBe(false);
  });
});

it('a visitor without a session opens exactly the public routes', async () => {
  const { app } = aCentre(undefined);
  const wrong: string[] = [];
  for (const route of ofSites) {
    const answer = await ask(app, route);
    const isSentAway = answer.headers.get('location') === '/sign-in' || answer.status === 401;
    if (isSentAway === (accessOf(route) === 'public'))
      wrong.push(`${route.method} ${route.path}: ${answer.status}`);
  }
  expect(wrong).toEqual([]);
});

it('a person with several roles may do what any of them may', () => {
  for (const permission of Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[])
    for (const one of ROLES)
      for (const other of ROLES)
        expect(may([one, other], permission)).toBe(may([one], permission) || may([other], permission));
});
