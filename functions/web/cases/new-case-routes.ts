import { type Context, Hono } from 'hono';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { openCase } from '#shared/application/open-case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { mayCommand } from '#shared/domain/staff/permissions.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { pageOfForm } from '../shell/drafts.ts';
import { refusedPage } from '../shell/plain-page.ts';
import type { Agent } from '../shell/sign-in.ts';
import type { View } from '../shell/view.ts';
import type { ConsoleDeps } from './cases-deps.ts';
import { type NewCase, newCaseFrom } from './new-case.ts';
import { newCasePage } from './new-case-page.ts';

/** Identifies the person of a case without a mail address and a telephone number. No other case has it. */
const unnamed = (cause: string): string => `${cause}@unknown.invalid`;

/** Open a case by hand once, however often its form is sent. Return its reference. */
async function openByHand(
  { store, blobs, keys, clock }: ConsoleDeps,
  { token, at, open, message, toMe }: NewCase,
  { agent, rules }: { readonly agent: Agent; readonly rules: Rules },
): Promise<string> {
  const now = clock.now();
  const cause = causeId(JSON.stringify(['new case', agent.user, token, open, message]));
  const { email, phone } = open.beneficiary;
  const contact =
    email !== undefined ? { email } : phone !== undefined ? { phone } : { email: unnamed(cause) };
  const trace = {
    by: `agent:${agent.user}`,
    recordedAt: now,
    correlationId: cause,
    causationId: cause,
  } as const;
  const done = await openCase(
    { store, rules, keys },
    {
      ...{ ...trace, cause, at },
      openCaseFrom: { ...open, beneficiary: { ...open.beneficiary, id: await beneficiaryId(keys, contact) } },
      before: (reference) =>
        saveMessage(blobs, reference, {
          ...{ id: cause, direction: 'in', at, to: [], attachments: [], reasons: [] },
          ...message,
        }),
    },
  );
  if (toMe)
    await handleCommand(
      { store, rules },
      {
        ...{ ...trace, id: done.case.id, at: Math.max(at, now), cause: causeId(`${cause}#assign`) },
        command: { do: 'assign', to: agent.user, by: trace.by },
      },
    );
  return done.case.id;
}

/** Return the pages with which staff open a case by hand. */
export function newCasePages(deps: ConsoleDeps, viewOf: (c: Context) => Promise<View>): Hono {
  const app = new Hono();

  app.get('/cases/new', async (c) => {
    const view = await viewOf(c);
    return c.html(newCasePage(view, c.req.query()));
  });

  // The address of a refused form, loaded again.
  app.get('/cases/new/open', (c) => c.redirect(pageOfForm(c)));

  app.post('/cases/new/open', async (c) => {
    const view = await viewOf(c);
    const { agent, rules, now } = view;
    if (!mayCommand(agent.roles, 'case', 'open')) return c.html(refusedPage(view, 'cases.work'), 403);
    const body = await c.req.parseBody();
    const read = newCaseFrom(body, { rules, now });
    if ('wrong' in read) return c.html(newCasePage(view, body, read.wrong), 422);
    return c.redirect(`/cases/${await openByHand(deps, read, { agent, rules })}?done=opened#content`, 303);
  });

  return app;
}
