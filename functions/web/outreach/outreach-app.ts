import type { Context, Hono } from 'hono';
import * as z from 'zod';
import type { CallPurpose } from '#events/vocabulary.ts';
import { callPurpose } from '#events/vocabulary.ts';
import { bytesSource, listRows } from '#shared/adapters/csv/list-rows.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import type { ListIssue } from '#shared/domain/outreach/listed-call.ts';
import { readList } from '#shared/domain/outreach/read-list.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { mayCommand } from '#shared/domain/staff/permissions.ts';
import type { CallOutListing } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { phoneOf } from '../shell/contact-from.ts';
import { pageOfForm } from '../shell/drafts.ts';
import {
  empty,
  instantOfLocalTime,
  labelled,
  localTime,
  reference,
  wrongFields,
} from '../shell/form-fields.ts';
import type { FormLimits } from '../shell/http/bounded-form.ts';
import { sentForm } from '../shell/http/sent-form.ts';
import { refusedPage } from '../shell/plain-page.ts';
import { shellOf } from '../shell/shell.ts';
import type { View } from '../shell/view.ts';
import { addAgentCallRoutes } from './agent-call-routes.ts';
import { loadDistributions } from './answer-distributions.ts';
import { type CallsShown, callsOutPage } from './calls-out-page.ts';
import type { OutreachAppDeps } from './outreach-deps.ts';
import { outreachText } from './outreach-text.ts';
import { planCallBack } from './plan-calls.ts';
import { planList } from './plan-list.ts';
import { addWeekRoutes } from './week-routes.ts';

const PAGE = 25;
const listing = z.enum(everyOf<CallOutListing>()(['live', 'finished']));
const token = z.uuid();
const callBack = z.object({
  token,
  reference,
  purpose: z.enum(everyOf<Exclude<CallPurpose, 'evaluation'>>()(['follow-up', 'investor'])),
  notBefore: empty.or(localTime).optional(),
});
const stopping = z.object({ id: z.string().min(1).max(80), purpose: callPurpose });

/** A list of calls is a file of some megabytes. */
const LIST_LIMITS: FormLimits = { bytes: 5_000_000, fields: 100 };

/** Return the faulty lines of a pasted list, to be corrected. All of it, if the fault is in the whole list. */
function linesOf(text: string, issues: readonly ListIssue[]): string {
  const lines = text.split(/\r\n|\r|\n/u);
  const faulty = issues.map(({ line }) => line);
  return faulty.includes(0) ? text : lines.filter((_, index) => faulty.includes(index + 1)).join('\n');
}

const by = ({ agent }: View) => `agent:${agent.user}` as const;

