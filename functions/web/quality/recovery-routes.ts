import type { Context } from 'hono';
import * as z from 'zod';
import { survivingCase } from '#shared/application/surviving-case.ts';
import { updateRecovery } from '#shared/application/tasks/update-task.ts';
import { maskedCase } from '#shared/domain/cases/masked-case.ts';
import { maskPhone } from '#shared/domain/people/mask.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import { REACHED, type RecoveryCommand } from '#shared/domain/tasks/recovery.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { pageOfForm } from '../shell/drafts.ts';
import type { Flash } from '../shell/flash.ts';
import { sentenceAbout } from '../shell/form-fields.ts';
import { plainPage } from '../shell/plain-page.ts';
import type { Shell } from '../shell/shell.ts';
import type { View } from '../shell/view.ts';
import { assignmentOf } from './assignment-of.ts';
import type { QualityDeps } from './quality-deps.ts';
import { type RecoveryShown, recoveryPage } from './recovery-page.ts';
import { recoveryText } from './recovery-text.ts';

const ACTS = ['take', 'assign', 'attempt', 'record'] as const;
type Act = (typeof ACTS)[number];

/** Read the command of a sent form, or the name of the sentence that says what is wrong. */
async function commandOf(
  act: Act,
  c: Context,
  view: View,
): Promise<RecoveryCommand | { readonly wrong: 'outcome' | 'owner' }> {
  const by = `agent:${view.agent.user}` as const;
  if (act === 'attempt') return { do: 'attempt', by };
  const typed = await c.req.parseBody();
  if (act === 'take' || act === 'assign') return assignmentOf(act, typed, view);
  const outcome = z.enum(REACHED).safeParse(typed.outcome);
  return outcome.success ? { do: 'record', outcome: outcome.data, by } : { wrong: 'outcome' };
}

/** Add the pages of dissatisfied people. */
export function addRecoveryRoutes({ app, viewOf }: Shell, { store }: QualityDeps): void {
  /** Load the person of a task: by the case of the newest answer, otherwise by the number that was kept. */
  async function personOf(task: Task, view: View): Promise<Pick<RecoveryShown, 'about' | 'phone'>> {
    const hidden = hiddenFrom(view.agent.roles);
    const answers = (task.recovery?.answers ?? []).toReversed();
    const reference = answers.find((one) => one.case !== undefined)?.case;
    const found = reference === undefined ? undefined : await store.load('case', reference, 0);
    const about = found && !found.erased ? await survivingCase(store, found) : undefined;
    const callOut = answers.find((one) => one.callOut !== undefined)?.callOut;
    const phone =
      task.recovery?.phone ??
      (callOut === undefined ? undefined : (await store.load('call-out', callOut, 0))?.phone);
    return {
      ...(about && { about: maskedCase(about, hidden) }),
      ...(phone !== undefined && { phone: hidden.has('phone') ? maskPhone(phone) : phone }),
    };
  }

  const show = async (c: Context, view: View, task: Task, flash?: Flash, status: 200 | 409 | 422 = 200) =>
    c.html(recoveryPage(view, { task, flash, ...(await personOf(task, view)) }), status);

  app.get('/quality/recovery/:id', async (c) => {
    const view = await viewOf(c);
    const task = await store.load('task', c.req.param('id'));
    if (task?.kind !== 'recovery') return c.html(plainPage(view, 'notFound'), 404);
    const done = z.enum(ACTS).safeParse(c.req.query('done'));
    const text = done.success ? recoveryText[view.language].done[done.data] : undefined;
    return show(c, view, task, text === undefined ? undefined : { tone: 'good', text });
  });

  for (const act of ACTS) {
    const path = `/quality/recovery/:id/${act}` as const;
    app.post(path, async (c) => {
      const view = await viewOf(c);
      const w = recoveryText[view.language];
      const id = c.req.param('id');
      const task = await store.load('task', id);
      if (task?.kind !== 'recovery') return c.html(plainPage(view, 'notFound'), 404);
      const command = await commandOf(act, c, view);
      if ('wrong' in command) {
        const text = sentenceAbout(command.wrong === 'owner' ? w.assignTo : w.record, w.wrong[command.wrong]);
        return show(c, view, task, { tone: 'bad', text }, 422);
      }
      const done = await updateRecovery(store, view.rules, {
        // A double click is one act, because both clicks saw the same version.
        ...{ id, command, by: `agent:${view.agent.user}`, at: view.now, recordedAt: view.now },
        cause: causeId(JSON.stringify([act, id, view.agent.user, task.version, command])),
      });
      if (done.outcome !== 'rejected') return c.redirect(`/quality/recovery/${id}?done=${act}`, 303);
      const text = w.refused[done.rejection.rejected];
      return show(c, view, (await store.load('task', id)) ?? task, { tone: 'bad', text }, 409);
    });
    // The address of a refused form, loaded again.
    app.get(path, (c) => c.redirect(pageOfForm(c)));
  }
}
