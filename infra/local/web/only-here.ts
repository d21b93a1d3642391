import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

const NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const ADDRESSES: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Lets in only browsers of this computer that asked for this computer by name. The second half stops a
 * foreign page whose name was made to point here (DNS rebinding): nobody proves who they are at the
 * development sign-in.
 */
export const onlyHere: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
  const remote = c.env.incoming.socket.remoteAddress ?? '';
  if (!ADDRESSES.has(remote) || !NAMES.has(new URL(c.req.url).hostname)) {
    return c.text('These pages are for this computer only.', 403);
  }
  return next();
};
