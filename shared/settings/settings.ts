import * as z from 'zod';
import { priority } from '#events/vocabulary.ts';
import type { Calendar } from '#shared/domain/sla/calendar.ts';
import { calendarSchema } from '#shared/domain/sla/calendar-schema.ts';
import type { SlaPolicy } from '#shared/domain/sla/policy.ts';
import { policySchema } from '#shared/domain/sla/policy-schema.ts';

const bilingual = z.strictObject({ ar: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u, 'expected a short lower-case id such as "roads"');
// The domain's own types say more (open unions, absent days) than the schemas' inferred ones.
const calendar = calendarSchema as unknown as z.ZodType<Calendar, Calendar>;
const policy = policySchema as unknown as z.ZodType<SlaPolicy, SlaPolicy>;
const email = z.email('expected a mail address');

/**
 * What an operator may set. Validated wherever it comes from: the shipped file, an operator's file at
 * start, or the table.
 */
export const settingsSchema = z
  .strictObject({
    centre: z.strictObject({
      name: bilingual,
      helpAddress: email,
      publicUrl: z
        .url('expected an address such as https://rida.example.gov.sa')
        .transform((url) => url.replace(/\/+$/u, '')),
      phone: z.string().min(3).max(30),
    }),
    desk: z.strictObject({
      calendar: id,
      reopenDays: z.number().positive().max(365),
      closeDays: z.number().positive().max(365),
      acknowledgementsPerDay: z.int().min(0).max(100),
      fallbackDepartment: id,
    }),
    survey: z.strictObject({
      definition: id,
      delayHours: z.number().min(0).max(240),
      expiryDays: z.number().positive().max(90),
      coolDownDays: z.number().min(0).max(365),
      lowScore: z.int().min(0).max(4),
    }),
    audiences: z.strictObject({ supervisor: email, leadership: email }),
    departments: z.array(z.strictObject({ id, name: bilingual, email, headEmail: email })).min(1),
    categories: z
      .array(z.strictObject({ id, name: bilingual, department: id, priority: priority.optional() }))
      .min(1),
    calendars: z.array(calendar).min(1),
    policies: z.array(policy).min(1),
  })
  .superRefine((settings, context) => {
    const known = (list: readonly { id: string }[]) => new Set(list.map((entry) => entry.id));
    const departments = known(settings.departments);
    const calendars = known(settings.calendars);
    const require = (set: Set<string>, value: string, what: string, path: (string | number)[]) => {
      if (!set.has(value)) {
        context.addIssue({ code: 'custom', path, message: `expected the id of a ${what}, got "${value}"` });
      }
    };
    require(departments, settings.desk.fallbackDepartment, 'department', ['desk', 'fallbackDepartment']);
    require(calendars, settings.desk.calendar, 'calendar', ['desk', 'calendar']);
    settings.categories.forEach((category, at) => {
      require(departments, category.department, 'department', ['categories', at, 'department']);
    });
    settings.policies.forEach(({ calendarId }, at) => {
      require(calendars, calendarId, 'calendar', ['policies', at, 'calendarId']);
    });
    for (const [name, list] of Object.entries({
      departments: settings.departments,
      categories: settings.categories,
      calendars: settings.calendars,
      policies: settings.policies,
    })) {
      const seen = new Set<string>();
      list.forEach((entry, at) => {
        if (seen.has(entry.id)) {
          context.addIssue({ code: 'custom', path: [name, at, 'id'], message: `"${entry.id}" stands twice` });
        }
        seen.add(entry.id);
      });
    }
  });
export type Settings = z.output<typeof settingsSchema>;
export type SettingsInput = z.input<typeof settingsSchema>;

/** Settings that cannot be used; the message names each field and what was expected there. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads settings from a document laid over the shipped ones, section by section.
 * @throws SettingsError naming every field that is wrong
 */
export function readSettings(shipped: SettingsInput, overlay: unknown = {}): Settings {
  const layer = z.record(z.string(), z.unknown()).safeParse(overlay);
  if (!layer.success) throw new SettingsError('settings: expected an object of sections');
  const merged = Object.fromEntries(
    [...new Set([...Object.keys(shipped), ...Object.keys(layer.data)])].map((section) => {
      const base = shipped[section as keyof SettingsInput];
      const over = layer.data[section];
      const mergeable = [base, over].every(
        (part) => typeof part === 'object' && part !== null && !Array.isArray(part),
      );
      return [section, mergeable ? { ...base, ...(over as object) } : (over ?? base)];
    }),
  );
  const parsed = settingsSchema.safeParse(merged);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(
    (issue) => `settings.${issue.path.join('.') || '(top)'}: ${issue.message}`,
  );
  throw new SettingsError(places.join('\n'));
}
