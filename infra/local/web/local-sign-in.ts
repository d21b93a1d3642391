import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import * as z from 'zod';
import { boundedForm } from '#functions/web/shell/http/bounded-form.ts';
import { ownPath } from '#functions/web/shell/http/language-choice.ts';
import type { Agent, SignIn } from '#functions/web/shell/sign-in.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import type { Keys } from '#shared/ports/outside.ts';
import { localPage, wordsFor } from './local-page.ts';

const COOKIE = 'rida-local-session';
const PURPOSE = 'local-session.v1';
const ROLES = everyOf<Role>()(['agent', 'supervisor', 'leader']);

const agentSchema = z.object({
  user: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,127}$/u),
  name: z.string().trim().max(60).catch(''),
  role: z.enum(ROLES).catch('agent'),
});

const form = (c: Context, wrong: boolean): Response | Promise<Response> => {
  const { w } = wordsFor(c);
  const role = (value: Role) => html`<option value="${value}">${w.roles[value]}</option>`;
  return localPage(c, {
    title: w.signInTitle,
    body: html`<section class="card narrow"><h1>${w.signInTitle}</h1><p>${w.signInText}</p>
${wrong ? html`<div class="notice notice-bad" role="alert"><p>${w.wrongName}</p></div>` : ''}
<form method="post" action="/sign-in">
<input type="hidden" name="to" value="${ownPath(c.req.query('to'))}">
<label class="field"><span>${w.userName}</span><input name="user" value="salem" required maxlength="128" autocomplete="username" dir="auto"></label>
<label class="field"><span>${w.shownName}</span><input name="name" value="سالم" maxlength="60" dir="auto"></label>
<label class="field"><span>${w.role}</span><select name="role">${ROLES.map(role)}</select></label>
<button class="primary" type="submit">${w.signIn}</button>
</form></section>`,
  });
};

/**
 * The sign-in on one computer: users choose a name and role without a password. The session cookie is sealed,
 * so that a page cannot change the user. It does not authenticate and works only on this computer.
 */
export function localSignIn(keys: Keys): SignIn {
  const routes = new Hono();
  routes.get('/sign-in', (c) => form(c, false));
  routes.post('/sign-in', boundedForm(), async (c) => {
    const sent = await c.req.parseBody();
    const agent = agentSchema.safeParse(sent);
    if (!agent.success) return form(c, true);
    const { user, name, role } = agent.data;
    const text = Buffer.from(JSON.stringify({ user, name: name || user, role })).toString('base64url');
    setCookie(c, COOKIE, `${text}.${await keys.seal(PURPOSE, text)}`, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
    });
    return c.redirect(ownPath(typeof sent.to === 'string' ? sent.to : undefined), 303);
  });

  return {
    routes,
    async session(c): Promise<Agent | undefined> {
      const [text = '', seal = ''] = (getCookie(c, COOKIE) ?? '').split('.');
      if (text === '' || !(await keys.holds(PURPOSE, text, seal))) return undefined;
      return agentSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    },
    begin: (c) => {
      const { pathname, search } = new URL(c.req.url);
      const to = c.req.method === 'GET' ? pathname + search : '/cases';
      return c.redirect(`/sign-in?to=${encodeURIComponent(to)}`, 303);
    },
    end: (c) => {
      deleteCookie(c, COOKIE, { path: '/' });
      return c.redirect('/sign-in', 303);
    },
  };
}
