import type { Context } from 'hono';
import * as z from 'zod';
import { checkVerdict } from '#events/task-vocabulary.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { updateCheck } from '#shared/application/tasks/update-check.ts';
import { readMarks, unanswered } from '#shared/domain/tasks/conversation-form.ts';
import type { CheckCommand, CheckKind } from '#shared/domain/tasks/decide-check.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { can } from '../shell/access.ts';
import { pageOfForm } from '../shell/drafts.ts';
import type { Flash } from '../shell/flash.ts';
import { sentenceAbout } from '../shell/form-fields.ts';
import { plainPage } from '../shell/plain-page.ts';
import type { Shell } from '../shell/shell.ts';
import type { View } from '../shell/view.ts';
import { assignmentOf } from './assignment-of.ts';
import { type CheckShown, checkPage } from './check-page.ts';
import { checkText } from './check-text.ts';
import type { QualityDeps } from './quality-deps.ts';

const CHECK_KINDS = ['closure-audit', 'conversation-review'] as const satisfies readonly CheckKind[];
const ACTS = ['take', 'assign', 'check'] as const;
const DONE = [...ACTS, 'reopened', 'notReopened'] as const;
const MOST_NOTE = 1000;

type Fields = Readonly<Record<string, unknown>>;
type Wrong = { readonly wrong: keyof (typeof checkText)['ar']['wrong'] };

function resultOf(kind: CheckKind, fields: Fields, by: `agent:${string}`): CheckCommand | Wrong {
  if (kind === 'closure-audit') {
    const verdict = checkVerdict.safeParse(fields.verdict);
    return verdict.success ? { do: 'check', verdict: verdict.data, by } : { wrong: 'verdict' };
  }
  const marks = readMarks(fields);
  if (marks === undefined) return { wrong: 'marks' };
  const note = z
    .string()
    .trim()
    .max(MOST_NOTE)
    .safeParse(fields.note ?? '');
  return note.success ? { do: 'check', marks, note: note.data, by } : { wrong: 'note' };
}

/** Read the command of a sent form, or the name of the sentence that says what is wrong. */
function commandOf(
  act: (typeof ACTS)[number],
  { kind }: CheckShown['task'],
  fields: Fields,
  view: View,
): CheckCommand | Wrong {
  return act === 'check'
    ? resultOf(kind, fields, `agent:${view.agent.user}`)
    : assignmentOf(act, fields, view);
}

/** Return the sentence about a wrong field after its label, which of a review are its unanswered questions. */
function wrongText({ wrong }: Wrong, typed: Fields, { language }: View): string {
  const w = checkText[language];
  const labels = {
    ...{ verdict: w.verdict, note: w.note, owner: w.assignTo },
    marks: unanswered(typed)
      .map(({ text }) => text[language])
      .join(language === 'ar' ? '، ' : ', '),
  };
  return sentenceAbout(labels[wrong], w.wrong[wrong]);
}

/** Add the pages of the checks of closed cases and conversations. */
export function addCheckRoutes({ app, viewOf }: Shell, { store }: QualityDeps): void {
  async function checkOf(kind: CheckKind, id: string, view: View): Promise<CheckShown['task'] | undefined> {
    const task: Task | undefined = await store.load('task', id);
    if (task?.kind !== kind || task.check === undefined) return undefined;
    // The reviews of colleagues are their own.
    const isOpen = can(view, 'quality.check') || task.check.agent === view.agent.user;
    return isOpen || kind === 'closure-audit' ? (task as CheckShown['task']) : undefined;
  }

  /** Reopen a case whose matter is not finished. Return the sentence about its outcome. */
  async function reopenedBy(
    { case: id = '' }: CheckShown['task']['check'],
    cause: string,
    view: View,
  ): Promise<'reopened' | 'notReopened'> {
    const by = `agent:${view.agent.user}` as const;
    const done = await handleCommand(
      { store, rules: view.rules },
      {
        ...{ id, by, command: { do: 'reopen', by }, cause, at: view.now, recordedAt: view.now },
        ...{ correlationId: cause, causationId: cause },
      },
    );
    if (done.outcome !== 'rejected') return 'reopened';
    // Somebody reopened it before.
    return 'from' in done.rejection ? 'reopened' : 'notReopened';
  }

  const show = (c: Context, view: View, shown: CheckShown, status: 200 | 409 | 422 = 200) =>
    c.html(checkPage(view, shown), status);

  for (const kind of CHECK_KINDS) {
    app.get(`/quality/${kind}/:id`, async (c) => {
      const view = await viewOf(c);
      const w = checkText[view.language];
      const task = await checkOf(kind, c.req.param('id'), view);
      if (task === undefined) return c.html(plainPage(view, 'notFound'), 404);
      const done = z.enum(DONE).safeParse(c.req.query('done')).data;
      const text = done === 'reopened' || done === 'notReopened' ? w[done] : done && w.done[done];
      const flash: Flash | undefined = text === undefined ? undefined : { tone: 'good', text };
      return show(c, view, { task, flash });
    });

    for (const act of ACTS) {
      app.post(`/quality/${kind}/:id/${act}`, async (c) => {
        const view = await viewOf(c);
        const w = checkText[view.language];
        const id = c.req.param('id');
        const task = await checkOf(kind, id, view);
        if (task === undefined) return c.html(plainPage(view, 'notFound'), 404);
        const typed: Fields = await c.req.parseBody();
        const command = commandOf(act, task, typed, view);
        if ('wrong' in command)
          return show(
            c,
            view,
            { task, typed, flash: { tone: 'bad', text: wrongText(command, typed, view) } },
            422,
          );
        // A double click is one act, because both clicks saw the same version.
        const cause = causeId(JSON.stringify([act, id, view.agent.user, task.version, command]));
        const done = await updateCheck(store, view.rules, {
          ...{ id, command, by: `agent:${view.agent.user}`, at: view.now, recordedAt: view.now, cause },
        });
        if (done.outcome === 'rejected') {
          const now = (await checkOf(kind, id, view)) ?? task;
          const text = w.refused[done.rejection.rejected];
          return show(c, view, { task: now, typed, flash: { tone: 'bad', text } }, 409);
        }
        const isOpenAgain = command.do === 'check' && command.verdict === 'not-finished';
        const shown = isOpenAgain ? await reopenedBy(task.check, cause, view) : act;
        return c.redirect(`/quality/${kind}/${id}?done=${shown}`, 303);
      });
      // The address of a refused form, loaded again.
      app.get(`/quality/${kind}/:id/${act}`, (c) => c.redirect(pageOfForm(c)));
    }
  }
}
