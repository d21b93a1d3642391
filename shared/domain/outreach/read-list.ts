import type { Language } from '#events/vocabulary.ts';
import { everyOf } from '../every-of.ts';
import { stripBidiControls } from '../text/bidi.ts';
import { toLatinDigits } from '../text/digits.ts';
import type { UsedService } from './call-out.ts';

/** A person on a list, to be asked about a service. */
export interface ListedCall {
  readonly phone: string;
  readonly service: UsedService;
  readonly language: Language;
}

export type ListFault =
  | 'fields'
  | 'phone'
  | 'service'
  | 'date'
  | 'language'
  | 'repeated'
  | 'nothing'
  | 'too-many';

/** A fault in a line, counted from 1. Line 0 means the whole list. */
export interface ListIssue {
  readonly line: number;
  readonly fault: ListFault;
  readonly given: string;
}

export type ReadList = { readonly calls: readonly ListedCall[] } | { readonly issues: readonly ListIssue[] };

export interface ListContext {
  /** Parse a typed number to E.164, or return undefined for an invalid number. */
  phoneOf(typed: string): string | undefined;
  /** Today's local date. */
  readonly today: string;
}

/** @internal exported for tests */
export const MOST_LISTED = 500;
const MOST_ISSUES = 50;
const LANGUAGES: readonly Language[] = everyOf<Language>()(['ar', 'en']);
const LONGEST_SERVICE = 120;

/**
 * Split a line into fields at commas (also Arabic ones), semicolons or tabs. A field with a separator is
 * quoted.
 */
function fieldsOf(line: string): string[] {
  const quoted = /^"((?:[^"]|"")*)"$/u;
  return (line.match(/(?:"(?:[^"]|"")*"|[^,;\t،])+|(?<=[,;\t،])(?=[,;\t،]|$)/gu) ?? []).map((field) => {
    const trimmed = field.trim();
    return quoted.exec(trimmed)?.[1]?.replaceAll('""', '"') ?? trimmed;
  });
}

/** Parse a date written as `YYYY-MM-DD` or day/month/year. Return undefined when the date does not exist. */
function dateOf(typed: string): string | undefined {
  const text = toLatinDigits(typed);
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text) ?? [];
  const [, d, m, y] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u.exec(text) ?? [];
  const date = [year ?? y, (month ?? m)?.padStart(2, '0'), (day ?? d)?.padStart(2, '0')].join('-');
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? undefined : date;
}

function readLine(line: string, { phoneOf, today }: ListContext): ListedCall | Omit<ListIssue, 'line'> {
  const [number = '', name = '', on = '', spoken = ''] = fieldsOf(line);
  if (fieldsOf(line).length < 3 || fieldsOf(line).length > 4)
    return { fault: 'fields', given: line.slice(0, 80) };
  const phone = phoneOf(number);
  if (phone === undefined) return { fault: 'phone', given: number };
  if (name === '' || name.length > LONGEST_SERVICE) return { fault: 'service', given: name.slice(0, 80) };
  const date = dateOf(on);
  if (date === undefined || date > today) return { fault: 'date', given: on };
  const chosen = spoken === '' ? 'ar' : LANGUAGES.find((one) => one === spoken.toLowerCase());
  if (chosen === undefined) return { fault: 'language', given: spoken };
  return { phone, service: { name, on: date }, language: chosen };
}

const isHeading = (line: string): boolean => !/\d/u.test(toLatinDigits(line));

/**
 * Parse a list of people to call: one line each, with number, e-service, date and optional language. If any
 * line is wrong, return every wrong line and no calls.
 */
export function readList(text: string, context: ListContext): ReadList {
  const lines = stripBidiControls(text.replace(/^\uFEFF/u, ''))
    .split(/\r\n|\r|\n/u)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line, number }) => line !== '' && !(number === 1 && isHeading(line)));
  if (lines.length === 0) return { issues: [{ line: 0, fault: 'nothing', given: '' }] };
  if (lines.length > MOST_LISTED)
    return { issues: [{ line: 0, fault: 'too-many', given: String(lines.length) }] };
  const seen = new Set<string>();
  const calls: ListedCall[] = [];
  const issues: ListIssue[] = [];
  for (const { line, number } of lines) {
    const read = readLine(line, context);
    if ('fault' in read) issues.push({ line: number, ...read });
    else if (seen.has(read.phone)) issues.push({ line: number, fault: 'repeated', given: read.phone });
    else {
      seen.add(read.phone);
      calls.push(read);
    }
  }
  return issues.length > 0 ? { issues: issues.slice(0, MOST_ISSUES) } : { calls };
}
