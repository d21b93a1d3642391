import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { may, type Permission } from '#shared/domain/staff/permissions.ts';
import {
  type RouteAccess,
  type Access as RouteNeed,
  rowOf,
  rowPath,
} from '#shared/domain/staff/route-access.ts';
import type { Access } from '#shared/ports/access-log.ts';
import type { Agent } from './sign-in.ts';

type Member = Pick<Agent, 'roles'>;

/** Check whether a signed-in person has a permission of the matrix. */
export const can = ({ agent }: { readonly agent: Member }, permission: Permission): boolean =>
  may(agent.roles, permission);

/** Check whether the roles of a signed-in person open a route of this access. */
export const opens = ({ roles }: Member, access: RouteNeed | undefined): boolean => {
  if (access === undefined) return false;
  if (access === 'public' || access === 'this-computer') return true;
  return access === 'signed-in' ? roles.length > 0 : may(roles, access);
};

/** The pages with which a person may start, in the order of preference. */
const HOMES = ['/cases', '/figures', '/settings'] as const;

/** Return the first page that a person may open. */
export const homeOf = (agent: Member): string => HOMES.find((path) => opens(agent, rowOf(path)?.GET)) ?? '/';

/** Everyone signs out, also a person without a role. */
const SIGN_OUT = '/sign-out';

/** A request that the matrix refused. It names no person. */
export interface RefusedRequest {
  readonly route: string;
  readonly roles: readonly string[];
  /** The access that the route needs; undefined when the matrix has no row for it. */
  readonly access: RouteNeed | undefined;
}

interface Matched {
  readonly method: string;
  readonly path: string;
  readonly row: RouteAccess | undefined;
}

/** Return the route that will answer; undefined when no route does. */
function routeOf(c: Context): Matched | undefined {
  const found = matchedRoutes(c).find(({ method }) => method !== 'ALL');
  return found && { method: found.method, path: rowPath(found.path), row: rowOf(found.path) };
}

/** Refuse each request that the matrix does not allow to the roles of the signed-in person. */
export const guard =
  (refuse: (c: Context, request: RefusedRequest) => Promise<Response>): MiddlewareHandler =>
  async (c, next) => {
    const found = routeOf(c);
    if (!found) return next();
    const { method, path, row } = found;
    const { roles } = c.get('agent');
    const access = row?.[method as 'GET' | 'POST'];
    if (opens({ roles }, access) || path === SIGN_OUT) return next();
    return refuse(c, { route: `${method} ${path}`, roles, access });
  };

/** The longest recorded path. Longer ones name nothing. */
const LONGEST_PATH = 300;

/**
 * Record each answered read that its row of the matrix wants recorded. Nothing is answered that could not be recorded.
 * Of a case, its page says whether the reader saw personal data of a case that is not their own.
 */
export const recordsReads =
  (record: (access: Omit<Access, 'at'>) => Promise<void>): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const { method, row } = routeOf(c) ?? {};
    if (row?.records === undefined || method !== 'GET' || c.res.status >= 400) return;
    if (row.recordedWith !== undefined && c.req.query(row.recordedWith) === undefined) return;
    const path = row.records === 'case' ? c.get('readCase') : c.req.path;
    if (path === undefined) return;
    await record({ user: c.get('agent').user, kind: row.records, path: path.slice(0, LONGEST_PATH) });
  };
