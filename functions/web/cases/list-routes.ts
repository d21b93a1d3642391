import { type Context, Hono } from 'hono';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { can } from '../shell/access.ts';
import type { Flash } from '../shell/flash.ts';
import type { View } from '../shell/view.ts';
import { casesPage, liveList } from './case-list.ts';
import type { ConsoleDeps } from './cases-deps.ts';
import { listCases, nextCase } from './list-cases.ts';
import { type ListQuery, listAddress, listQuery, queryText, statesOf } from './list-query.ts';
import { actOnMany, manyFrom } from './many.ts';
import type { ManyOutcome, TypedMany } from './many-forms.ts';
import { listsFor, saveList, type TypedList } from './saved-lists.ts';
import { workText } from './text/work-text.ts';

const queryOf = (text: string): ListQuery => listQuery.parse(Object.fromEntries(new URLSearchParams(text)));

/** Return the list of work: its pages, the acts on many cases, the saved lists, and the way to the next case. */
export function listRoutes(deps: ConsoleDeps, viewOf: (c: Context) => Promise<View>): Hono {
  const { store, desk } = deps;
  const app = new Hono();

  interface More {
    readonly flash?: Flash;
    readonly many?: ManyOutcome;
    /** The fields of a refused form: on many cases, or of a list to save. */
    readonly typedMany?: TypedMany;
    readonly typedList?: TypedList;
    readonly picked?: readonly string[];
    readonly status?: 200 | 409 | 422;
  }

  const loaded = async (view: View, asked: ListQuery, { picked = [], status: _, ...more }: More = {}) => {
    const query = statesOf(view.agent).includes(asked.state) ? asked : { ...asked, state: 'all' as const };
    const [list, saved] = await Promise.all([
      listCases({ store, desk, rules: view.rules, now: view.now }, query, view.agent),
      desk.savedLists(),
    ]);
    const shown = { query, list, saved: listsFor(saved, view), picked: new Set(picked) };
    return { ...shown, isTrial: deps.isTrial === true, ...more };
  };

  const show = async (c: Context, view: View, query: ListQuery, more: More = {}) =>
    c.html(casesPage(view, await loaded(view, query, more)), more.status ?? 200);

  const good = (view: View, done: string | undefined, count: string | undefined): Flash | undefined => {
    const w = workText[view.language];
    if (done === 'many') return { tone: 'good', text: w.many.done(Number(count) || 0) };
    if (done === 'saved') return { tone: 'good', text: w.saved.done };
    if (done === 'removed') return { tone: 'good', text: w.saved.removed };
    return done === 'next' ? { tone: 'good', text: w.nothingNext } : undefined;
  };

  app.get('/', async (c) => {
    const view = await viewOf(c);
    const query = listQuery.parse(c.req.query());
    const picked = c.req.queries('pick') ?? [];
    const have = c.req.query('have');
    if (have !== undefined && c.req.header('HX-Request') === 'true') {
      const { version, part } = liveList(view, await loaded(view, query, { picked }));
      return version === have ? c.body(null, 204) : c.html(part);
    }
    const flash = good(view, c.req.query('done'), c.req.query('n'));
    return show(c, view, query, { picked, ...(flash && { flash }) });
  });

  app.get('/next', async (c) => {
    const view = await viewOf(c);
    const within = c.req.query('in') ?? '';
    const query = queryOf(within);
    const after = parseReference(c.req.query('after') ?? '') ?? '';
    const next = await nextCase({ store, rules: view.rules, now: view.now }, query, { ...view.agent, after });
    if (next === undefined) {
      const list = listAddress(query);
      return c.redirect(`${list}${list.includes('?') ? '&' : '?'}done=next`);
    }
    const shown = queryText(query);
    return c.redirect(`/cases/${next}${shown === '' ? '' : `?in=${encodeURIComponent(shown)}`}`);
  });

  // The addresses of refused forms, loaded again.
  for (const form of ['/many', '/lists/save', '/lists/remove']) app.get(form, (c) => c.redirect('/cases'));

  app.post('/many', async (c) => {
    const view = await viewOf(c);
    const request = manyFrom(await c.req.parseBody({ all: true }));
    const query = queryOf(request?.back ?? '');
    const w = workText[view.language].many;
    if (!request || request.picked.length === 0) {
      const flash = { tone: 'bad', text: w.none } as const;
      return show(c, view, query, { flash, status: 422, ...(request && { typedMany: request }) });
    }
    const many = await actOnMany(deps, request, {
      agent: view.agent,
      rules: view.rules,
      language: view.language,
    });
    if (many.refused.length === 0) {
      const list = listAddress(query);
      return c.redirect(`${list}${list.includes('?') ? '&' : '?'}done=many&n=${many.done}`, 303);
    }
    const refused = new Set(many.refused.map(({ id }) => id));
    const left = await Promise.all([...refused].map((id) => store.load('case', id)));
    const picked = left.flatMap((one) => (one ? [`${one.id}:${one.version}`] : []));
    return show(c, view, query, { many, typedMany: request, picked, status: 409 });
  });

  app.post('/lists/save', async (c) => {
    const view = await viewOf(c);
    const body = await c.req.parseBody();
    const saved = await saveList(desk, body, view);
    const query = queryOf(typeof body.query === 'string' ? body.query : '');
    if ('refused' in saved) {
      const flash = { tone: 'bad', text: saved.refused } as const;
      return show(c, view, query, { flash, typedList: body, status: saved.status });
    }
    const list = listAddress(saved);
    return c.redirect(`${list}${list.includes('?') ? '&' : '?'}done=saved`, 303);
  });

  app.post('/lists/remove', async (c) => {
    const view = await viewOf(c);
    const { name, team, query } = await c.req.parseBody();
    const lists = listsFor(await desk.savedLists(), view);
    const found = lists.find((one) => one.name === name && one.team === team);
    const mayRemove = found && (found.by === view.agent.user || can(view, 'cases.supervise'));
    if (mayRemove) await desk.removeList(found);
    const list = listAddress(queryOf(typeof query === 'string' ? query : ''));
    return c.redirect(`${list}${list.includes('?') ? '&' : '?'}done=removed`, 303);
  });

  return app;
}
