/** A path of a site. `/*` at its end means everything below it, but not the path before it. */
export type SitePath = `/${string}`;

/**
 * The paths of each site. On AWS each site is a function, all at one address. The console has the paths that
 * no other site has. API Gateway, the local server and the tests read this list.
 */
export const SITE_PATHS = {
  console: ['/', '/*'],
  people: ['/search', '/people/*', '/absence', '/absence/*'],
  outreach: ['/calls-out', '/calls-out/*'],
  investors: ['/investors', '/investors/*'],
  calls: ['/calls', '/calls/*'],
  settings: ['/settings', '/settings/*'],
  figures: ['/figures', '/figures/*'],
  quality: ['/quality', '/quality/*'],
  survey: ['/s/*', '/t'],
  departments: ['/s/d/*'],
} as const satisfies Readonly<Record<string, readonly SitePath[]>>;

/** A site, named like its function. */
export type Site = keyof typeof SITE_PATHS;

/** The page that Amazon Connect frames in the agent workspace. It belongs to the console. */
export const WORKSPACE_PATH = '/workspace';

const covers = (path: SitePath, pathname: string): boolean =>
  path.endsWith('/*')
    ? pathname.startsWith(path.slice(0, -1)) && pathname.length >= path.length
    : pathname === path;

/**
 * Choose the site of a request as API Gateway does: an exact path first, then the longest prefix. Return
 * undefined when no site has the path.
 */
export function siteAmong<S extends string>(
  sites: Readonly<Record<S, readonly SitePath[]>>,
  pathname: string,
): S | undefined {
  const all = Object.entries<readonly SitePath[]>(sites).flatMap(([site, paths]) =>
    paths.filter((path) => covers(path, pathname)).map((path) => ({ site: site as S, path })),
  );
  const weight = ({ path }: { path: SitePath }): number =>
    path.endsWith('/*') ? path.length : Number.POSITIVE_INFINITY;
  return all.sort((a, b) => weight(b) - weight(a))[0]?.site;
}
