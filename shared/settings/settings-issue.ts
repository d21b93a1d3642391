import type * as z from 'zod';

/** Code of an issue. Pages show it as a sentence in the reader's language. */
export type IssueCode =
  | 'sections'
  | 'required'
  | 'text'
  | 'number'
  | 'at-least'
  | 'at-most'
  | 'mail'
  | 'phone'
  | 'address'
  | 'id'
  | 'user'
  | 'one-of'
  | 'unknown-field'
  | 'unknown-id'
  | 'twice'
  | 'overlap'
  | 'end-before-start'
  | 'time'
  | 'date'
  | 'far-date'
  | 'same-form'
  | 'hijri-year'
  | 'hijri-day'
  | 'zone'
  | 'no-hours'
  | 'matches-nothing'
  | 'accepts-all'
  | 'no-variant'
  | 'needs-variant'
  | 'needs-scope'
  | 'ladder-target'
  | 'twin-rung'
  | 'placeholder'
  | 'header-lines'
  | 'message-places'
  | 'written-secret'
  | 'json-quotes'
  | 'after-closing'
  | 'too-large'
  | 'other';

/** One problem in settings: path and code, and the message in English for the command line. */
export interface SettingsIssue {
  readonly path: readonly (string | number)[];
  readonly code: IssueCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}

/** The schemas of calendars and policies give only messages, so derive the code from the message. */
const BY_WORDS: readonly (readonly [RegExp, IssueCode])[] = [
  [/do not overlap/u, 'overlap'],
  [/after its start|not before|a date from/u, 'end-before-start'],
  [/matches nothing/u, 'matches-nothing'],
  [/the last policy must match/u, 'accepts-all'],
  [/is not itself a variant/u, 'no-variant'],
  [/expected variantOf/u, 'needs-variant'],
  [/a scope or a validity/u, 'needs-scope'],
  [/the ladder watches it/u, 'ladder-target'],
  [/expected one rung/u, 'twin-rung'],
  [/of the same form/u, 'same-form'],
  [/Hijri year/u, 'hijri-year'],
  [/Hijri (?:month|day)/u, 'hijri-day'],
  [/IANA time zone/u, 'zone'],
  [/expected a time/u, 'time'],
  [/expected (?:a date|YYYY)/u, 'date'],
  [/open interval in the week/u, 'no-hours'],
  [/user name/u, 'user'],
  [/lower-case id/u, 'id'],
  [/mail address/u, 'mail'],
  [/telephone number/u, 'phone'],
  [/expected lines such as/u, 'header-lines'],
  [/\{number\} and \{text\}/u, 'message-places'],
  [/words in quotes/u, 'json-quotes'],
  [/place of a key/u, 'written-secret'],
  [/https:/u, 'address'],
];

/** Return the code for a message. */
export const codeByMessage = (message: string): IssueCode =>
  BY_WORDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';

type IssueText = Pick<SettingsIssue, 'code' | 'params'>;

function limitIssue(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): IssueText {
  const [code, limit] =
    issue.code === 'too_small'
      ? (['at-least', issue.minimum] as const)
      : (['at-most', issue.maximum] as const);
  if (code === 'at-least' && issue.origin === 'string' && Number(limit) === 1) {
    return { code: 'required', params: {} };
  }
  return { code, params: { limit: Number(limit), of: issue.origin } };
}

function tell(issue: z.core.$ZodIssue): IssueText {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === '') return { code: 'required', params: {} };
      return { code: /^(?:number|int)$/u.test(issue.expected) ? 'number' : 'text', params: {} };
    case 'too_small':
    case 'too_big':
      return limitIssue(issue);
    case 'invalid_value':
      return { code: 'one-of', params: { values: issue.values.join(', ') } };
    case 'unrecognized_keys':
      return { code: 'unknown-field', params: { fields: issue.keys.join(', ') } };
    case 'custom': {
      const { code, ...params } = (issue.params ?? {}) as { code?: IssueCode } & IssueText['params'];
      return code === undefined
        ? { code: codeByMessage(issue.message), params: {} }
        : { code, params: params as IssueText['params'] };
    }
    default:
      return issue.input === ''
        ? { code: 'required', params: {} }
        : { code: codeByMessage(issue.message), params: {} };
  }
}

/** Convert a zod issue. */
export function issuesOf(issue: z.core.$ZodIssue): SettingsIssue[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  return [{ path, ...tell(issue), message: issue.message }];
}

/** Format an issue for the command line: its path and message. */
export const issueLine = ({ path, message }: SettingsIssue): string =>
  `${['settings', ...path].join('.')}: ${message}`;
