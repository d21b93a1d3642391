import { Hono } from 'hono';
import { workspacePage } from './workspace-page.ts';

/**
 * Serve the agents' app of Amazon Connect, which is shown in a frame of the agent workspace. It needs no
 * sign-in, because it contains no personal data: in a frame of another site the browser withholds the
 * session, and the sign-in rejects framing. The page of a call opens in a window of its own, where both
 * apply.
 * @param path the path of the page
 * @param workspace the address of Connect, `https://<alias>.my.connect.aws`, the only site that may frame it
 */
export const workspaceRoutes = (path: string, workspace: string): Hono =>
  new Hono().get(path, (c) => {
    c.header(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; base-uri 'none'; ` +
        `frame-ancestors ${workspace}`,
    );
    return c.html(workspacePage());
  });
