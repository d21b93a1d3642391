import type { Page } from 'playwright-core';
import type { OpenedCentre } from '../lived-in.ts';

/** Pages that no link of another page leads to. */
const SEEDS = [
  '/cases',
  '/cases/new',
  '/search',
  '/search?q=055',
  '/nowhere',
  '/sign-in',
  '/design',
  '/phone',
  '/phone/agents',
  '/mailbox',
  '/clock',
  '/queues',
  '/t',
];

/** Addresses without a page, or with one that is photographed under another address. */
const SKIPPED =
  /^\/(?:language|local|assets|s\/assets)\/|\/(?:attachments|raw|html|audio|quarantined|recordings)\b|#/u;

/** The number of pages of one kind: of cases, of mails. */
const OF_ONE_KIND = 2;

/** Return the kind of a page: its path without the name of one case, call, mail or entry. */
const kindOf = (path: string): string => {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  const [, section = '', page = '', ...deeper] = pathname.split('/');
  // The filters of a list are one kind, whichever they are.
  if (page === '' && searchParams.size > 0) return `${section}?${searchParams.size > 1 ? 'several' : 'one'}`;
  // Pages of beneficiaries and departments have a token as their last part: `/s/…`, `/s/c/…`, `/s/d/all/…`.
  if (section === 's') return pathname.replace(/\/[^/]+$/u, '/*');
  const folder = section === 'settings' ? [section, page, ...deeper.map(() => '*')] : [section, page && '*'];
  return `${folder.join('/')}?${[...searchParams.keys()].sort().join('&')}`;
};

/** Return the paths that the links of a page lead to, without downloads. */
const linksOf = (markup: string): readonly string[] =>
  [...markup.matchAll(/<a\s(?![^>]*\sdownload)[^>]*href="(\/[^"#]*)/gu)]
    .map(([, path = '']) => path.replaceAll('&amp;', '&'))
    .filter((path) => !SKIPPED.test(path));

/** Return the public pages that the mails of the centre lead to. */
async function behindMails(page: Page, { outbox, url }: OpenedCentre['centre']): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const { id } of outbox?.list(10_000) ?? []) {
    const text = await (await page.request.get(`${url}/mailbox/${id}/html`)).text();
    paths.push(
      ...[...text.matchAll(/href="https?:\/\/[^/"]+(\/[st]\b[^"]*)"/gu)].map(([, path = '']) => path),
    );
  }
  return paths.map((path) => path.replaceAll('&amp;', '&'));
}

/**
 * Collect the pages of a centre: the seeds, the pages that every page links to, and the pages behind the links
 * of mails. Of each kind it takes a few, or all of them.
 */
export async function pagesOf(
  page: Page,
  { centre }: OpenedCentre,
  { all }: { readonly all: boolean },
): Promise<readonly string[]> {
  const found = new Set<string>();
  const taken = new Map<string, number>();
  const waiting = [...SEEDS, ...(await behindMails(page, centre))];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    const before = taken.get(kind) ?? 0;
    if (found.has(path) || (!all && before >= OF_ONE_KIND)) continue;
    const answer = await page.request.get(centre.url + path, { timeout: 0 });
    if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
    found.add(path);
    taken.set(kind, before + 1);
    waiting.push(...linksOf(await answer.text()));
  }
  return [...found].sort();
}
