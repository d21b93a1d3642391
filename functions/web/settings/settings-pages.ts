import { type Context, Hono } from 'hono';
import { checked } from '#shared/settings/checked.ts';
import { SettingsError } from '#shared/settings/read-settings.ts';
import type { InForce } from '#shared/settings/rules-source.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { accessesPage, listAccesses } from './accesses-page.ts';
import { applySettings } from './apply.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { documentPage, type RefusedDocument } from './document-page.ts';
import { type Editing, showForm, submitForm } from './edit.ts';
import { type EntrySection, entryFields } from './entry-fields.ts';
import { entryPage, sectionPage } from './field-pages.ts';
import { entriesPage, orderOf, policiesPage } from './list-pages.ts';
import { overviewPage, type VersionLine } from './overview-page.ts';
import { policyPage, tidyRungs } from './policy-page.ts';
import {
  baseOf,
  type SettingsDeps,
  showConflict,
  showPreview,
  typedOf,
  typedValue,
} from './settings-deps.ts';
import { type SingleSection, sectionFields } from './settings-fields.ts';
import { settingsText } from './settings-text.ts';

const NEW = '~add';
const SHOWN_VERSIONS = 10;
const BLANK_POLICY = {
  version: 1,
  when: {},
  targets: { urgent: {}, high: {}, normal: {}, low: {} },
  ladder: [],
};

const keyOf = (entry: { readonly id?: string; readonly user?: string }): string | undefined =>
  entry.id ?? entry.user;

/** Return the newest versions, each with the one before it, to show the changes. */
async function historyOf({ keeper }: SettingsDeps, newest: number): Promise<VersionLine[]> {
  const last = Math.max(newest - SHOWN_VERSIONS, 0);
  const numbers = Array.from({ length: newest - last + 1 }, (_, i) => newest - i);
  const versions = await Promise.all(numbers.map((number) => keeper.past(number)));
  return versions.flatMap((version, at): VersionLine[] => {
    if (!version || (at === versions.length - 1 && last > 0)) return [];
    return [{ version, before: versions[at + 1] }];
  });
}