/** Return the pages of outgoing calls: plan them from a list or for a case, see their outcomes, stop them. */
export function outreachApp(deps: OutreachAppDeps): Hono {
  const shell = shellOf(deps, { formLimits: () => LIST_LIMITS });
  const { app, viewOf } = shell;
  addWeekRoutes(shell, deps);
  addAgentCallRoutes(shell, deps);
  const { store, figures } = deps;

  async function show(c: Context, view: View, more: Partial<CallsShown> = {}, status: 200 | 422 = 200) {
    const purpose = more.purpose ?? callPurpose.catch('evaluation').parse(c.req.query('purpose'));
    const shown = more.listing ?? listing.catch('live').parse(c.req.query('listing'));
    const cursor = c.req.query('after');
    const page = await store.callsOut(purpose, shown, { limit: PAGE, ...(cursor && { cursor }) });
    const answers = await loadDistributions(figures, purpose, view.now);
    const body = { purpose, listing: shown, calls: page.items, cursor: page.cursor, answers, ...more };
    return c.html(callsOutPage(view, body), status);
  }

  app.get('/calls-out', async (c) => {
    const view = await viewOf(c);
    const w = outreachText[view.language];
    const done = z.enum(['planned', 'stopped']).safeParse(c.req.query('done'));
    const asked = reference.safeParse(c.req.query('case') ?? '');
    return show(c, view, {
      ...(done.success && { flash: { tone: 'good', text: w[done.data] } }),
      ...(asked.success && { caseRef: asked.data }),
    });
  });

  // The addresses of refused forms, loaded again.
  for (const form of ['list', 'call-back', 'stop'])
    app.get(`/calls-out/${form}`, (c) => c.redirect(pageOfForm(c)));

  const mayPlan = ({ agent }: View): boolean => mayCommand(agent.roles, 'call-out', 'plan');

  app.post('/calls-out/list', async (c) => {
    const view = await viewOf(c);
    if (!mayPlan(view)) return c.html(refusedPage(view, 'calls-out.plan-list'), 403);
    const { fields, files } = await sentForm(c);
    const [file] = files;
    const text = fields.list ?? '';
    const sent = token.safeParse(fields.token);
    if (!sent.success) return show(c, view, { list: { text, planned: 0, issues: [] } }, 422);
    const bytes = file?.bytes ?? new TextEncoder().encode(text);
    const { calls, issues } = await readList(listRows(bytesSource(bytes)), {
      phoneOf,
      today: localDay(view.now),
    });
    const list = causeId(`list:${sent.data}`);
    const faults = await planList({ ...deps, rules: view.rules }, calls, {
      list,
      by: by(view),
      now: view.now,
    });
    const left = calls.flatMap(({ line, phone }, index) => {
      const fault = faults[index];
      return fault === undefined ? [] : [{ line, fault, given: phone }];
    });
    if (issues.length === 0 && left.length === 0)
      return c.redirect('/calls-out?purpose=evaluation&done=planned', 303);
    const all = [...issues, ...left].sort((a, b) => a.line - b.line);
    const planned = calls.length - left.length;
    const wrong = file ? '' : linesOf(text, issues);
    return show(c, view, { list: { text: wrong, planned, issues: all } }, planned > 0 ? 200 : 422);
  });

  app.post('/calls-out/call-back', async (c) => {
    const view = await viewOf(c);
    if (!mayPlan(view)) return c.html(refusedPage(view, 'calls-out.plan'), 403);
    const w = outreachText[view.language];
    const body = await c.req.parseBody();
    const given = callBack.safeParse(body);
    const refused = (text: string) => show(c, view, { flash: { tone: 'bad', text }, typed: body }, 422);
    if (!given.success) {
      const { reference: label, purpose, notBefore, expected } = w;
      const labels = { reference: label, purpose, notBefore };
      return refused(wrongFields(given.error, labelled(labels, expected), w.wrong));
    }
    const { notBefore, ...wanted } = given.data;
    const outcome = await planCallBack(
      { ...deps, rules: view.rules },
      {
        ...{ ...wanted, by: by(view), now: view.now },
        ...(notBefore !== undefined && { notBefore: instantOfLocalTime(notBefore, view) }),
      },
    );
    if (outcome === 'planned') return c.redirect(`/calls-out?purpose=${wanted.purpose}&done=planned`, 303);
    return refused(w[outcome]);
  });

  app.post('/calls-out/stop', async (c) => {
    const view = await viewOf(c);
    if (!mayCommand(view.agent.roles, 'call-out', 'stop'))
      return c.html(refusedPage(view, 'calls-out.plan'), 403);
    const w = outreachText[view.language];
    const given = stopping.safeParse(await c.req.parseBody());
    if (!given.success) return show(c, view, { flash: { tone: 'bad', text: w.wrong } }, 422);
    const { id, purpose } = given.data;
    const { outcome } = await updateCallOut(store, view.rules.outbound, {
      ...{ id, cause: causeId(`stop:${id}:${view.agent.user}`), by: by(view) },
      ...{ at: view.now, recordedAt: view.now, command: { do: 'stop', by: by(view) } },
    });
    if (outcome === 'rejected') return show(c, view, { purpose, flash: { tone: 'bad', text: w.over } }, 422);
    return c.redirect(`/calls-out?purpose=${purpose}&done=stopped`, 303);
  });
  return app;
}
