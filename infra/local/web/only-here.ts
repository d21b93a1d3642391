import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

const NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const ADDRESSES: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Accept only requests of browsers on this computer whose Host header is a local name. The second condition
 * blocks DNS rebinding by other sites: the development sign-in does not authenticate users.
 */
export const onlyHere: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
  const remote = c.env.incoming.socket.remoteAddress ?? '';
  if (!ADDRESSES.has(remote) || !NAMES.has(new URL(c.req.url).hostname)) {
    return c.text('These pages are for this computer only.', 403);
  }
  return next();
};