/** Return the pages on which supervisors change the settings and leaders read them. */
export function settingsPages(given: SettingsDeps): Hono {
  const { keeper } = given;
  const app = new Hono();
  const deps: SettingsDeps = {
    ...given,
    view: async (c) => {
      const view = await given.view(c);
      // Changing the language on the answer of a form returns to the start of the settings.
      return c.req.method === 'GET' ? view : { ...view, path: '/settings' };
    },
  };

  app.get('/', async (c) => {
    const inForce = await keeper.inForce();
    const asked = Number(c.req.query('from') ?? inForce.version);
    const from = Number.isInteger(asked) ? Math.min(Math.max(asked, 0), inForce.version) : inForce.version;
    const applied = Number(c.req.query('applied') ?? Number.NaN);
    const older = from - SHOWN_VERSIONS;
    return c.html(
      overviewPage(await deps.view(c), {
        ...{ inForce, history: await historyOf(deps, from), deskCalendar: inForce.settings.desk.calendar },
        ...(older > 0 && { older }),
        ...(Number.isInteger(applied) && { applied }),
      }),
    );
  });

  app.post('/versions/:version', async (c) => {
    const version = Number(c.req.param('version'));
    const [inForce, past] = await Promise.all([keeper.inForce(), keeper.past(version)]);
    if (!past) return c.notFound();
    const { language } = await deps.view(c);
    return showPreview(c, deps, inForce, past.settings, {
      note: settingsText[language].restoreNote(version),
    });
  });

  app.get('/accesses', async (c) => {
    const view = await deps.view(c);
    return c.html(accessesPage(view, await listAccesses(deps.accessLog, c.req.query(), view.now)));
  });

  app.post('/apply', (c) => applySettings(c, deps));

  app.get('/document', async (c) => c.html(documentPage(await deps.view(c), await keeper.inForce())));
  app.get('/document.json', async (c) => {
    const { settings, version } = await keeper.inForce();
    c.header('Content-Disposition', `attachment; filename="rida-settings-${version}.json"`);
    return c.body(JSON.stringify(settings, null, 2), 200, {
      'Content-Type': 'application/json; charset=utf-8',
    });
  });

  /** Preview a document: the whole settings or some sections. */
  const takeDocument = async (c: Context, inForce: InForce, text: string) => {
    const refuse = async (refused: RefusedDocument) =>
      c.html(documentPage(await deps.view(c), inForce, refused), 422);
    let document: unknown;
    try {
      document = JSON.parse(text.replace(/^\uFEFF/u, ''));
    } catch (error) {
      const { language } = await deps.view(c);
      const message = settingsText[language].notJson(error instanceof Error ? error.message : '');
      return refuse({ text, document: {}, issues: [{ path: [], code: 'other', params: {}, message }] });
    }
    try {
      return await showPreview(c, deps, inForce, checked(inForce.settings, document));
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      return refuse({
        text,
        issues: error.issues,
        document: { ...inForce.settings, ...(document as object) },
      });
    }
  };

  app.post('/document', async (c) => {
    const typed = await typedOf(c);
    const { file } = await c.req.parseBody();
    const text = file instanceof File && file.size > 0 ? await file.text() : typedValue(typed, 'text');
    const inForce = await keeper.inForce();
    if (baseOf(typed) !== inForce.version)
      return showConflict(c, deps, baseOf(typed), { typed: new Map([['text', [text]]]) });
    return takeDocument(c, inForce, text);
  });

  app.post('/preview', async (c) =>
    takeDocument(c, await keeper.inForce(), typedValue(await typedOf(c), 'document')),
  );

  app.route('/calendars', calendarRoutes(deps));

  app.get('/policies', async (c) => {
    const { settings, version } = await keeper.inForce();
    return c.html(
      policiesPage(await deps.view(c), settings, orderOf(settings, c.req.query('order')), version),
    );
  });
  app.post('/policies', async (c) => {
    const typed = await typedOf(c);
    const inForce = await keeper.inForce();
    const { settings } = inForce;
    if (baseOf(typed) !== inForce.version) return showConflict(c, deps, baseOf(typed), {});
    const order = orderOf(settings, typedValue(typed, 'order'));
    const policies = order.flatMap((id) => settings.policies.filter((one) => one.id === id));
    return takeDocument(c, inForce, JSON.stringify({ policies }));
  });

  /** Return the form of a list entry; undefined when there is no such entry. */
  const entryForm = (
    section: EntrySection | 'policies',
    id: string,
    settings: Settings,
  ): Editing | undefined => {
    const list: readonly { readonly id?: string; readonly user?: string }[] = settings[section];
    const at = id === NEW ? list.length : list.findIndex((one) => keyOf(one) === id);
    if (at < 0) return undefined;
    const prefix = `${section}.${at}`;
    if (section !== 'policies') {
      return { prefix, page: (context, version) => entryPage(context, version, section, list[at]) };
    }
    return {
      ...{ prefix, blank: BLANK_POLICY, tidy: tidyRungs },
      page: (context, version) => policyPage(context, version, settings.policies[at]),
    };
  };

  for (const section of [...(Object.keys(entryFields) as EntrySection[]), 'policies' as const]) {
    if (section !== 'policies') {
      app.get(`/${section}`, async (c) =>
        c.html(entriesPage(await deps.view(c), section, (await keeper.inForce()).settings)),
      );
    }
    app.on(['GET', 'POST'], `/${section}/:id`, async (c) => {
      const inForce = await keeper.inForce();
      const editing = entryForm(section, c.req.param('id'), inForce.settings);
      if (!editing) return c.notFound();
      return (c.req.method === 'GET' ? showForm : submitForm)(c, deps, inForce, editing);
    });
  }

  for (const section of Object.keys(sectionFields) as SingleSection[]) {
    const editing: Editing = {
      prefix: section,
      page: (context, version) => sectionPage(context, version, section),
    };
    app.get(`/${section}`, async (c) => showForm(c, deps, await keeper.inForce(), editing));
    app.post(`/${section}`, async (c) => submitForm(c, deps, await keeper.inForce(), editing));
  }

  return app;
}
