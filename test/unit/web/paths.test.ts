import type { Hono } from 'hono';
import { describe, expect, it, test } from 'vitest';
import { sitesOf } from '#functions/web/one-address.ts';
import { SITE_PATHS, type Site, siteAmong, WORKSPACE_PATH } from '#functions/web/paths.ts';
import { shellOf } from '#functions/web/shell/shell.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { LOCAL_PATHS, ownPages } from '#infra/local/web/local-app.ts';
import { aConsole } from '#test/builders/a-console.ts';

const { deps } = aConsole();
const workspace = 'https://care-city.my.connect.aws';

/** Return one path for each page: parameters are filled in, and wildcards are omitted. */
const pagesOf = (app: Hono): string[] =>
  app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ path }) => path.replace(/:(\w+)\{([a-z]+)\|[^}]*\}/gu, '$2').replace(/:\w+(\{[^}]*\})?/gu, '1'));

/** The sites, with the page that Connect frames. */
const sites = sitesOf({ ...deps, workspace });
const shell = new Set(pagesOf(shellOf(deps).app));
const all = { ...SITE_PATHS, local: LOCAL_PATHS };
const local = ownPages({ switchboard: {} } as LocalCentre, () => undefined);

const rows = [...(Object.entries(sites) as [Site, Hono][]), ['local', local] as const].flatMap(
  ([site, app]) =>
    pagesOf(app)
      .filter((path) => !shell.has(path))
      .map((path) => [site, path] as const),
);

describe('every page', () => {
  it('is found: the apps say what they serve', () => {
    expect(new Set(rows.map(([site]) => site))).toEqual(new Set(Object.keys(all)));
    expect(rows).toContainEqual(['console', WORKSPACE_PATH]);
  });

  test.each(rows)('of %s at %s is reached by its path on one computer and on AWS', (site, path) => {
    expect(siteAmong(all, path)).toBe(site);
    if (site !== 'local') expect(siteAmong(SITE_PATHS, path)).toBe(site);
  });
});

test.each(Object.entries(all).flatMap(([site, paths]) => paths.map((path) => [site, path] as const)))(
  'the path of %s, %s, leads to a page',
  (site, path) => {
    const beginning = path.replace(/\*$/u, '');
    const led = rows.filter(([at, page]) => at === site && (path === page || page.startsWith(beginning)));
    expect(led.length).toBeGreaterThan(0);
  },
);

describe('a path', () => {
  test.each([
    ['/', 'console'],
    ['/nowhere', 'console'],
    ['/search', 'people'],
    ['/search/more', 'console'],
    ['/people', 'console'],
    ['/people/p-1', 'people'],
    ['/calls', 'calls'],
    ['/calls-out', 'outreach'],
    ['/calls/c-1/recordings/1', 'calls'],
    ['/s', 'console'],
    ['/s/token', 'survey'],
    ['/t', 'survey'],
    ['/t/more', 'console'],
    ['/settings/calendars/c-1', 'settings'],
  ] as const)('%s belongs to %s', (path, site) => {
    expect(siteAmong(SITE_PATHS, path)).toBe(site);
  });

  it('that no site has belongs to none', () => {
    expect(siteAmong({ figures: SITE_PATHS.figures }, '/cases')).toBeUndefined();
  });

  it('goes to the longest of the beginnings that cover it', () => {
    const nested = { outer: ['/a/*'], inner: ['/a/b/*'], exact: ['/a/b/c'] } as const;
    expect(['/a/x', '/a/b/x', '/a/b/c', '/a/b/c/d'].map((path) => siteAmong(nested, path))).toEqual([
      'outer',
      'inner',
      'exact',
      'inner',
    ]);
  });
});
