import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import * as z from 'zod';
import { languageFor } from '#functions/web/shell/http/language-choice.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { AgentDesk } from '../phone/agent-desk.ts';
import type { AgentResult } from '../phone/agents.ts';
import { QUEUES } from '../phone/local-agent-event.ts';
import { localPage } from './local-page.ts';
import { phoneText } from './phone-text.ts';

const MOST_JSON = 16 * 1024;

const user = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,63}$/u);

/** All actions of an agent, by name. */
const order = z.discriminatedUnion('act', [
  z.object({ act: z.literal('sign-on'), user, name: z.string().trim().max(60).default('') }),
  ...(['available', 'away', 'sign-off', 'answer', 'decline', 'hold', 'resume', 'end', 'finish'] as const).map(
    (act) => z.object({ act: z.literal(act), user }),
  ),
  z.object({ act: z.literal('transfer'), user, queue: z.enum(QUEUES) }),
  z.object({ act: z.literal('transfer-to-agent'), user, agent: user }),
  z.object({ act: z.literal('say'), user, text: z.string().trim().min(1).max(1000) }),
  z.object({ act: z.literal('task-done'), user, task: z.string().min(1).max(100) }),
]);
type Order = z.infer<typeof order>;

function follow(desk: AgentDesk, given: Order): Promise<AgentResult> {
  switch (given.act) {
    case 'sign-on':
      return desk.signOn(given.user, given.name || given.user);
    case 'sign-off':
      return desk.signOff(given.user);
    case 'transfer':
      return desk.transfer(given.user, { queue: given.queue });
    case 'transfer-to-agent':
      return desk.transfer(given.user, { agent: given.agent });
    case 'say':
      return desk.say(given.user, given.text);
    case 'task-done':
      return desk.taskDone(given.task).then(() => ({ ok: true }));
    default:
      return desk[given.act](given.user);
  }
}

export interface PhoneDeskDeps {
  readonly desk: AgentDesk;
  readonly rules: { current(): Promise<Pick<Rules, 'staff'>> };
}

/** The page of agents, and the endpoints for its script. */
export function phoneDesk({ desk, rules }: PhoneDeskDeps): Hono {
  const app = new Hono();

  app.get('/phone/agents', async (c) => {
    const language = languageFor(c);
    const w = phoneText[language];
    const { staff } = await rules.current();
    const colleague = ([id, { name }]: [string, { name: Record<'ar' | 'en', string> }]) =>
      html`<option value="${id}">${name[language]}</option>`;
    return localPage(c, {
      title: w.agentsTitle,
      here: '/phone',
      script: '/local/phone-desk.js',
      body: html`<h1>${w.agentsTitle}</h1><p>${w.agentsText} <a href="/phone">${w.callerLink}</a></p>
<noscript><div class="notice notice-warn"><p>${w.needsScript}</p></div></noscript>
<div id="desk" data-language="${language}" data-words="${JSON.stringify(w)}">
<p id="says" class="notice notice-warn" role="alert" hidden></p>
<section class="card" id="who"><h2>${w.whoAreYou}</h2><form id="sign-on">
<div class="columns">${
        staff.size === 0
          ? ''
          : html`<label class="field"><span>${w.colleague}</span><select id="colleague"><option value="">—</option>${[...staff].map(colleague)}</select></label>`
      }
<label class="field"><span>${staff.size === 0 ? w.name : w.otherName}</span><input id="name" maxlength="60" dir="auto" autocomplete="username"></label></div>
<button class="primary" type="submit">${w.signOn}</button></form></section>
<div class="columns" id="work" hidden>
<section class="card"><p class="big" id="me"></p><p class="faint" id="my-state" role="status"></p><div class="row-actions" id="my-acts"></div></section>
<section class="card" id="call"></section>
</div>
<div class="columns">
<section class="card"><h2>${w.queuesTitle}</h2><div id="queues"></div></section>
<section class="card"><h2>${w.agents}</h2><div id="agents"></div></section>
</div>
<section class="card" id="task-card" hidden><h2>${w.tasks}</h2><ul class="calls" id="tasks"></ul></section>
</div>`,
    });
  });

  app.get('/phone/desk', (c: Context) => {
    const given = user.safeParse(c.req.query('user'));
    return c.json(desk.view(given.success ? given.data : undefined));
  });

  app.post('/phone/desk', bodyLimit({ maxSize: MOST_JSON }), async (c) => {
    const given = order.safeParse(await c.req.json().catch(() => undefined));
    if (!given.success) {
      const [issue] = given.error.issues;
      return c.json({ wrong: `${issue?.path.join('.') || 'act'}: ${issue?.message}` }, 422);
    }
    const done = await follow(desk, given.data);
    return c.json({ ...done, view: desk.view(given.data.user) }, done.ok ? 200 : 409);
  });
  return app;
}
