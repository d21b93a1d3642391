import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { parseReference } from '#shared/domain/case/reference.ts';
import { isKeeper } from '#shared/settings/rules-source.ts';
import { absencePages } from './absence/routes.ts';
import { act, type Fields } from './act.ts';
import { actionNames, actions } from './actions/actions.ts';
import { assets } from './assets.ts';
import type { Agent, ConsoleDeps } from './console-deps.ts';
import { findCases } from './find-cases.ts';
import { chooseLanguage, languageFor } from './http/language.ts';
import { pageHeaders } from './http/page-headers.ts';
import { listCases, listQuery } from './list-cases.ts';
import { loadCase } from './load-case.ts';
import { peoplePages } from './people/routes.ts';
import { readFigures } from './read-figures.ts';
import { caseFiles } from './routes/case-files.ts';
import { settingsPages } from './settings/settings-pages.ts';
import type { Refused } from './view/case-actions.ts';
import { casesPage, searchPage } from './view/case-list.ts';
import { casePage, doneFrom } from './view/case-page.ts';
import { figuresPage } from './view/figures-page.ts';
import { plainPage } from './view/plain-page.ts';
import { plainPublicPage } from './view/plain-public-page.ts';
import type { View } from './view/view.ts';

const NOBODY: Agent = { user: '-', name: '', role: 'leader' };

/** A form's fields by name; a file or a repeated field counts as not sent. */
async function fieldsOf(c: Context): Promise<Fields> {
  const sent = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(sent).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

/**
 * The console: where agents see what waits, read a case whole, and act on it. Pages work without script;
 * every change is a POST of the page's own form, answered by a redirect.
 */
export function consoleApp(deps: ConsoleDeps): Hono {
  const { clock, signIn, store, blobs } = deps;
  const app = new Hono();

  const viewOf = async (c: Context): Promise<View> => {
    const { pathname, search } = new URL(c.req.url);
    return {
      agent: (c.get('agent') as Agent | undefined) ?? NOBODY,
      language: languageFor(c),
      now: clock.now(),
      rules: await deps.rules.current(),
      path: c.req.method === 'GET' ? `${pathname}${search}` : '/cases',
    };
  };

  app.use(pageHeaders({ referrerPolicy: 'same-origin' }));
  app.route('/', assets);
  app.route('/', signIn.routes);
  app.use(
    csrf({
      origin: async (origin, c) =>
        origin === new URL(c.req.url).origin ||
        origin === new URL((await deps.rules.current()).centre.publicUrl).origin,
    }),
  );
  app.get('/language/:language', chooseLanguage);
  app.use(async (c, next) => {
    const agent = await signIn.session(c);
    if (!agent) return signIn.begin(c);
    c.set('agent', agent);
    return next();
  });
  app.post('/sign-out', (c) => signIn.end(c));

  app.get('/', (c) => c.redirect('/cases'));

  app.get('/cases', async (c) => {
    const view = await viewOf(c);
    const query = listQuery.parse(c.req.query());
    const list = await listCases({ store, rules: view.rules, now: view.now }, query, view.agent.user);
    return c.html(casesPage(view, query, list));
  });

  app.get('/search', async (c) => {
    const view = await viewOf(c);
    const text = (c.req.query('q') ?? '').slice(0, 254);
    const found = await findCases(deps, text);
    const [only] = found;
    if (only && found.length === 1) return c.redirect(`/cases/${only.id}`);
    return c.html(searchPage(view, text, found));
  });

  app.get('/figures', async (c) => {
    const view = await viewOf(c);
    return c.html(figuresPage(view, await readFigures(deps.figures, view.now, c.req.query('days'))));
  });

  if (isKeeper(deps.rules)) {
    const { keys, shards = 1 } = deps;
    app.route('/settings', settingsPages({ store, keys, clock, shards, keeper: deps.rules, view: viewOf }));
  }

  app.route('/people', peoplePages(deps, viewOf));
  app.route('/absence', absencePages(deps, viewOf));
  app.route('/', caseFiles(deps));

  const showCase = async (c: Context, refused?: Refused) => {
    const view = await viewOf(c);
    const reference = parseReference(c.req.param('reference') ?? '');
    const file = reference && (await loadCase({ store, blobs, rules: view.rules, now: view.now }, reference));
    if (!file) return c.notFound();
    const done = doneFrom(c.req.query('done'));
    return c.html(
      casePage(view, file, { ...(done && { done }), ...(refused && { refused }) }),
      refused ? (refused.acted.outcome === 'wrong' ? 422 : 409) : 200,
    );
  };

  app.get('/cases/:reference', (c) => showCase(c));

  for (const action of actionNames) {
    app.post(`/cases/:reference/${action}`, async (c) => {
      const agent = c.get('agent');
      if (agent.role === 'leader') return c.html(plainPage(await viewOf(c), 'readOnly'), 403);
      if (actions[action].supervisorsOnly && agent.role !== 'supervisor')
        return c.html(plainPage(await viewOf(c), 'supervisorsOnly'), 403);
      const reference = parseReference(c.req.param('reference') ?? '');
      const known = reference && (await store.load('case', reference));
      if (!known) return c.notFound();
      const fields = await fieldsOf(c);
      const rules = await deps.rules.current();
      const acted = await act(deps, { known, action, fields, agent, rules });
      if (acted.outcome === 'done' || acted.outcome === 'repeated') {
        const said = acted.outcome === 'done' ? action : 'repeated';
        return c.redirect(`/cases/${known.id}?done=${said}`, 303);
      }
      return showCase(c, { action, acted, fields });
    });
  }

  app.notFound(async (c) => c.html(plainPage(await viewOf(c), 'notFound'), 404));
  app.onError(async (error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    deps.onError(error);
    const view = await viewOf(c).catch(() => undefined);
    return c.html(view ? plainPage(view, 'failed') : plainPublicPage(), 500);
  });
  return app;
}
