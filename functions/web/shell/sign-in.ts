import type { Context, Hono } from 'hono';

/** The roles; of somebody with several, the first in this list counts. */
export const ROLES = ['supervisor', 'agent', 'leader'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody signed in. A leader reads; agents and supervisors also act. */
export interface Agent {
  /** User name, as it stands in `agent:<user>` and in a case's `assignee`. */
  readonly user: string;
  /** For people. */
  readonly name: string;
  readonly role: Role;
}

declare module 'hono' {
  interface ContextVariableMap {
    /** Who is signed in; set before any page of the console is made. */
    agent: Agent;
  }
}

/** How people sign in: OpenID Connect on AWS, a development sign-in on one computer. */
export interface SignIn {
  /** Its own pages and middleware; mounted before anything that needs a session. */
  readonly routes: Hono;
  /** Who is signed in; undefined for nobody. */
  session(c: Context): Promise<Agent | undefined>;
  /** Takes somebody without a session to where they sign in, and back afterwards. */
  begin(c: Context): Response | Promise<Response>;
  /** Ends the session and answers where to go. */
  end(c: Context): Response | Promise<Response>;
}
