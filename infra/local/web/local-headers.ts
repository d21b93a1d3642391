import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const own = ["'self'"];

/** Headers of the local pages: no external resources, no inline scripts or styles, no caching. */
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
    fontSrc: own,
    imgSrc: [...own, 'data:'],
    frameSrc: own,
    formAction: own,
    frameAncestors: own,
    baseUri: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  // A mail has a separate policy that allows its inline styles.
  overwrite: false,
});
