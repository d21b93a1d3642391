import { type Context, Hono } from 'hono';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { View } from '../shell/view.ts';
import { findCases } from './find-cases.ts';
import { searchPage } from './search-page.ts';

/** Return the search for cases by reference, address or number. A single result is opened directly. */
export function searchPages(
  deps: { readonly store: Store; readonly keys: Keys },
  viewOf: (c: Context) => Promise<View>,
): Hono {
  const app = new Hono();
  app.get('/', async (c) => {
    const view = await viewOf(c);
    const text = (c.req.query('q') ?? '').slice(0, 254);
    const found = await findCases(deps, text);
    const [only] = found;
    if (only && found.length === 1) return c.redirect(`/cases/${only.id}`);
    return c.html(searchPage(view, text, found));
  });
  return app;
}
