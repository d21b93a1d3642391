import type { Context } from 'hono';
import * as z from 'zod';
import { listRows } from '#shared/adapters/csv/list-rows.ts';
import { writeCsv } from '#shared/adapters/csv/write-csv.ts';
import {
  beginDraw,
  cancelDraw,
  continueDraw,
  type DrawOutcome,
} from '#shared/application/programme/draw/run-draw.ts';
import { readTransactions } from '#shared/application/programme/read-transactions.ts';
import { getIssues } from '#shared/application/programme/stored-rows.ts';
import { cancelList, receivePiece } from '#shared/application/programme/transaction-lists.ts';
import { tallyOfWeek } from '#shared/application/programme/week-calls.ts';
import { FRAME, ISSUE_PARTS } from '#shared/domain/outreach/frame.ts';
import { weekEstimates } from '#shared/domain/outreach/week/estimates.ts';
import { progressOf } from '#shared/domain/outreach/week/tally.ts';
import { type EvaluationWeek, weekOf } from '#shared/domain/outreach/week/week.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { may } from '#shared/domain/staff/permissions.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { numberFault, phoneOf } from '../shell/contact-from.ts';
import { labelled, wrongFields } from '../shell/form-fields.ts';
import { download } from '../shell/http/download.ts';
import { sentForm } from '../shell/http/sent-form.ts';
import { plainPage, refusedPage } from '../shell/plain-page.ts';
import type { Shell } from '../shell/shell.ts';
import type { View } from '../shell/view.ts';
import { drawText } from './draw-text.ts';
import { finishedCases } from './finished-cases.ts';
import type { OutreachAppDeps } from './outreach-deps.ts';
import { outreachText } from './outreach-text.ts';
import type { ShownWeek } from './shown-week.ts';
import { type ProgrammeShown, weekPage } from './week-page.ts';
import { weekText } from './week-text.ts';

const number = (most: number) =>
  z
    .string()
    .transform((typed) => Number(toLatinDigits(typed).replace(/[%٪\s]/gu, '') || Number.NaN))
    .pipe(z.number().min(1).max(most));

const order = z.object({
  token: z.uuid(),
  target: number(50_000).pipe(z.int()),
  completion: number(100),
  mode: z.enum(['agent', 'flow']),
  seed: z.string().trim().max(80).optional(),
});
const piece = z.object({
  id: z.uuid(),
  number: z.coerce.number().int().min(0).max(10_000).default(0),
  more: z.literal('1').optional(),
});
const listId = z.uuid();
const drawId = z.uuid();
const fileNumber = z.coerce.number().int().min(1).max(10_000).catch(1);
const day = z.iso.date();

const by = ({ agent }: View) => `agent:${agent.user}` as const;

