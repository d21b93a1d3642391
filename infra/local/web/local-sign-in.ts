import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import * as z from 'zod';
import { boundedForm } from '#functions/web/shell/http/bounded-form.ts';
import { ownPath } from '#functions/web/shell/http/language-choice.ts';
import type { Agent, SignIn } from '#functions/web/shell/sign-in.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import { ROLES, type Role } from '#shared/domain/staff/role.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import type { Clock, Keys } from '#shared/ports/outside.ts';
import type { EndedSessions } from './ended-sessions.ts';
import { localPage, wordsFor } from './local-page.ts';

const COOKIE = 'rida-local-session';
const PURPOSE = 'local-session.v3';
/** The order of the choice: the most frequent role first. */
const CHOICES = everyOf<Role>()(['agent', 'supervisor', 'quality', 'leader', 'administrator']);

const agentSchema = z.object({
  user: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,127}$/u),
  name: z.string().trim().max(60).catch(''),
  roles: z.array(z.enum(ROLES)).min(1).catch(['agent']),
});

/** A day of work. The clock of the computer counts: the centre's own clock may be moved by weeks. */
const SESSION_MS = 12 * HOUR;

const sessionSchema = agentSchema.extend({ id: z.string().min(1), until: z.number() });
type Session = z.output<typeof sessionSchema>;

const form = (c: Context, wrong: boolean): Response | Promise<Response> => {
  const { w } = wordsFor(c);
  const role = (value: Role) => html`<option value="${value}">${w.roles[value]}</option>`;
  const also = (value: Role) =>
    html`<label class="check"><input type="checkbox" name="also" value="${value}"><span>${w.roles[value]}</span></label>`;
  return localPage(c, {
    title: w.signInTitle,
    body: html`<section class="card narrow"><h1>${w.signInTitle}</h1><p>${w.signInText}</p>
${wrong ? html`<div class="notice notice-bad" role="alert"><p>${w.wrongName}</p></div>` : ''}
<form method="post" action="/sign-in">
<input type="hidden" name="to" value="${ownPath(c.req.query('to'))}">
<label class="field"><span>${w.userName}</span><input name="user" value="huda" required maxlength="128" autocomplete="username" dir="auto"></label>
<label class="field"><span>${w.shownName}</span><input name="name" value="هدى" maxlength="60" dir="auto"></label>
<label class="field"><span>${w.role}</span><select name="role">${CHOICES.map(role)}</select></label>
<details><summary>${w.moreRoles}</summary><p class="faint">${w.moreRolesHint}</p>${CHOICES.map(also)}</details>
<button class="primary" type="submit">${w.signIn}</button>
</form></section>`,
  });
};

/**
 * The sign-in on one computer: users choose a name and roles without a password. Roles that the staff directory gives
 * a user precede their choice. The session cookie is sealed,
 * so that a page cannot change the user. It does not authenticate and works only on this computer. A session ends
 * with the sign-out, also for a copy of its cookie.
 */
export function localSignIn(keys: Keys, ended: EndedSessions, clock: Clock = systemClock): SignIn {
  const routes = new Hono();

  async function sessionOf(c: Context): Promise<Session | undefined> {
    const [text = '', seal = ''] = (getCookie(c, COOKIE) ?? '').split('.');
    if (text === '' || !(await keys.holds(PURPOSE, text, seal))) return undefined;
    const session = sessionSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return session.until > clock.now() && !ended.hasEnded(session.id) ? session : undefined;
  }

  routes.get('/sign-in', (c) => form(c, false));
  routes.post('/sign-in', boundedForm(), async (c) => {
    const { also = [], ...sent } = await c.req.parseBody({ all: true });
    const chosen = ROLES.filter((role) => [sent.role, also].flat().includes(role));
    const agent = agentSchema.safeParse({ ...sent, roles: chosen });
    if (!agent.success) return form(c, true);
    const { user, name, roles } = agent.data;
    const session: Session = {
      ...{ user, name: name || user, roles },
      ...{ id: randomUUID(), until: clock.now() + SESSION_MS },
    };
    const text = Buffer.from(JSON.stringify(session)).toString('base64url');
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
      const session = await sessionOf(c);
      return session && { user: session.user, name: session.name, roles: session.roles };
    },
    begin: (c) => {
      const { pathname, search } = new URL(c.req.url);
      const to = c.req.method === 'GET' ? pathname + search : '/cases';
      return c.redirect(`/sign-in?to=${encodeURIComponent(to)}`, 303);
    },
    async end(c) {
      const session = await sessionOf(c);
      if (session) await ended.end(session.id, session.until, clock.now());
      deleteCookie(c, COOKIE, { path: '/' });
      return c.redirect('/sign-in', 303);
    },
  };
}
