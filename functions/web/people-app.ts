import type { Hono } from 'hono';
import type { Keys } from '#shared/ports/outside.ts';
import type { SearchIndex } from '#shared/ports/search-index.ts';
import type { Store } from '#shared/ports/store.ts';
import { absencePages } from './absence/absence-routes.ts';
import { peoplePages } from './people/people-routes.ts';
import { searchPages } from './people/search.ts';
import { type ShellDeps, shellOf } from './shell/shell.ts';

/** Dependencies of the pages about people. */
export interface PeopleAppDeps extends ShellDeps {
  readonly store: Store;
  /** Used to find the cases of an address or number. */
  readonly keys: Keys;
  readonly search: Pick<SearchIndex, 'find'>;
}

/**
 * Return the pages about people: search, beneficiaries, and absences of staff. They are a site of their own,
 * because the library of telephone numbers is half as large as the console.
 */
export function peopleApp(deps: PeopleAppDeps): Hono {
  const { app, viewOf } = shellOf(deps);

  app.route('/search', searchPages(deps, viewOf));
  app.route('/people', peoplePages(deps, viewOf));
  app.route('/absence', absencePages(deps, viewOf));
  return app;
}
