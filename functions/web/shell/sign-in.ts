import type { Context, Hono } from 'hono';
import type { Role } from '#shared/domain/staff/role.ts';

/** A signed-in person. The matrix of roles says what they may see and do. */
export interface Agent {
  /** User name, as in `agent:<user>` and in a case's `assignee`. */
  readonly user: string;
  /** Display name. */
  readonly name: string;
  /** In the order of `ROLES`. Empty for a person without a role, who has no access. */
  readonly roles: readonly Role[];
}

declare module 'hono' {
  interface ContextVariableMap {
    /** The signed-in person; set before any page of the console is rendered. */
    agent: Agent;
    /** The case whose personal data this answer shows to somebody else than its assignee. */
    readCase: string | undefined;
  }
}

/** The sign-in: OpenID Connect on AWS, a development sign-in on the local server. */
export interface SignIn {
  /** Its pages and middleware, mounted before everything that needs a session. */
  readonly routes: Hono;
  /** Return the signed-in person; undefined without a session. */
  session(c: Context): Promise<Agent | undefined>;
  /** Redirect a person without a session to the sign-in, and back afterwards. */
  begin(c: Context): Response | Promise<Response>;
  /** End the session and return the address to redirect to. */
  end(c: Context): Response | Promise<Response>;
}
