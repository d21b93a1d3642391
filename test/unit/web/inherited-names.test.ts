import type { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { oneAddress, sitesOf } from '#functions/web/one-address.ts';
import { SITE_PATHS } from '#functions/web/paths.ts';
import { ownPages } from '#infra/local/web/local-app.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aSettingsConsole } from '#test/unit/settings/a-settings-console.ts';

/** Names that every object answers to. */
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'];

const supervisor = { user: 'huda', name: 'هدى', roles: ['supervisor'] } as const;
const open = aCase({ status: 'open', assignee: 'salem' });

function aCentre() {
  const { store, deps, errors } = aSettingsConsole({ agent: supervisor });
  store.seed(open);
  const sites = sitesOf(deps);
  return { app: oneAddress(SITE_PATHS, sites), sites, errors };
}

interface Route {
  readonly method: string;
  readonly path: string;
}

const routesOf = (app: Hono): Route[] =>
  app.routes
    .filter(({ method }) => method === 'GET' || method === 'POST')
    .map(({ method, path }) => ({ method, path }));
const routes = Object.values(aCentre().sites).flatMap(routesOf);

/** Write a name in place of each parameter of a path in turn, and usual values in the others. */
const pathsWith = (path: string, name: string): string[] => {
  const parts = path.split('/');
  const parameters = parts.flatMap((part, at) => (part.startsWith(':') || part.includes('*') ? [at] : []));
  const usual = (part: string) => (/reference|id/iu.test(part) ? open.id : 'x');
  const filled = (chosen: number) =>
    parts
      .map((part, at) =>
        parameters.includes(at) ? (at === chosen ? encodeURIComponent(name) : usual(part)) : part,
      )
      .join('/');
  return parameters.length === 0 ? [path] : parameters.map(filled);
};

/** The bodies that name an inherited property: in a field, in the path of a field, in a list, and in JSON. */
const bodiesWith = (name: string): readonly (readonly [type: string, body: string])[] => {
  const form = 'application/x-www-form-urlencoded';
  const fields = [name, `${name}.erased`, `name.${name}.erased`, `name[${name}][erased]`, `staff.0.${name}`];
  const boundary = 'b';
  return [
    ...fields.map((field) => [form, `${encodeURIComponent(field)}=1&token=t&seen=1`] as const),
    [
      form,
      `do=${name}&type=${name}&department=${name}&status=${name}&outcome=${name}&wants=${name}&role=${name}`,
    ],
    ['application/json', `{"${name}":{"erased":1},"a":{"${name}":{"get":1}}}`],
    [form, `document=${encodeURIComponent(`{"${name}":{"erased":1},"centre":{"${name}":{"get":1}}}`)}`],
    [
      `multipart/form-data; boundary=${boundary}`,
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${name}"\r\n\r\n1\r\n--${boundary}--\r\n`,
    ],
  ];
};

const before = Object.getOwnPropertyNames(Object.prototype).sort();
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  expect(({} as { erased?: unknown }).erased).toBeUndefined();
  expect(({} as { get?: unknown }).get).toBeUndefined();
});

describe('a name that every object inherits', () => {
  it('finds every route of every site', () => {
    expect(routes.length).toBeGreaterThan(60);
    expect(routes.some(({ path }) => path.startsWith('/settings/'))).toBe(true);
    expect(routes.some(({ path }) => path === '/t')).toBe(true);
  });

  it.each(NAMES)('%s does nothing in the path or the query of any route', async (name) => {
    const { app, errors } = aCentre();
    const failed: string[] = [];
    for (const { path } of routes.filter(({ method }) => method === 'GET'))
      for (const one of pathsWith(path, name))
        for (const query of ['', `?${name}=1&from=${name}&q=${name}&after=${name}&template=${name}`]) {
          const { status } = await app.request(one + query);
          if (status >= 500) failed.push(`${one}${query}: ${status}`);
        }
    expect(failed).toEqual([]);
    expect(errors).toEqual([]);
  });

  it.each(NAMES)('%s does nothing in the form of any route, and the centre continues', async (name) => {
    const { app, errors } = aCentre();
    const failed: string[] = [];
    for (const { path } of routes.filter(({ method }) => method === 'POST'))
      for (const one of [...pathsWith(path, name), ...pathsWith(path, 'x')])
        for (const [type, body] of bodiesWith(name)) {
          const headers = { 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' };
          const { status } = await app.request(one, { method: 'POST', headers, body });
          if (status >= 500) failed.push(`${one} ${body.slice(0, 60)}: ${status}`);
        }
    expect(failed).toEqual([]);
    expect(errors).toEqual([]);
    const page = await (await app.request(`/cases/${open.id}`)).text();
    expect(page).toContain(open.id);
    expect((await app.request('/cases')).status).toBe(200);
  });

  it('does nothing on the pages of one computer', async () => {
    const errors: unknown[] = [];
    const nothing = {
      list: () => [],
      find: () => undefined,
      raw: async () => undefined,
      queueDepths: () => [],
      dead: () => [],
    };
    const centre = {
      outbox: nothing,
      kept: nothing,
      bus: nothing,
      switchboard: { desk: {} },
      clock: { now: () => 0 },
    };
    const app = ownPages(centre as never, (error) => errors.push(error));
    const failed: string[] = [];
    for (const name of NAMES)
      for (const one of [
        `/mailbox/${name}`,
        `/mailbox/${name}/source`,
        `/mailbox/administrator/source?mail=${name}`,
        `/local/${name}`,
      ])
        if ((await app.request(one)).status !== 404) failed.push(one);
    expect(failed).toEqual([]);
    expect(errors).toEqual([]);
  });
});
