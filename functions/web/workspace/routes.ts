import { Hono } from 'hono';
import { workspacePage } from './workspace-page.ts';
import { workspaceScript } from './workspace-script.ts';

/**
 * The agents' app of Amazon Connect, shown in a frame of its workspace. It is open to anybody, because it says
 * nothing about anybody: within a frame of another site the browser withholds the session, and the sign-in
 * refuses to be framed. The call's page it opens in a window of its own asks for both.
 *
 * @param path where the page lies
 * @param workspace where agents open Connect, `https://<alias>.my.connect.aws`: the only one who may frame it
 */
export const workspaceRoutes = (path: string, workspace: string): Hono =>
  new Hono()
    .get(path, (c) => {
      c.header(
        'Content-Security-Policy',
        `default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors ${workspace}`,
      );
      return c.html(workspacePage());
    })
    .get('/assets/workspace.js', () => {
      const headers = {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'public, max-age=3600',
      };
      return new Response(workspaceScript, { headers });
    });
