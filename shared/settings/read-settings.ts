import * as z from 'zod';
import { crossChecks } from './cross-checks.ts';
import { type Settings, type SettingsInput, settingsSchema } from './settings.ts';
import { issueLine, issuesOf, type SettingsIssue } from './settings-issue.ts';

/** Settings are validated wherever they come from: the shipped file, an operator's file at start, or the table. */
const checkedSchema = settingsSchema.superRefine((settings, context) => {
  for (const { path, message, code, params } of crossChecks(settings)) {
    context.addIssue({ code: 'custom', path: [...path], message, params: { code, ...params } });
  }
});

/** Settings that cannot be used; the message names each field and what was expected there. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly issues: readonly SettingsIssue[];

  constructor(issues: string | readonly SettingsIssue[]) {
    super(typeof issues === 'string' ? issues : issues.map(issueLine).join('\n'));
    this.issues =
      typeof issues === 'string' ? [{ path: [], code: 'other', params: {}, message: issues }] : issues;
  }
}

/** A section over another: fields replace fields, and null takes an optional field away (RFC 7386). */
const merged = (base: object, over: object): object =>
  Object.fromEntries(Object.entries({ ...base, ...over }).filter(([, value]) => value !== null));

const isFields = (part: unknown): part is object =>
  typeof part === 'object' && part !== null && !Array.isArray(part);

/**
 * Reads settings from a document laid over the shipped ones, section by section: fields of a section
 * replace single fields, lists are replaced whole.
 * @throws SettingsError naming every field that is wrong
 */
export function readSettings(shipped: SettingsInput, overlay: unknown = {}): Settings {
  const layer = z.record(z.string(), z.unknown()).safeParse(overlay);
  if (!layer.success) {
    const message = 'expected an object of sections';
    throw new SettingsError([{ path: [], code: 'sections', params: {}, message }]);
  }
  const whole = Object.fromEntries(
    [...new Set([...Object.keys(shipped), ...Object.keys(layer.data)])].map((section) => {
      const base = shipped[section as keyof SettingsInput];
      const over = layer.data[section];
      return [section, isFields(base) && isFields(over) ? merged(base, over) : (over ?? base)];
    }),
  );
  const parsed = checkedSchema.safeParse(whole, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new SettingsError(parsed.error.issues.flatMap((issue) => issuesOf(issue)));
}
