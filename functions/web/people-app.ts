import type { Hono } from 'hono';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { absencePages } from './absence/routes.ts';
import { peoplePages } from './people/routes.ts';
import { searchPages } from './people/search.ts';
import { type ShellDeps, shellOf } from './shell/shell.ts';

/** What the pages about people need from outside. */
export interface PeopleAppDeps extends ShellDeps {
  readonly store: Store;
  /** To find the cases of an address or number. */
  readonly keys: Keys;
}

/**
 * Pages about people, beneficiaries and staff: searching by who somebody is, what is known of them, and who
 * is away. Apart from the console because the telephone numbers of the world weigh as much as half of it.
 */
export function peopleApp(deps: PeopleAppDeps): Hono {
  const { app, viewOf } = shellOf(deps);

  app.route('/search', searchPages(deps, viewOf));
  app.route('/people', peoplePages(deps, viewOf));
  app.route('/absence', absencePages(deps, viewOf));
  return app;
}
