import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { rolesOf } from '#shared/domain/staff/role.ts';
import { userOf } from '#shared/domain/staff/user-of.ts';
import type { AccessLog } from '#shared/ports/access-log.ts';
import type { RulesSource } from '#shared/ports/outside.ts';
import { guard, type RefusedRequest, recordsReads } from './access.ts';
import { type DraftDeps, endDrafts } from './drafts.ts';
import { boundedForm, type FormLimits, statusOfRequest } from './http/bounded-form.ts';
import { languageFor } from './http/language-choice.ts';
import { pageHeaders } from './http/page-headers.ts';
import { plainPage, refusedPage } from './plain-page.ts';
import { plainPublicPage } from './plain-public-page.ts';
import { sessionOver } from './session-over.ts';
import type { Agent, SignIn } from './sign-in.ts';
import type { View } from './view.ts';

/** Dependencies of every site behind the sign-in. */
export interface ShellDeps extends DraftDeps {
  readonly rules: RulesSource;
  readonly signIn: SignIn;
  readonly accessLog: AccessLog;
  /** Receives an error before the person gets the error page. */
  onError(error: Error): void;
  /** Receives a request that the matrix of roles refused. */
  onRefused(request: RefusedRequest): void;
}

export interface Shell {
  /** Takes the pages that require a sign-in. */
  readonly app: Hono;
  viewOf(c: Context): Promise<View>;
}

interface Site {
  /** The routes served without a session. */
  readonly open?: Hono;
  /** The limits of a form, for sites whose forms have files. */
  readonly formLimits?: (c: Context) => FormLimits;
}

const PAGE_OF = { 400: 'unreadable', 404: 'notFound', 413: 'tooLarge' } as const;

const isForm = ({ req: { method } }: Context): boolean => method !== 'GET' && method !== 'HEAD';

const NOBODY: Agent = { user: '-', name: '', roles: [] };

/**
 * Return the shell of a staff site: headers, sign-in, origin check of forms, the guard of the matrix of roles, and
 * the pages for missing, refused and failed requests.
 */
export function shellOf(
  { rules, clock, drafts, accessLog, signIn, onError, onRefused }: ShellDeps,
  { open = new Hono(), formLimits }: Site = {},
): Shell {
  const app = new Hono();

  const viewOf = async (c: Context): Promise<View> => {
    const { pathname, search } = new URL(c.req.url);
    return {
      agent: (c.get('agent') as Agent | undefined) ?? NOBODY,
      language: languageFor(c),
      now: clock.now(),
      rules: await rules.current(),
      path: c.req.method === 'GET' ? `${pathname}${search}` : '/',
    };
  };

  app.use(pageHeaders({ referrerPolicy: 'same-origin', connects: true }));
  app.route('/', open);
  app.use(
    csrf({
      origin: async (origin, c) =>
        origin === new URL(c.req.url).origin ||
        origin === new URL((await rules.current()).centre.publicUrl).origin,
    }),
  );
  // After the check of the origin: no other site may sign a browser in as somebody of its choice.
  app.route('/', signIn.routes);
  app.use(async (c, next) => {
    const agent = await signIn.session(c);
    if (!agent) {
      // A part of an open page is not replaced by the page of the sign-in.
      if (c.req.header('HX-Request') === 'true') return c.body(null, 401);
      return isForm(c) ? sessionOver(c) : signIn.begin(c);
    }
    const { staff } = await rules.current();
    const user = userOf(staff, agent.user);
    c.set('agent', { ...agent, user, roles: rolesOf(agent.roles, staff.get(user)?.roles) });
    return next();
  });
  app.use(
    guard(async (c, request) => {
      onRefused(request);
      return c.html(refusedPage(await viewOf(c), request.access), 403);
    }),
  );
  app.use(recordsReads(({ user, ...read }) => accessLog.record({ ...read, user, at: clock.now() })));
  app.use(boundedForm(formLimits));
  app.use(async (c, next) => {
    await next();
    // A form that was carried out answers with a redirect. A refused one keeps its draft.
    if (isForm(c) && c.res.status === 303)
      await endDrafts(c, { drafts, clock }, (place) => ({ place, user: c.get('agent').user }));
  });
  app.notFound(async (c) => c.html(plainPage(await viewOf(c), 'notFound'), 404));
  app.onError(async (error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    const status = statusOfRequest(error);
    if (status !== undefined) return c.html(plainPage(await viewOf(c), PAGE_OF[status]), status);
    onError(error);
    const view = await viewOf(c).catch(() => undefined);
    return c.html(view ? plainPage(view, 'failed') : plainPublicPage(), 500);
  });
  return { app, viewOf };
}