/** Add the pages of the weekly evaluation programme: lists of transactions, the draw of a week, and its estimates. */
export function addWeekRoutes({ app, viewOf }: Shell, deps: OutreachAppDeps): void {
  const { store, blobs } = deps;
  const drawing = (view: View) => ({
    ...{ store, blobs, keys: deps.keys, rules: view.rules, rowsOf: listRows },
    numberFault: (phone: string) => numberFault(phone, view.rules.centre.phone),
  });

  async function shownWeek(week: EvaluationWeek | undefined): Promise<ShownWeek | undefined> {
    if (!week) return undefined;
    const tally = await tallyOfWeek(store, week);
    const earlier = await store.load('week', weekBefore(week.id), 0);
    const before =
      earlier?.mode === week.mode ? weekEstimates(earlier, await tallyOfWeek(store, earlier)) : undefined;
    return { week, progress: progressOf(tally), estimates: weekEstimates(week, tally), before };
  }

  async function show(c: Context, view: View, more: Partial<ProgrammeShown> = {}, status: 200 | 422 = 200) {
    const current = weekOf(localDay(view.now));
    const asked = day.safeParse(c.req.query('of'));
    const id = asked.success ? weekOf(asked.data) : current;
    const [week, frame] = await Promise.all([store.load('week', id), store.load('frame', FRAME)]);
    const shown = await shownWeek(week);
    const page = { id, isCurrent: id === current, previous: weekBefore(id), frame, shown, ...more };
    return c.html(weekPage(view, page), status);
  }

  /** Answer a run of a draw: it has ended, continues, or is refused in a sentence. */
  function afterRun(c: Context, view: View, outcome: DrawOutcome, typed?: ProgrammeShown['typed']) {
    if (outcome === 'drawn') return c.redirect('/calls-out/week?done=drawn', 303);
    if (outcome === 'goes-on' || outcome === 'over') return c.redirect('/calls-out/week', 303);
    const text = drawText[view.language].refused[outcome];
    return show(c, view, { flash: { tone: 'bad', text }, ...(typed && { typed }) }, 422);
  }

  app.get('/calls-out/week', async (c) => {
    const view = await viewOf(c);
    const { drawn, received } = weekText[view.language];
    const texts = { drawn, received, cancelled: drawText[view.language].cancelled };
    const done = z.enum(['drawn', 'received', 'cancelled']).safeParse(c.req.query('done'));
    return show(c, view, done.success ? { flash: { tone: 'good', text: texts[done.data] } } : {});
  });

  const forSupervisors =
    (act: (c: Context, view: View) => Promise<Response> | Response) => async (c: Context) => {
      const view = await viewOf(c);
      return may(view.agent.roles, 'calls-out.plan-list')
        ? act(c, view)
        : c.html(refusedPage(view, 'calls-out.plan-list'), 403);
    };

  const reading = (view: View) => ({
    now: view.now,
    context: { phoneOf, today: localDay(view.now) },
  });

  app.post(
    '/calls-out/lists',
    forSupervisors(async (c, view) => {
      const w = weekText[view.language];
      const { fields, files } = await sentForm(c);
      const given = piece.safeParse(fields);
      const [file] = files;
      const refused = (text: string) => show(c, view, { flash: { tone: 'bad', text } }, 422);
      if (!given.success || !file) return refused(w.noFile);
      const { id, number: at, more } = given.data;
      const list = await receivePiece(deps, {
        ...{ id, name: fields.name ?? file.name, number: at, bytes: file.bytes, isLast: more === undefined },
        ...{ by: by(view), now: view.now },
      });
      if (!list) return refused(w.notReceived);
      if (more !== undefined) return c.body(null, 204);
      await readTransactions(drawing(view), list, reading(view));
      return c.redirect('/calls-out/week?done=received', 303);
    }),
  );

  app.post(
    '/calls-out/lists/read',
    forSupervisors(async (c, view) => {
      const id = listId.safeParse((await c.req.parseBody()).id);
      const frame = await store.load('frame', FRAME);
      const list = frame?.lists.find((one) => one.id === id.data);
      if (list) await readTransactions(drawing(view), list, reading(view));
      return c.redirect('/calls-out/week', 303);
    }),
  );

  app.post(
    '/calls-out/lists/cancel',
    forSupervisors(async (c, view) => {
      const id = listId.safeParse((await c.req.parseBody()).id);
      if (id.success) await cancelList(deps, id.data, { by: by(view), now: view.now });
      return c.redirect('/calls-out/week', 303);
    }),
  );

  app.get(
    '/calls-out/lists/:id/issues.csv',
    forSupervisors(async (c, view) => {
      const w = weekText[view.language];
      const list = (await store.load('frame', FRAME))?.lists.find((one) => one.id === c.req.param('id'));
      if (!list) return c.html(plainPage(view, 'notFound'), 404);
      const file = fileNumber.parse(c.req.query('file'));
      const rows: string[][] = [[w.line, w.reason, w.given]];
      const [from, to] = [(file - 1) * ISSUE_PARTS, Math.min(file * ISSUE_PARTS, list.issueParts)];
      for (let part = from; part < to; part += 1)
        for (const { line, fault, given } of await getIssues(blobs, list.id, part))
          rows.push([String(line), outreachText[view.language].faults[fault], given]);
      return download(writeCsv(rows), `${list.name}-issues${file === 1 ? '' : `-${file}`}.csv`);
    }),
  );

  app.post(
    '/calls-out/week/draw',
    forSupervisors(async (c, view) => {
      const w = weekText[view.language];
      const typed = await c.req.parseBody();
      const given = order.safeParse(typed);
      const refused = (text: string) => show(c, view, { flash: { tone: 'bad', text }, typed }, 422);
      if (!given.success) {
        const { target, completion, mode, seed, expected } = w;
        const fields = labelled({ target, completion, mode, seed }, expected);
        return refused(wrongFields(given.error, fields, w.wrong));
      }
      const { token: id, target, completion, mode, seed } = given.data;
      const ordered = { by: by(view), target, completion: completion / 100, mode, seed: seed || id };
      const cases = await finishedCases(deps.figures, view.now);
      const begun = await beginDraw(drawing(view), ordered, { id, now: view.now, cases });
      if (begun !== 'begun') return refused(drawText[view.language].refused[begun]);
      return afterRun(c, view, await continueDraw(drawing(view), { id, now: view.now }), typed);
    }),
  );

  app.post(
    '/calls-out/week/draw/continue',
    forSupervisors(async (c, view) => {
      const id = drawId.safeParse((await c.req.parseBody()).id);
      if (!id.success) return c.redirect('/calls-out/week', 303);
      return afterRun(c, view, await continueDraw(drawing(view), { id: id.data, now: view.now }));
    }),
  );

  app.post(
    '/calls-out/week/draw/cancel',
    forSupervisors(async (c, view) => {
      const id = drawId.safeParse((await c.req.parseBody()).id);
      const isCancelled =
        id.success && (await cancelDraw(drawing(view), { id: id.data, by: by(view), now: view.now }));
      if (isCancelled) return c.redirect('/calls-out/week?done=cancelled', 303);
      return show(c, view, { flash: { tone: 'bad', text: drawText[view.language].notCancelled } }, 422);
    }),
  );

  // The addresses of refused forms, loaded again.
  for (const form of [
    'week/draw',
    'week/draw/continue',
    'week/draw/cancel',
    'lists',
    'lists/read',
    'lists/cancel',
  ])
    app.get(`/calls-out/${form}`, (c) => c.redirect('/calls-out/week'));
}

const WEEK = 7 * DAY;
const weekBefore = (id: string): string => new Date(Date.parse(id) - WEEK).toISOString().slice(0, 10);
