import type { Context } from 'hono';

/** Return a field that was sent once as text; otherwise an empty text. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The longest comment that is shown again. A longer one than the survey takes is shown to be shortened. */
const SHOWN = 4_000;

/** Return the comment of a sent form, so that it is shown again when it was not taken. */
export async function typedComment(c: Context): Promise<string> {
  if (c.req.method !== 'POST') return '';
  return text((await c.req.parseBody({ all: true })).comment).slice(0, SHOWN);
}
