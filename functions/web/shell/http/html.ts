import { html, raw } from 'hono/html';

/** Markup that has been escaped. */
export type Html = ReturnType<typeof html>;

export { html, raw };
