import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { readMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import { pageOfForm } from '../shell/drafts.ts';
import { sentForm } from '../shell/http/sent-form.ts';
import type { View } from '../shell/view.ts';
import { type ActionName, actionNames } from './actions/actions.ts';
import type { Refused } from './actions/case-actions.ts';
import { caseFiles } from './case-files.ts';
import { casePage, doneFrom } from './case-page.ts';
import type { ConsoleDeps } from './cases-deps.ts';
import { dataRequestPages } from './data-request-pages.ts';
import { chosenTemplate } from './fill-template.ts';
import { listRoutes } from './list-routes.ts';
import { loadCase } from './load-case.ts';
import { markSeen } from './mark-seen.ts';
import { maskedFile } from './masked-file.ts';
import { newCasePages } from './new-case-routes.ts';
import { withinOf } from './next-address.ts';
import { act, isDone } from './perform-action.ts';
import { suggestionFor } from './suggestion-for.ts';

/** The version before which the timeline is shown. Another value counts as missing. */
const version = z.coerce.number().int().min(2).max(10_000_000).optional().catch(undefined);

/** Return a reply that was undone, and not sent again since. */
async function undoneReply(
  blobs: ConsoleDeps['blobs'],
  { id, heldReply }: Case,
  message: string,
): Promise<Message | undefined> {
  if (!/^[\w-]{1,64}$/u.test(message) || heldReply?.message === message) return undefined;
  const found = await readMessage(blobs, id, message);
  return found?.direction === 'out' ? found : undefined;
}

/** Return the pages of cases: the list, the case and its actions. */
export function casePages(deps: ConsoleDeps, viewOf: (c: Context) => Promise<View>): Hono {
  const { store, blobs } = deps;
  const app = new Hono();

  app.route('/cases', listRoutes(deps, viewOf));

  app.route('/', newCasePages(deps, viewOf));
  app.route('/', caseFiles(deps, viewOf));
  app.route('/', dataRequestPages(deps, viewOf));

  const showCase = async (c: Context, refused?: Refused) => {
    const view = await viewOf(c);
    const reference = parseReference(c.req.param('reference') ?? '');
    const before = version.parse(c.req.query('before'));
    const loaded =
      reference && (await loadCase({ store, blobs, rules: view.rules, now: view.now }, reference, before));
    if (!loaded) return c.notFound();
    const hidden = hiddenFrom(view.agent.roles);
    const file = maskedFile(loaded, hidden);
    const { id, assignee } = file.supportCase;
    if (hidden.size === 0 && assignee !== view.agent.user) c.set('readCase', `/cases/${id}`);
    const template = chosenTemplate(c.req.query('template'), file.supportCase, view);
    const again = refused?.fields.filesOf ?? c.req.query('undone');
    const undone = again === undefined ? undefined : await undoneReply(blobs, file.supportCase, again);
    const replying = { template, undone };
    const suggestion = await suggestionFor(deps.suggester, file, { ...deps, rules: view.rules });
    const done = doneFrom(c.req.query('done'));
    return c.html(
      casePage(view, file, {
        replying,
        ...(suggestion && { suggestion }),
        ...(done && { done }),
        ...(refused && { refused }),
      }),
      refused ? (refused.acted.outcome === 'wrong' ? 422 : 409) : 200,
    );
  };

  app.get('/cases/:reference', (c) => showCase(c));

  app.post('/cases/:reference/seen', async (c) => {
    const reference = parseReference(c.req.param('reference'));
    const supportCase = reference && (await store.load('case', reference));
    if (!supportCase) return c.notFound();
    await markSeen(deps, await viewOf(c), supportCase);
    return c.body(null, 204);
  });

  const perform = async (c: Context, supportCase: Case, action: ActionName): Promise<Response> => {
    const { fields, files } = await sentForm(c);
    const attempt = {
      ...{ supportCase, action, fields, files },
      ...{ agent: c.get('agent'), rules: await deps.rules.current() },
    };
    const acted = await act(deps, attempt);
    if (!isDone(acted)) {
      const emptyFiles = files.filter(({ bytes }) => bytes.length === 0).map(({ name }) => name);
      return showCase(c, { action, acted, fields, lostFiles: files.length, emptyFiles });
    }
    const within = withinOf(c.req.header('Referer') ?? '');
    const done = acted.outcome === 'done' ? action : acted.outcome;
    const undone = action === 'undo-reply' ? `&undone=${encodeURIComponent(fields.message ?? '')}` : '';
    return c.redirect(`/cases/${supportCase.id}?${within && `${within}&`}done=${done}${undone}#content`, 303);
  };

  for (const action of actionNames) {
    // The address of a refused form, loaded again.
    app.get(`/cases/:reference/${action}`, (c) => c.redirect(pageOfForm(c)));
    app.post(`/cases/:reference/${action}`, async (c) => {
      const reference = parseReference(c.req.param('reference') ?? '');
      const supportCase = reference && (await store.load('case', reference));
      if (!supportCase) return c.notFound();
      return perform(c, supportCase, action);
    });
  }

  return app;
}
