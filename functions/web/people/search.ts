import { type Context, Hono } from 'hono';
import { searchCases } from '#shared/application/search/search-cases.ts';
import { maskedCase } from '#shared/domain/cases/masked-case.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import { cutText } from '#shared/domain/text/cut-text.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { SearchFilter, SearchHit, SearchIndex } from '#shared/ports/search-index.ts';
import type { Store } from '#shared/ports/store.ts';
import { contactFrom } from '../shell/contact-from.ts';
import type { View } from '../shell/view.ts';
import { type SearchForm, searchForm } from './search-form.ts';
import { searchPage } from './search-page.ts';

interface Deps {
  readonly store: Store;
  readonly keys: Keys;
  readonly search: Pick<SearchIndex, 'find'>;
}

const LONGEST = 254;
const ROWS = 25;

const filterOf = ({ state, type, department, channel, period }: SearchForm, now: number): SearchFilter => ({
  ...(state !== undefined && { state }),
  ...(type !== undefined && { type }),
  ...(department !== undefined && { department }),
  ...(channel !== undefined && { channel }),
  ...(period !== undefined && { from: now - Number(period) * DAY }),
});

/** Load the cases of a page. A case that was erased since it was indexed is left out. */
async function casesOf({ store }: Deps, hits: readonly SearchHit[]) {
  const cases = await Promise.all(hits.map(({ caseRef }) => store.load('case', caseRef, 0)));
  return cases.filter((one) => one !== undefined).filter(({ erased }) => erased === undefined);
}

/** Return the search for cases. The only case of a reference, address or number is opened directly. */
export function searchPages(deps: Deps, viewOf: (c: Context) => Promise<View>): Hono {
  const app = new Hono();
  app.get('/', async (c) => {
    const view = await viewOf(c);
    const parsed = searchForm.parse(c.req.query());
    const form = { ...parsed, q: cutText(parsed.q, LONGEST) };
    const filter = filterOf(form, view.now);
    const hidden = hiddenFrom(view.agent.roles);
    const found = await searchCases(
      { ...deps, contactFrom },
      { text: form.q, filter, order: form.order, hidden },
    );
    if (found.only !== undefined && Object.keys(filter).length === 0)
      return c.redirect(`/cases/${found.only}`);
    const first = (form.page - 1) * ROWS;
    const loaded = await casesOf(deps, found.hits.slice(first, first + ROWS));
    const cases = loaded.map((one) => maskedCase(one, hidden));
    return c.html(
      searchPage(view, form, {
        cases,
        count: found.hits.length,
        isPartial: found.isPartial,
        hasNext: found.hits.length > first + ROWS,
      }),
    );
  });
  return app;
}
