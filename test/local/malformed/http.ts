import { oneAddress, sitesOf } from '#functions/web/one-address.ts';
import { SITE_PATHS } from '#functions/web/paths.ts';
import { outcomeToken } from '#shared/application/tokens/outcome-token.ts';
import { surveyToken } from '#shared/application/tokens/survey-token.ts';
import { unsubscribeToken } from '#shared/application/tokens/unsubscribe-token.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { aSettingsConsole } from '#test/unit/settings/a-settings-console.ts';
import { type Channel, type Place, TEXTS } from './channel.ts';

const supervisor = { user: 'huda', name: 'هدى', roles: ['supervisor'] } as const;
const expiresAt = WORKING_MORNING + DAY;
export const open = aCase({ status: 'open', assignee: 'salem' });
const resolved = aCase({
  status: 'resolved',
  resolution: { at: WORKING_MORNING, by: 'agent:salem', as: 'done', outcome: 'تم' },
  survey: { state: 'invited', invitation: 's0', at: WORKING_MORNING, expiresAt },
  confirmation: { state: 'asked', question: 'c0', by: 'mail' },
});

const dataRequest = aCase({ type: 'data-request', category: 'other' });

/**
 * A centre with an open and a resolved case, and a request about personal data. Every form gets its own, because acts
 * change it.
 */
export function aMalformedCentre() {
  const { store, deps, errors, keys } = aSettingsConsole({ agent: supervisor });
  store.seed(open).seed(resolved).seed(dataRequest);
  const sites = sitesOf(deps);
  return { app: oneAddress(SITE_PATHS, sites), sites, errors, keys };
}
type Centre = ReturnType<typeof aMalformedCentre>;

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Return all routes of the pages, as the code registers them. */
const routesOf = ({ sites }: Centre): Route[] => {
  const all = Object.values(sites).flatMap(({ routes }) => routes);
  const kept = all.filter(({ method, path }) => method !== 'ALL' && !path.includes('/assets/'));
  return [...new Map(kept.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()];
};

/** Values of the parameters of paths that lead to a page, by the parameter or by the beginning of its path. */
async function parametersOf({ keys }: Centre): Promise<Readonly<Record<string, readonly string[]>>> {
  const lists = Object.entries(defaultSettings).flatMap(([name, list]) => {
    const [first] = Array.isArray(list) ? list.map(({ id }: { id?: string }) => id) : Object.keys(list ?? {});
    return [[`/settings/${name}/:id`, ['~add', ...(first === undefined ? [] : [first])]] as const];
  });
  const ticket = { reference: resolved.id, question: 'c0', expiresAt };
  return {
    ...Object.fromEntries(lists),
    '/cases/:reference': [open.id, resolved.id, dataRequest.id],
    '/people/:id': [open.beneficiary.id],
    '/calls/:id': ['c-1'],
    '/s/c/:token': [await outcomeToken(keys, ticket)],
    '/s/u/:token': [await unsubscribeToken(keys, open.id)],
    '/s/t/:token': ['x'],
    '/s/d/:token': ['x'],
    '/s/d/all/:token': ['x'],
    '/s/:token': [await surveyToken(keys, { reference: resolved.id, invitation: 's0', expiresAt })],
    ...{ ':message': ['m1'], ':number': ['1'], ':version': ['1'], ':language': ['ar'], ':name': ['x'] },
  };
}

const PARAMETER = /:\w+(?:\{[^}]*\})?/u;

/** Return the paths of a route, with a value in place of each parameter. `tried` replaces the parameter of a number. */
function pathsOf(
  route: string,
  good: Readonly<Record<string, readonly string[]>>,
  tried?: { readonly at: number; readonly value: string },
  at = 0,
): string[] {
  const found = PARAMETER.exec(route);
  if (!found) return [route];
  const [text] = found;
  const name = text.replace(/\{.*$/u, '');
  // A parameter without a value that leads to a page is tried on the way to none.
  const values = good[route.slice(0, found.index) + name] ?? good[name] ?? ['x'];
  const chosen = tried?.at === at ? [encodeURIComponent(tried.value.toWellFormed())] : values;
  return chosen.flatMap((value) => pathsOf(route.replace(text, value), good, tried, at + 1));
}

export interface Form {
  readonly action: string;
  readonly fields: ReadonlyMap<string, string>;
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** A likely value of an empty field. */
const writtenIn = (name: string): string =>
  /(?:At|from|until|notBefore)$/u.test(name) ? '2026-01-06T09:00' : name.startsWith('_') ? '' : 'نص';

/** Return the forms of a page, with the values that a person would send. */
export const formsOf = (page: string, method: 'get' | 'post', at: string): Form[] =>
  [...page.matchAll(new RegExp(`<form\\b[^>]*method="${method}"[^>]*>[\\s\\S]*?</form>`, 'gu'))].map(
    ([form]) => {
      const action = /action="([^"]*)"/u.exec(form)?.[1] || at;
      const fields = [
        ...form.matchAll(/<(?:input|select|textarea|button)\b[^>]*?\bname="([^"]+)"[^>]*/gu),
      ].map(
        ([tag, name = '']) =>
          [name, unescaped(/\bvalue="([^"]*)"/u.exec(tag)?.[1] || writtenIn(name))] as const,
      );
      return { action: unescaped(action).replace(/#.*$/u, ''), fields: new Map(fields) };
    },
  );

/** Forms that scripts send, and forms that a page shows in another state of its case: the route and its fields. */
const OTHER_FORMS: Readonly<Record<string, readonly string[]>> = {
  '/cases/:reference/seen': ['seen', 'token'],
  '/drafts': ['form', 'page', 'text', 'token'],
  '/drafts/discard': ['form', 'page', 'token'],
  '/cases/lists/remove': ['name', 'list'],
  '/cases/:reference/restore': ['seen'],
  '/cases/:reference/withdraw-promise': ['seen'],
  '/cases/:reference/answer': ['request', 'text', 'seen'],
  '/cases/:reference/withdraw-request': ['request', 'seen'],
  '/cases/:reference/take-back': ['holding', 'seen'],
  '/cases/:reference/unmerge': ['seen'],
  '/cases/:reference/unlink': ['with', 'as', 'seen'],
  '/cases/:reference/split': ['message', 'subject', 'type', 'category', 'seen'],
  '/cases/:reference/unwatch': ['user', 'seen'],
  '/calls-out/stop': ['id', 'purpose'],
  '/people/:id/part': ['contact', 'seen'],
  '/absence/back': ['user', 'seen'],
  '/settings/versions/:version': ['base', 'note'],
  '/settings/apply': ['base', 'note', 'document', 'seal', 'part'],
  '/settings/preview': ['base', 'note', 'document'],
  '/settings/policies': ['base', 'order', 'note'],
};

/** Fields that many forms have. */
const COMMON = ['seen', 'token', 'text', 'note', 'id', 'user', 'name', 'base'];

const usual = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name) => [name, 'نص']));

