import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { askedFailedAt } from '#shared/application/report-mails.ts';
import { type AskedReport, mayReceive } from '#shared/domain/reports/asked-report.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { COMPARISONS, readPeriod } from '#shared/domain/reports/period.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { Flash } from '../../shell/flash.ts';
import type { View } from '../../shell/view.ts';
import type { FiguresAppDeps } from '../figures-deps.ts';
import { readFigures } from '../read-figures.ts';
import type { ShownAsked } from './mail-card.ts';
import { mailText } from './mail-text.ts';
import { reportPage } from './report-page.ts';

/** Asked reports of which it is looked up whom they did not reach. */
const LOOKED_UP = 10;

const mailing = z.object({
  token: z.uuid(),
  from: z.string(),
  to: z.string(),
  compare: z.enum(COMPARISONS),
  recipient: z.union([z.string().transform((one) => [one]), z.array(z.string()).max(100)]),
});

/** Return the report of a period, and the form that mails it. */
export function reportRoutes(
  { figures, store }: FiguresAppDeps,
  viewOf: (c: Context) => Promise<View>,
): Hono {
  const app = new Hono();

  async function asked(): Promise<readonly ShownAsked[]> {
    const all = await figures.askedReports();
    return Promise.all(
      all.slice(-LOOKED_UP).map(async (one) => {
        const failed = await Promise.all(
          one.recipients.map(async (to) =>
            (await askedFailedAt(store, one.id, to)) === undefined ? [] : [to],
          ),
        );
        return { ...one, failed: failed.flat() };
      }),
    );
  }

  interface More {
    readonly flash?: Flash;
    readonly typed?: readonly string[];
  }

  async function show(
    c: Context,
    view: View,
    query: Record<string, string>,
    { flash, typed = [] }: More = {},
  ) {
    const given = await readFigures(figures, { now: view.now, calendar: view.rules.desk.calendar }, query);
    const status = flash?.tone === 'bad' ? 422 : given.problem ? 400 : 200;
    return c.html(reportPage(view, given, { flash, mail: { asked: await asked(), typed } }), status);
  }

  app.get('/figures/report', async (c) => {
    const view = await viewOf(c);
    const flash: Flash = { tone: 'good', text: mailText[view.language].asked };
    return show(c, view, c.req.query(), c.req.query('done') === 'asked' ? { flash } : {});
  });

  app.post('/figures/report/mail', async (c) => {
    const view = await viewOf(c);
    const w = mailText[view.language];
    const body = await c.req.parseBody({ all: true });
    const sent = mailing.safeParse(body);
    const typed = [body.recipient ?? []].flat().filter((one) => typeof one === 'string');
    const text = (field: 'from' | 'to' | 'compare'): string =>
      typeof body[field] === 'string' ? body[field] : '';
    const query = { from: text('from'), to: text('to'), compare: text('compare') };
    const period = readPeriod(query, localDay(view.now));
    const recipients = [...new Set(sent.success ? mayReceive(sent.data.recipient, view.rules) : [])];
    const isWrong = !sent.success || recipients.length < new Set(sent.data.recipient).size;
    if (isWrong || 'problem' in period)
      return show(c, view, query, { typed, flash: { tone: 'bad', text: w.chooseOne } });
    const report: AskedReport = {
      id: causeId(JSON.stringify(['report', sent.data.token, period, [...recipients].sort()])),
      ...{ ...period, compare: sent.data.compare, recipients, by: view.agent.user, at: view.now },
    };
    // A double click is one report.
    const before = await figures.askedReports();
    if (!before.some(({ id }) => id === report.id)) await figures.saveAsked(report, 'new');
    const { from, to } = period;
    return c.redirect(
      `/figures/report?${new URLSearchParams({ from, to, compare: report.compare, done: 'asked' })}`,
      303,
    );
  });
  // The address of a refused form, loaded again.
  app.get('/figures/report/mail', (c) => c.redirect('/figures/report'));
  return app;
}
