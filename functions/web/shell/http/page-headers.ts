import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const nothing = ["'none'"];
const own = ["'self'"];

interface PageHeaders {
  /** Which requests send the address of the page as their referrer. */
  readonly referrerPolicy: 'same-origin' | 'no-referrer';
  /** The script of the pages sends requests to this site. */
  readonly connects?: boolean;
}

/**
 * Set the headers of every page: no content from other sites, no inline script or style, no framing, no
 * caching. Assets set their own Cache-Control.
 */
export function pageHeaders({ referrerPolicy, connects = false }: PageHeaders): MiddlewareHandler {
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: nothing,
      styleSrc: own,
      scriptSrc: own,
      ...(connects && { connectSrc: own }),
      fontSrc: own,
      imgSrc: [...own, 'data:'],
      frameSrc: own,
      formAction: own,
      frameAncestors: own,
      baseUri: nothing,
    },
    referrerPolicy,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
    // The frame with a sender's HTML has no origin, so pages cannot all have an origin-keyed agent cluster.
    originAgentCluster: false,
    overwrite: false,
  });
  return async (c, next) => {
    await secure(c, next);
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
  };
}