const post = ({ app }: Centre, path: string, body: URLSearchParams) =>
  app.request(path, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } });

const wrongStatus = (status: number): string | undefined => (status >= 500 ? `status ${status}` : undefined);

/** Return one place for each field of a form. A centre serves until an act succeeds. */
function formPlaces({ action, fields }: Form, errors: Error[][]): Place[] {
  let centre: Centre | undefined;
  const inherited = ['__proto__', 'name.__proto__.erased', 'constructor.prototype.get'];
  return [...fields.keys(), ...inherited].map((field) => ({
    name: `POST ${action} ${field}`,
    async send(value) {
      if (!centre) {
        centre = aMalformedCentre();
        errors.push(centre.errors);
      }
      const filled = new URLSearchParams([...new Map([...fields, [field, String(value)]])]);
      const { status } = await post(centre, action, filled);
      // An act that succeeded would have the next ones refused for its sake.
      if (status === 303) centre = undefined;
      return wrongStatus(status);
    },
  }));
}

export interface HttpChannel extends Channel {
  readonly routes: readonly Route[];
  readonly forms: readonly Form[];
}

/** The forms that people send, and the names in queries of each path. */
interface Crawled {
  readonly forms: readonly Form[];
  readonly queries: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Read the pages of paths. */
async function crawl({ app }: Centre, paths: readonly string[]): Promise<Crawled> {
  const forms = new Map<string, Form>();
  const queries = new Map<string, Set<string>>();
  const named = (path: string, names: Iterable<string>): void => {
    const collected = queries.get(path) ?? new Set();
    for (const name of names) collected.add(name);
    queries.set(path, collected);
  };
  for (const path of paths) {
    const answer = await app.request(path);
    if (answer.status !== 200) continue;
    const page = await answer.text();
    named(path, ['after']);
    for (const form of formsOf(page, 'post', path))
      forms.set(`${form.action} ${[...form.fields.keys()].join()}`, form);
    for (const { action, fields } of formsOf(page, 'get', path))
      named(action.replace(/\?.*$/u, ''), fields.keys());
    for (const [, target = '', query = ''] of page.matchAll(/href="(\/[^"?#]*)\?([^"#]*)/gu))
      named(target, new URLSearchParams(unescaped(query)).keys());
  }
  return { forms: [...forms.values()], queries };
}

/** Every route of every site: parameters of paths, queries, and fields of forms. */
export async function http(): Promise<HttpChannel> {
  const centre = aMalformedCentre();
  const good = await parametersOf(centre);
  const routes = routesOf(centre);
  const pages = routes.filter(({ method }) => method === 'GET');
  const { forms: sent, queries } = await crawl(
    centre,
    pages.flatMap(({ path }) => pathsOf(path, good)),
  );
  const shown = new Set(sent.map(({ action }) => action.replace(/\?.*$/u, '')));
  // A form that no page shows in this state has its own row, or the fields that many forms have.
  const hidden = routes.flatMap(({ method, path }) => {
    const paths = pathsOf(path, good);
    const isShown = method !== 'POST' || paths.some((one) => shown.has(one));
    return isShown ? [] : paths.map((action) => ({ action, fields: usual(OTHER_FORMS[path] ?? COMMON) }));
  });
  const errors: Error[][] = [centre.errors];
  const ask = async (path: string) => wrongStatus((await centre.app.request(path)).status);
  const parameters = routes.flatMap(({ method, path: route }) =>
    Array.from(
      { length: route.split(PARAMETER).length - 1 },
      (_, at): Place => ({
        name: `${method} ${route} parameter ${at}`,
        async send(value) {
          const [path = '/'] = pathsOf(route, good, { at, value: String(value) });
          return method === 'GET'
            ? ask(path)
            : wrongStatus((await post(centre, path, new URLSearchParams([['text', 'نص']]))).status);
        },
      }),
    ),
  );
  const asked = [...queries].flatMap(([path, names]) =>
    [...names].map(
      (name): Place => ({
        name: `GET ${path}?${name}`,
        send: (value) => ask(`${path}?${new URLSearchParams([[name, String(value)]])}`),
      }),
    ),
  );
  return {
    ...{ values: TEXTS, routes, forms: sent },
    places: [...[...sent, ...hidden].flatMap((form) => formPlaces(form, errors)), ...parameters, ...asked],
    end: async () => errors.flat().map(String),
  };
}
