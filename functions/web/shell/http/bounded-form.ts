import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { StoreError } from '#shared/ports/store-error.ts';

/** The largest form of a route: its bytes with files, and its number of fields. */
export interface FormLimits {
  readonly bytes: number;
  readonly fields: number;
}

/** Limits of a form without files. The largest one, a calendar with its seasons, has about 600 fields. */
export const FORM_LIMITS: FormLimits = { bytes: 1_000_000, fields: 3_000 };

/** A request that cannot be read. The sites turn it into a page: 400, or 413 for one that is too large. */
export class UnreadableRequest extends Error {
  readonly status: 400 | 413;
  constructor(status: 400 | 413, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnreadableRequest';
    this.status = status;
  }
}

const occurrences = (bytes: Buffer, mark: string, most: number): number => {
  let found = 0;
  for (let at = bytes.indexOf(mark); at >= 0 && found <= most; at = bytes.indexOf(mark, at + mark.length))
    found += 1;
  return found;
};

/** Return whether a part of a name is a property of every object. No form has such a field. */
const isInherited = (name: string): boolean => name.split('.').some((part) => part in Object.prototype);

/** The mark between two fields, or undefined when the body is not a form. */
function separatorOf(contentType: string): string | undefined {
  const [type = ''] = contentType.split(';');
  if (type.trim().toLowerCase() === 'application/x-www-form-urlencoded') return '&';
  if (type.trim().toLowerCase() !== 'multipart/form-data') return undefined;
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) throw new UnreadableRequest(400, 'the form has no boundary');
  return `--${boundary}`;
}

/**
 * Read the form of a request within limits, before anything parses it: the bytes first, then the number of
 * fields, because the work of parsing grows faster than the number. Later calls of `parseBody` use this result.
 * @param limitsOf the limits of a route
 * @throws UnreadableRequest for a form that is too large, or is not a form
 */
export function boundedForm(limitsOf: (c: Context) => FormLimits = () => FORM_LIMITS): MiddlewareHandler {
  return async (c, next) => {
    if (!c.req.raw.body) return next();
    const { bytes, fields } = limitsOf(c);
    const tooLarge = () => {
      throw new UnreadableRequest(413, `expected at most ${bytes} bytes and ${fields} fields`);
    };
    return bodyLimit({ maxSize: bytes, onError: tooLarge })(c, async () => {
      const separator = separatorOf(c.req.header('Content-Type') ?? '');
      if (separator !== undefined) {
        const body = Buffer.from(await c.req.arrayBuffer());
        if (occurrences(body, separator, fields) > fields) tooLarge();
        const form = await c.req.parseBody({ all: true }).catch((cause: unknown) => {
          throw new UnreadableRequest(400, 'the body is not the form that its type says', { cause });
        });
        if (Object.keys(form).some(isInherited))
          throw new UnreadableRequest(400, 'a field is named like a property that every object inherits');
      }
      await next();
    });
  };
}

/** Return the status of a request that cannot be read; undefined for any other error. */
export function statusOfRequest(error: unknown): 400 | 404 | 413 | undefined {
  if (error instanceof UnreadableRequest) return error.status;
  // A cursor of a page comes from a link. A person can change it.
  if (error instanceof StoreError && error.code === 'bad-cursor') return 404;
  return undefined;
}
