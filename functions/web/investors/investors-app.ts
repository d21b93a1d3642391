import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { planCallBackTo } from '#shared/application/plan-call-back.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { maskedCase } from '#shared/domain/cases/masked-case.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { isTooFarAhead, isTooLongAgo } from '#shared/domain/time/plausible.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { pageOfForm } from '../shell/drafts.ts';
import { statusOf } from '../shell/flash.ts';
import { reference, userName } from '../shell/form-fields.ts';
import { plainPage } from '../shell/plain-page.ts';
import { type ShellDeps, shellOf } from '../shell/shell.ts';
import type { View } from '../shell/view.ts';
import { investorsText } from './investors-text.ts';
import { dayEnd, listPlans, type PlanFilter } from './list-plans.ts';
import { actOnPlan, PLAN_FORMS } from './plan-acts.ts';
import { planCalls } from './plan-calls.ts';
import { planPage } from './plan-page.ts';
import { type PlansShown, plansPage } from './plans-page.ts';

/** Dependencies of the pages of investors. */
export interface InvestorsDeps extends ShellDeps {
  readonly store: Store;
  /** Has the words of a hand-over. */
  readonly blobs: BlobStore;
}

const MOST_SKIPPED = 100_000;
const offset = z
  .string()
  .transform((typed) => Number(toLatinDigits(typed)))
  .pipe(z.int().min(0).max(MOST_SKIPPED))
  .catch(0);
const calls = z.object({
  token: z.uuid(),
  until: z.string().transform(toLatinDigits).pipe(z.iso.date()),
});
const token = z.object({ token: z.uuid() });

/** Read a filter. Without an officer it is the plans of the person who looks. */
function filterOf(fields: Readonly<Record<string, unknown>>, { agent, rules }: View): PlanFilter {
  const officer = userName.safeParse(fields.officer ?? agent.user);
  const owing =
    typeof fields.owing === 'string' && rules.departments.has(fields.owing) ? fields.owing : undefined;
  return {
    officer: fields.officer === '-' ? undefined : officer.success ? officer.data : agent.user,
    ...{ owing, from: offset.parse(fields.from ?? '0') },
  };
}

const by = ({ agent }: View) => `agent:${agent.user}` as const;

/** Return the pages of investors: the plans of an officer, the plan of one investor, and calls for many. */
export function investorsApp(deps: InvestorsDeps): Hono {
  const { app, viewOf } = shellOf(deps);
  const { store } = deps;

  async function showList(c: Context, view: View, more: Partial<PlansShown> = {}) {
    const filter = more.filter ?? filterOf(c.req.query(), view);
    const list = await listPlans(store, view, filter);
    return c.html(plansPage(view, { filter, list, ...more }), statusOf(more.flash));
  }

  app.get('/investors', async (c) => showList(c, await viewOf(c)));

  app.post('/investors/calls', async (c) => {
    const view = await viewOf(c);
    const w = investorsText[view.language];
    const fields = await c.req.parseBody();
    const filter = filterOf(fields, view);
    const given = calls.safeParse(fields);
    const day = given.success ? Date.parse(given.data.until) : Number.NaN;
    // A Hijri year is long ago.
    if (!given.success || isTooLongAgo(day, view.now) || isTooFarAhead(day, view.now))
      return showList(c, view, { filter, flash: { tone: 'bad', text: w.wrongDay } });
    const until = dayEnd(day);
    const { planned, left } = await planCalls(store, view, {
      ...{ filter, until, token: given.data.token, by: by(view) },
    });
    const text = w.planned(String(planned), String(left));
    return showList(c, view, { filter, flash: { tone: 'good', text } });
  });
  app.get('/investors/calls', (c) => c.redirect(pageOfForm(c)));

  const investorOf = async (c: Context): Promise<Case | undefined> => {
    const given = reference.safeParse(c.req.param('reference'));
    const investor = given.success ? await store.load('case', given.data) : undefined;
    return investor?.erased ? undefined : investor;
  };

  const showPlan = (c: Context, view: View, investor: Case, wrong?: string) => {
    const w = investorsText[view.language];
    const flash =
      wrong === undefined
        ? c.req.query('done') === undefined
          ? undefined
          : ({ tone: 'good', text: c.req.query('done') === 'call' ? w.callDone : w.done } as const)
        : ({ tone: 'bad', text: wrong } as const);
    const shown = maskedCase(investor, hiddenFrom(view.agent.roles));
    return c.html(planPage(view, { investor: shown, flash }), statusOf(flash));
  };

  app.get('/investors/:reference', async (c) => {
    const view = await viewOf(c);
    const investor = await investorOf(c);
    return investor ? showPlan(c, view, investor) : c.html(plainPage(view, 'notFound'), 404);
  });

  for (const form of PLAN_FORMS) {
    app.post(`/investors/:reference/${form}`, async (c) => {
      const view = await viewOf(c);
      const investor = await investorOf(c);
      if (!investor) return c.html(plainPage(view, 'notFound'), 404);
      const wrong = await actOnPlan(deps, view, { investor, form, fields: await c.req.parseBody() });
      if (wrong === undefined) return c.redirect(`/investors/${investor.id}?done=1`, 303);
      return showPlan(c, view, (await investorOf(c)) ?? investor, wrong);
    });
    app.get(`/investors/:reference/${form}`, (c) => c.redirect(pageOfForm(c)));
  }

  app.post('/investors/:reference/call', async (c) => {
    const view = await viewOf(c);
    const w = investorsText[view.language];
    const investor = await investorOf(c);
    if (!investor) return c.html(plainPage(view, 'notFound'), 404);
    const given = token.safeParse(await c.req.parseBody());
    if (!given.success) return showPlan(c, view, investor, w.otherwise);
    const outcome = await planCallBackTo({ store, rules: view.rules }, investor, {
      ...{ purpose: 'investor', token: given.data.token, by: by(view), now: view.now },
    });
    if (outcome !== 'planned') return showPlan(c, view, investor, w.callRefused[outcome]);
    return c.redirect(`/investors/${investor.id}?done=call`, 303);
  });
  app.get('/investors/:reference/call', (c) => c.redirect(pageOfForm(c)));
  return app;
}
