import * as z from 'zod';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { formatInZone, readInZone } from '#shared/domain/sla/zoned-time.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import type { View } from './view.ts';

export const requiredText = (longest: number) => z.string().trim().min(1).max(longest);

/** An optional text. */
export const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((written) => (written === '' ? undefined : written))
    .optional();

export const empty = z.literal('').transform(() => undefined);

export const userName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,127}$/u);

export const reference = z.string().transform((typed, context) => {
  const read = parseReference(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'no reference' });
  return z.NEVER;
});

/** Parse the value of a date-and-time field in the zone of the centre, with Latin or Arabic-Indic digits. */
export const localTime = z.string().transform((typed, context) => {
  const read = toLatinDigits(typed).trim();
  try {
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(read)) {
      readInZone('UTC', read);
      return read;
    }
  } catch {
    // Falls through: a thirteenth month is not a time either.
  }
  context.addIssue({ code: 'custom', message: 'no time' });
  return z.NEVER;
});

/** Convert a local time of a form to an instant. */
export const instantOfLocalTime = (local: string, { rules }: Pick<View, 'rules'>): number =>
  readInZone(rules.desk.calendar.calendar.zone, local);

/** Format an instant for a date-and-time field. */
export const fieldTime = (at: number, { rules }: Pick<View, 'rules'>): string =>
  formatInZone(rules.desk.calendar.calendar.zone, at).slice(0, 16);

/** The fields of a form: the label that the page shows, and what is expected there. */
type Expected = Readonly<Record<string, readonly [label: string, expected: string]>>;

/** Return the labels of fields with the sentences about them. */
export const labelled = <K extends string>(
  labels: Readonly<Record<K, string>>,
  sentences: Readonly<Record<K, string>>,
): Expected =>
  Object.fromEntries(
    (Object.keys(labels) as K[]).map((name) => [name, [labels[name], sentences[name]] as const]),
  );

/** Leave out the note that a field is optional. */
export const bareLabel = (label: string): string => label.replace(/\s*\([^()]*\)$/u, '');

/** Return a sentence after the label of the field that it is about. */
export const sentenceAbout = (label: string | undefined, sentence: string): string =>
  label === undefined
    ? sentence
    : `${bareLabel(label)}: ${sentence.replace(/^[A-Z](?=[a-z])/u, (first) => first.toLowerCase())}`;

/**
 * Return the sentences about the refused fields of a form: each label with what is expected. A fault in no visible
 * field, such as a token, has the general sentence.
 */
export function wrongFields(error: z.ZodError, expected: Expected, general: string): string {
  const names = new Set(error.issues.map(({ path }) => String(path[0])));
  const sentences = Object.entries(expected).flatMap(([name, [label, sentence]]) =>
    names.has(name) ? [sentenceAbout(label, sentence)] : [],
  );
  return sentences.length === 0 ? general : sentences.join(' ');
}
