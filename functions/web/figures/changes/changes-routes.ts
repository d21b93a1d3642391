import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { CHANGE_KINDS, mayBegin, type NotedChange } from '#shared/domain/reports/noted-change.ts';
import { readDay } from '#shared/domain/reports/period.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { Flash } from '../../shell/flash.ts';
import { wrongFields } from '../../shell/form-fields.ts';
import { plainPage } from '../../shell/plain-page.ts';
import type { View } from '../../shell/view.ts';
import type { FiguresAppDeps } from '../figures-deps.ts';
import { readAround, readBeforeAfter } from './before-after.ts';
import { beforeAfterPage } from './before-after-page.ts';
import { changesPage } from './changes-page.ts';
import { changesText } from './changes-text.ts';

const name = z.string().trim().min(2).max(80);

/** The form that notes a change. */
const formOf = ({ now, rules }: View) =>
  z.object({
    day: z.string().transform((typed, context) => {
      const day = readDay(typed);
      if (day !== undefined && mayBegin(day, localDay(now))) return day;
      context.addIssue({ code: 'custom', message: 'no day' });
      return z.NEVER;
    }),
    kind: z.enum(CHANGE_KINDS),
    nameAr: name,
    nameEn: name,
    department: z
      .string()
      .default('')
      .refine((id) => id === '' || rules.departments.has(id)),
  });

/** Return the pages of the changes of the work, and of the numbers before and after each. */
export function changesRoutes({ figures }: FiguresAppDeps, viewOf: (c: Context) => Promise<View>): Hono {
  const app = new Hono();

  app.get('/figures/changes', async (c) => {
    const view = await viewOf(c);
    const w = changesText[view.language];
    const done = z.enum(['saved', 'withdrawnNow']).safeParse(c.req.query('done')).data;
    const flash: Flash | undefined = done && { tone: 'good', text: w[done] };
    return c.html(changesPage(view, { changes: await figures.changes(), flash }));
  });

  app.post('/figures/changes/note', async (c) => {
    const view = await viewOf(c);
    const w = changesText[view.language];
    const typed = await c.req.parseBody();
    const refuse = async (text: string, status: 409 | 422) =>
      c.html(
        changesPage(view, { changes: await figures.changes(), typed, flash: { tone: 'bad', text } }),
        status,
      );
    const sent = formOf(view).safeParse(typed);
    if (!sent.success) {
      const { day, nameAr, nameEn, kind, concerns: department } = w;
      const labels = { day, nameAr, nameEn, kind, department };
      const expected = Object.fromEntries(
        Object.entries(w.expected).map(([field, sentence]) => [
          field,
          [labels[field as keyof typeof labels], sentence] as const,
        ]),
      );
      return refuse(wrongFields(sent.error, expected, w.wrong), 422);
    }
    const { day, kind, nameAr, nameEn, department } = sent.data;
    const change: NotedChange = {
      // The same change, sent twice, is one.
      id: causeId(JSON.stringify(['change', day, kind, nameAr, nameEn, department])),
      ...{ day, kind, name: { ar: nameAr, en: nameEn }, by: view.agent.user, at: view.now },
      ...(department !== '' && { department }),
    };
    const stored = (await figures.changes()).find(({ id }) => id === change.id);
    const isSaved = await figures.saveChange(change, stored?.withdrawn ? 'known' : 'new');
    return isSaved ? c.redirect('/figures/changes?done=saved', 303) : refuse(w.isNoted, 409);
  });

  const changeOf = async (c: Context) => (await figures.changes()).find(({ id }) => id === c.req.param('id'));

  app.post('/figures/changes/:id/withdraw', async (c) => {
    const view = await viewOf(c);
    const change = await changeOf(c);
    if (change === undefined) return c.html(plainPage(view, 'notFound'), 404);
    const withdrawn = change.withdrawn ?? { by: view.agent.user, at: view.now };
    await figures.saveChange({ ...change, withdrawn }, 'known');
    return c.redirect('/figures/changes?done=withdrawnNow', 303);
  });
  // The addresses of forms, loaded again.
  for (const form of ['/figures/changes/note', '/figures/changes/:id/withdraw'])
    app.get(form, (c) => c.redirect('/figures/changes'));

  app.get('/figures/changes/:id', async (c) => {
    const view = await viewOf(c);
    const changes = await figures.changes();
    const change = changes.find(({ id }) => id === c.req.param('id'));
    if (change === undefined || change.withdrawn) return c.html(plainPage(view, 'notFound'), 404);
    const asked = readAround(c.req.query('weeks'), c.req.queries('of') ?? []);
    const place = { today: localDay(view.now), calendar: view.rules.desk.calendar, changes };
    return c.html(
      beforeAfterPage(view, change, { asked, read: await readBeforeAfter(figures, change, asked, place) }),
    );
  });
  return app;
}
