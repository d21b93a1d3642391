import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const nothing = ["'none'"];
const own = ["'self'"];

interface PageHeaders {
  /** What the pages may tell other sites, and themselves, of where a person came from. */
  readonly referrerPolicy: 'same-origin' | 'no-referrer';
}

/**
 * Headers of every page: nothing from elsewhere, no inline script or style, no framing by others, never
 * kept by a cache. Assets set their own Cache-Control.
 */
export function pageHeaders({ referrerPolicy }: PageHeaders): MiddlewareHandler {
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: nothing,
      styleSrc: own,
      scriptSrc: own,
      imgSrc: [...own, 'data:'],
      frameSrc: own,
      formAction: own,
      frameAncestors: own,
      baseUri: nothing,
    },
    referrerPolicy,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
    // The frame of a sender's HTML has no origin, so an origin of its own could not be kept for every page.
    originAgentCluster: false,
    overwrite: false,
  });
  return async (c, next) => {
    await secure(c, next);
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
  };
}
