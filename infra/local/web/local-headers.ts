import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const own = ["'self'"];

/** Headers of this computer's own pages: nothing from elsewhere, no inline script or style, never cached. */
export const localHeaders: MiddlewareHandler = async (c, next) => {
  await headers(c, next);
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
};

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: own,
    scriptSrc: own,
    connectSrc: own,
    imgSrc: [...own, 'data:'],
    frameSrc: own,
    formAction: own,
    frameAncestors: own,
    baseUri: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  // A mail is shown under a policy of its own, which lets it bring its inline styles.
  overwrite: false,
});
