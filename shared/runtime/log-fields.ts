import { isPersonal } from './mask.ts';
import { isPersonalNumber, maskLogText } from './mask-text.ts';

export type LogFields = Readonly<Record<string, unknown>>;

const LONGEST_TEXT = 1000;
const LONGEST_LIST = 20;
const DEEPEST = 5;
/**
 * Number of characters beyond the limit that are masked before the cut, so that no half number stays
 * readable.
 */
const MARGIN = 330;

const shorten = (text: string): string => {
  const masked = maskLogText(text.slice(0, LONGEST_TEXT + MARGIN));
  return masked.length > LONGEST_TEXT ? `${masked.slice(0, LONGEST_TEXT)}…` : masked;
};

/**
 * Return the loggable fields of an error: name, code, status and stack. Leave out the message, because
 * messages quote the values that caused them.
 */
export function errorFields(error: unknown, depth = 0): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, issues, $metadata, cause } = error as Error & {
    code?: unknown;
    issues?: unknown;
    $metadata?: { httpStatusCode?: number; requestId?: string };
  };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(Array.isArray(issues) ? { issues: issues.slice(0, LONGEST_LIST).map(issueFields) } : {}),
    ...($metadata === undefined
      ? {}
      : { status: $metadata.httpStatusCode, awsRequestId: $metadata.requestId }),
    stack: frames.slice(0, 8).map((frame) => frame.trim()),
    ...(cause instanceof Error && depth < 3 ? { cause: errorFields(cause, depth + 1) } : {}),
  };
}

/** Return a zod issue without the value. */
const issueFields = (issue: { path?: readonly PropertyKey[]; code?: string }): LogFields => ({
  at: issue.path?.map(String).join('.'),
  is: issue.code,
});

const maskValue = (value: unknown, depth: number): unknown => {
  if (typeof value === 'string') return shorten(value);
  if (typeof value === 'bigint') return isPersonalNumber(value) ? '[id]' : String(value);
  if (typeof value === 'number') return isPersonalNumber(value) ? '[id]' : value;
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? '[function]' : value;
  if (value instanceof Error) return maskFields(errorFields(value), depth + 1);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= DEEPEST) return '[deeper]';
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST).map((item) => maskValue(item, depth + 1));
  return maskFields(value as LogFields, depth + 1);
};

/** Prepare fields for the log: mask personal data, cut long text, and leave out error messages. */
export const maskFields = (fields: LogFields, depth = 0): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      maskLogText(field),
      isPersonal(field) && value !== undefined && value !== null ? '[masked]' : maskValue(value, depth),
    ]),
  );
