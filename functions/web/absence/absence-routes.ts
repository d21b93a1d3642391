import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { updateStaff } from '#shared/application/update-staff.ts';
import { worksCases } from '#shared/domain/staff/choose-assignee.ts';
import type { StaffCommand } from '#shared/domain/staff/decide-staff.ts';
import { mayCommand } from '#shared/domain/staff/permissions.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { can } from '../shell/access.ts';
import { pageOfForm } from '../shell/drafts.ts';
import { type Flash, statusOf } from '../shell/flash.ts';
import {
  empty,
  instantOfLocalTime,
  labelled,
  localTime,
  userName,
  wrongFields,
} from '../shell/form-fields.ts';
import { refusedPage } from '../shell/plain-page.ts';
import type { View } from '../shell/view.ts';
import { absencePage, seenField, type TypedAbsence } from './absence-page.ts';
import { absenceText } from './absence-text.ts';

const common = z.object({ token: z.uuid(), user: userName });
/** The version of the absence that the person saw. */
const version = z.coerce.number().int().nonnegative().optional().catch(undefined);
const plan = z.object({
  from: localTime,
  until: empty.or(localTime).optional(),
  handOverTo: empty.or(userName).optional(),
});

const expectedOf = ({ who, from, until, handOverTo, expected }: (typeof absenceText)['ar']) =>
  labelled({ user: who, from, until, handOverTo }, expected);

/** Return the users whose absences this agent may edit: a supervisor all, everyone else only their own. */
const theirs = (view: View): string[] =>
  can(view, 'absence.others')
    ? [...new Set([view.agent.user, ...view.rules.staff.keys()])]
    : [view.agent.user];

function commandOf(action: 'plan' | 'back', body: unknown, view: View): StaffCommand | z.ZodError {
  const by = `agent:${view.agent.user}` as const;
  if (action === 'back') return { do: 'end-absence', by };
  const given = plan.safeParse(body);
  if (!given.success) return given.error;
  const { from, until, handOverTo } = given.data;
  const colleague = handOverTo === undefined ? undefined : view.rules.staff.get(handOverTo);
  if (handOverTo !== undefined && !(colleague && worksCases(colleague)))
    return new z.ZodError([
      { code: 'custom', path: ['handOverTo'], message: 'not a colleague', input: handOverTo },
    ]);
  return {
    ...{ do: 'plan-absence', from: instantOfLocalTime(from, view), by },
    ...(until !== undefined && { until: instantOfLocalTime(until, view) }),
    ...(handOverTo !== undefined && { handOverTo }),
  };
}

/** Return the pages on which staff enter absences and choose the colleague who takes over their cases. */
export function absencePages(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  viewOf: (c: Context) => Promise<View>,
): Hono {
  const app = new Hono();

  const show = async (c: Context, view: View, flash?: Flash, typed?: TypedAbsence) => {
    const users = theirs(view);
    const states = await Promise.all(users.map((user) => store.load('staff', user)));
    const members = users.map((id, at) => states[at] ?? { id, version: 0, causes: [] });
    return c.html(absencePage(view, members, { flash, typed }), statusOf(flash));
  };

  app.get('/', async (c) => {
    const view = await viewOf(c);
    const done = c.req.query('done') === '1';
    return show(c, view, done ? { tone: 'good', text: absenceText[view.language].done } : undefined);
  });

  for (const action of ['plan', 'back'] as const) {
    // The address of a refused form, loaded again.
    app.get(`/${action}`, (c) => c.redirect(pageOfForm(c)));
    app.post(`/${action}`, async (c) => {
      const view = await viewOf(c);
      const { agent, language } = view;
      const body = await c.req.parseBody();
      const w = absenceText[language];
      const shown = common.safeParse(body);
      const command = shown.success ? commandOf(action, body, view) : shown.error;
      const typed = action === 'plan' ? body : undefined;
      if (!shown.success || command instanceof z.ZodError) {
        const error = command as z.ZodError;
        return show(c, view, { tone: 'bad', text: wrongFields(error, expectedOf(w), w.wrong) }, typed);
      }
      const { user, token } = shown.data;
      if (!mayCommand(agent.roles, 'staff', command.do)) return c.html(refusedPage(view, 'absence.own'), 403);
      if (!theirs(view).includes(user)) return c.html(refusedPage(view, 'absence.others'), 403);
      const now = clock.now();
      // Going back and sending again is the same act, although its draft is another one.
      const { draft: _, ...written } = body;
      const cause = causeId(
        JSON.stringify(['absence', user, agent.user, action, token, Object.entries(written)]),
      );
      const done = await updateStaff(store, {
        ...{ id: user, command, cause, by: `agent:${agent.user}`, at: now, recordedAt: now },
        seen: version.parse(body[seenField(user)]),
      });
      if (done.outcome === 'rejected') {
        const { rejected } = done.rejection;
        const conflict = rejected === 'overtaken';
        return show(c, view, { tone: 'bad', text: w.rejected[rejected], conflict }, typed);
      }
      return c.redirect('/absence?done=1', 303);
    });
  }
  return app;
}
