import * as z from 'zod';
import { caseType, language, priority } from '#events/vocabulary.ts';
import type { Calendar } from '#shared/domain/sla/calendar.ts';
import { calendarSchema } from '#shared/domain/sla/calendar-schema.ts';
import type { SlaPolicy } from '#shared/domain/sla/policy.ts';
import { policySchema } from '#shared/domain/sla/policy-schema.ts';
import { bilingual, telephoneSchema } from './telephone-schema.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u, 'expected a short lower-case id such as "roads"');
// The domain's own types say more (open unions, absent days) than the schemas' inferred ones.
const calendar = calendarSchema as unknown as z.ZodType<Calendar, Calendar>;
const policy = policySchema as unknown as z.ZodType<SlaPolicy, SlaPolicy>;
const user = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,127}$/u, 'expected a user name as people sign in with');
const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'expected a time of day such as "21:00"');
const email = z.email('expected a mail address');

/**
 * What an operator may set, field by field. What fields say of each other is checked where settings are
 * read.
 */
export const settingsSchema = z.strictObject({
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
    /** Over all addresses, by each process that answers; beyond it something is wrong. */
    acknowledgementsPerHour: z.int().min(0).max(1_000_000),
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
  departments: z
    .array(
      z.strictObject({
        id,
        name: bilingual,
        email,
        headEmail: email,
        /** The hours in which the department answers; those of the case's policy when absent. */
        calendar: id.optional(),
        city: z.string().min(1).max(60).optional(),
      }),
    )
    .min(1),
  /** Who works here. Without entries, cases are assigned by hand and staff are told through departments. */
  staff: z.array(
    z.strictObject({
      user,
      name: bilingual,
      email,
      departments: z.array(id).min(1),
      /** Categories they are best at; empty when all. */
      skills: z.array(id),
      languages: z.array(language).min(1),
      /** Cases at work at a time, above which nobody assigns more by rule. */
      capacity: z.int().min(1).max(1000),
    }),
  ),
  assignment: z.strictObject({ mode: z.enum(['by-hand', 'least-loaded']) }),
  escalation: z.strictObject({
    /** Notices to one reader within this time go into one mail. */
    groupMinutes: z.int().min(0).max(240),
    /** Local time in which nobody is mailed; what gathers is told at its end. */
    quietHours: z.strictObject({ from: clockTime, to: clockTime }).optional(),
    /** Urgent cases are told in quiet hours as well. */
    urgentBreaksQuiet: z.boolean(),
  }),
  telephone: telephoneSchema,
  outbound: z.strictObject({
    /** The hours in which the centre calls people. */
    calendar: id,
    /** How fast calls are placed, and how many at a time: what the account's limits allow. */
    perSecond: z.number().min(0.1).max(50),
    concurrent: z.int().min(1).max(500),
    ringSeconds: z.int().min(15).max(60),
    attempts: z.int().min(1).max(10),
    /** Waits before the next attempt. */
    busyMinutes: z.int().min(1).max(10_080),
    noAnswerMinutes: z.int().min(1).max(10_080),
    machineMinutes: z.int().min(1).max(10_080),
  }),
  retention: z.strictObject({
    /** Closed cases lose what is personal after this. */
    eraseAfterDays: z.int().min(30).max(36_500),
  }),
  categories: z
    .array(z.strictObject({ id, name: bilingual, department: id, priority: priority.optional() }))
    .min(1),
  /** What agents may begin an answer with. */
  replyTemplates: z
    .array(
      z.strictObject({
        id,
        name: bilingual,
        /** Cases it is meant for; every case when both are absent. */
        type: caseType.optional(),
        category: id.optional(),
        text: z.strictObject({ ar: z.string().min(1).max(5000), en: z.string().min(1).max(5000) }),
      }),
    )
    .max(100),
  calendars: z.array(calendar).min(1),
  policies: z.array(policy).min(1),
});
export type Settings = z.output<typeof settingsSchema>;
export type SettingsInput = z.input<typeof settingsSchema>;

/** The sections of the settings, in the order in which people read them. */
export const SECTIONS = Object.keys(settingsSchema.shape) as readonly (keyof Settings)[];
