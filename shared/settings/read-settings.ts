import * as z from 'zod';
import { crossChecks } from './cross-checks.ts';
import { isFields } from './is-fields.ts';
import { type Settings, type SettingsInput, settingsSchema } from './settings.ts';
import { issueLine, issuesOf, type SettingsIssue } from './settings-issue.ts';

/** All settings are validated: the delivered file, an operator's file at start, and those in the table. */
const checkedSchema = settingsSchema.superRefine((settings, context) => {
  for (const { path, message, code, params } of crossChecks(settings)) {
    context.addIssue({ code: 'custom', path: [...path], message, params: { code, ...params } });
  }
});

/** Invalid settings. The message names each wrong field and the expected value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly issues: readonly SettingsIssue[];

  constructor(issues: string | readonly SettingsIssue[]) {
    super(typeof issues === 'string' ? issues : issues.map(issueLine).join('\n'));
    this.issues =
      typeof issues === 'string' ? [{ path: [], code: 'other', params: {}, message: issues }] : issues;
  }
}

/** Merge a section over another: fields replace fields, and null removes an optional field (RFC 7386). */
const merged = (base: object, over: object): object =>
  Object.fromEntries(Object.entries({ ...base, ...over }).filter(([, value]) => value !== null));

/**
 * Leave out the shipped policies for categories that a centre replaced by its own: it has no such cases. Policies of
 * the document itself are kept, so that a mistake in them is named.
 */
function withoutForeignPolicies(
  whole: SettingsInput,
  over: Readonly<Record<string, unknown>>,
): SettingsInput {
  if (over.categories === undefined || over.policies !== undefined || !Array.isArray(whole.categories))
    return whole;
  const categories = new Set(
    whole.categories.map((category: { readonly id?: unknown } | null) => category?.id),
  );
  const fits = ({ when }: SettingsInput['policies'][number]): boolean =>
    when.categories === undefined || when.categories.some((id) => categories.has(id));
  return { ...whole, policies: whole.policies.filter(fits) };
}

/**
 * Parse settings from a document merged over the delivered ones by section. In a section of single fields,
 * each field replaces one field. Lists are replaced as a whole.
 * @throws SettingsError that names every wrong field
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
  const fitting = withoutForeignPolicies(whole as SettingsInput, layer.data);
  const parsed = checkedSchema.safeParse(fitting, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new SettingsError(parsed.error.issues.flatMap((issue) => issuesOf(issue)));
}
