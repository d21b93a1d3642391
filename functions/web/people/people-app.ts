import type { Hono } from 'hono';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { absencePages } from '../absence/routes.ts';
import { searchPage } from '../cases/case-list.ts';
import { findCases } from '../cases/find-cases.ts';
import { type ShellDeps, shellOf } from '../shell/shell.ts';
import { peoplePages } from './routes.ts';

/** What the pages about people need from outside. */
export interface PeopleAppDeps extends ShellDeps {
  readonly store: Store;
  /** To find the cases of an address or number. */
  readonly keys: Keys;
}

/** Where these pages lie in the console's address. */
export const PEOPLE_PATHS = ['/search', '/people/*', '/absence', '/absence/*'] as const;

/**
 * Pages about people, beneficiaries and staff: searching by who somebody is, what is known of them, and who
 * is away. Apart from the console because the telephone numbers of the world weigh as much as half of it.
 */
export function peopleApp(deps: PeopleAppDeps): Hono {
  const { app, viewOf } = shellOf(deps);

  app.get('/search', async (c) => {
    const view = await viewOf(c);
    const text = (c.req.query('q') ?? '').slice(0, 254);
    const found = await findCases(deps, text);
    const [only] = found;
    if (only && found.length === 1) return c.redirect(`/cases/${only.id}`);
    return c.html(searchPage(view, text, found));
  });

  app.route('/people', peoplePages(deps, viewOf));
  app.route('/absence', absencePages(deps, viewOf));
  return app;
}
