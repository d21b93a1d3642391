import * as z from 'zod';
import { caseType, formOfAddress, language, priority, segment } from '#events/vocabulary.ts';
import type { Calendar } from '#shared/domain/sla/calendar.ts';
import { calendarSchema } from '#shared/domain/sla/calendar-schema.ts';
import type { SlaPolicy } from '#shared/domain/sla/policy.ts';
import { policySchema } from '#shared/domain/sla/policy-schema.ts';
import { ROLES } from '#shared/domain/staff/role.ts';
import { surveyDefinitions } from '#shared/domain/surveys/definitions.ts';
import { messagesSchema } from './messages-schema.ts';
import { bilingual, telephoneSchema } from './telephone-schema.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u, 'expected a short lower-case id such as "roads"');
// The domain types are more precise (open unions, missing days) than the types that zod infers.
const calendar = calendarSchema as unknown as z.ZodType<Calendar, Calendar>;
const policy = policySchema as unknown as z.ZodType<SlaPolicy, SlaPolicy>;
const user = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,127}$/u, 'expected a user name as people sign in with');
const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'expected a time of day such as "21:00"');
const email = z.email('expected a mail address');
const phoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/u, 'expected a number such as +966500000001');

const ADDRESS = 'expected an address such as https://rida.example.gov.sa';

/** Return whether a path can be added to an address, and whether it shows its host first: a name before @ hides it. */
const isPlainAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { username, password, search, hash } = new URL(text);
  return username === '' && password === '' && !/[?#]/u.test(text) && search === '' && hash === '';
};

/** A report by mail. Its recipients are those of its audience when none are named. */
const report = z.strictObject({
  send: z.boolean(),
  /** The local hour of the working day from which it is sent. */
  hour: z.int().min(0).max(23),
  to: z.array(email).max(50).default([]),
});

/** Schema of all settings. Rules between fields are checked by `readSettings`. */
export const settingsSchema = z.strictObject({
  centre: z.strictObject({
    name: bilingual,
    helpAddress: email,
    publicUrl: z
      .url({
        // A link with another scheme, such as javascript:, would run on every page and mail that shows it.
        protocol: /^https?$/u,
        hostname: /^[^.].*$/u,
        error: ADDRESS,
      })
      .refine(isPlainAddress, ADDRESS)
      // As browsers write it, because the origin of requests is compared with it.
      .transform((url) => new URL(url).href.replace(/\/+$/u, '')),
    phone: z.string().min(3).max(30),
    /** Other addresses whose mail reaches the centre, such as one that is forwarded to it. */
    aliases: z.array(email).max(50).default([]),
    /** Addresses of the municipality's own web forms. They name the citizen in Reply-To. */
    formAddresses: z.array(email).max(50).default([]),
  }),
  desk: z.strictObject({
    calendar: id,
    reopenDays: z.number().positive().max(365),
    closeDays: z.number().positive().max(365),
    /** Working hours after which the centre asks an outside body that holds a matter. */
    followUpHours: z.number().positive().max(500).default(35),
    /** Working hours within which the beneficiary of a contested case is contacted. */
    contestedHours: z.number().positive().max(100).default(7),
    acknowledgementsPerDay: z.int().min(0).max(100),
    /**
     * Of the centre, to addresses that already received one within a day. Any number of different people are
     * answered; more repeated ones mean that something is wrong.
     */
    acknowledgementsPerHour: z.int().min(0).max(1000),
    fallbackDepartment: id,
  }),
  survey: z.strictObject({
    definition: z.enum(surveyDefinitions.map((one) => one.id)),
    delayHours: z.number().min(0).max(240),
    expiryDays: z.number().positive().max(90),
    coolDownDays: z.number().min(0).max(365),
    /** Days without any question before an evaluation of an e-service. */
    evaluationCoolDownDays: z.number().min(0).max(730).default(90),
    lowScore: z.int().min(0).max(4),
    /** Working hours within which a dissatisfied person is contacted. */
    recoveryHours: z.number().positive().max(100).default(7),
    /** The hours in which people are asked. When missing, those in which they are called. */
    calendar: id.optional(),
    /** Addresses and numbers of people who try the system. */
    testContacts: z
      .array(z.union([email, phoneNumber]))
      .max(200)
      .default([]),
  }),
  audiences: z.strictObject({ supervisor: email, leadership: email }),
  departments: z
    .array(
      z.strictObject({
        id,
        name: bilingual,
        email,
        headEmail: email,
        /** Other addresses of the department. `@roads.example` means everybody at that domain. */
        addresses: z
          .array(
            z.union([
              email,
              z
                .string()
                .regex(/^@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/iu, 'expected a mail address, or @ and a domain'),
            ]),
          )
          .max(50)
          .optional(),
        /**
         * Calendar of the department's working hours. When missing, the calendar of the case's policy
         * applies.
         */
        calendar: id.optional(),
        city: z.string().min(1).max(60).optional(),
      }),
    )
    .min(1),
  /**
   * Members of staff. Without entries, cases are assigned by hand and staff are notified through departments.
   */
  staff: z.array(
    z.strictObject({
      user,
      name: bilingual,
      /** How they are addressed. Without it, texts are neutral. */
      formOfAddress: formOfAddress.optional(),
      email,
      /** Their own number, so that lists do not ask the centre's staff. */
      phone: z
        .string()
        .regex(/^\+[1-9]\d{6,14}$/u, 'expected a telephone number such as +966512345678')
        .optional(),
      departments: z.array(id).min(1),
      /** Categories the member of staff is skilled in. Empty means all. */
      skills: z.array(id),
      languages: z.array(language).min(1),
      /** Maximum number of active cases for assignment by rule. */
      capacity: z.int().min(1).max(1000),
      /** Their roles on the pages. Without one, the groups of their sign-in decide. */
      roles: z.array(z.enum(ROLES)).optional(),
    }),
  ),
  assignment: z.strictObject({ mode: z.enum(['by-hand', 'least-loaded']) }),
  escalation: z.strictObject({
    /** Notices to one reader within this time are sent in one mail. */
    groupMinutes: z.int().min(0).max(240),
    /** Local time without mail to staff. Collected notices are sent at its end. */
    quietHours: z.strictObject({ from: clockTime, to: clockTime }).optional(),
    /** Send notices about urgent cases in quiet hours too. */
    urgentBreaksQuiet: z.boolean(),
  }),
  /** The reports of the figures that are sent by mail, and the daily files for other systems. */
  reports: z.strictObject({
    ...{ daily: report, weekly: report, monthly: report },
    export: z
      .strictObject({ write: z.boolean(), compress: z.boolean() })
      .default({ write: false, compress: true }),
  }),
  telephone: telephoneSchema,
  outbound: z.strictObject({
    /** The hours in which the centre makes calls. */
    calendar: id,
    /** Rate of new calls and maximum number of concurrent calls, within the account's limits. */
    perSecond: z.number().min(0.1).max(50),
    concurrent: z.int().min(1).max(500),
    ringSeconds: z.int().min(15).max(60),
    attempts: z.int().min(1).max(10),
    /** Waiting times before the next attempt. */
    busyMinutes: z.int().min(1).max(10_080),
    noAnswerMinutes: z.int().min(1).max(10_080),
    machineMinutes: z.int().min(1).max(10_080),
  }),
  /** Text messages at the end of a case. They are off unless a centre has a provider. */
  messages: messagesSchema.prefault({}),
  retention: z.strictObject({
    /** Personal data of closed cases is erased after this time. */
    eraseAfterDays: z.int().min(30).max(36_500),
  }),
  categories: z
    .array(
      z.strictObject({
        id,
        name: bilingual,
        department: id,
        priority: priority.optional(),
        /** Words by which mail of this category is recognised, beside those that are shipped. */
        words: z.array(z.string().min(1).max(60)).max(100).optional(),
      }),
    )
    .min(1),
  /** The districts of the municipality. */
  districts: z
    .array(
      z.strictObject({
        id,
        name: bilingual,
        /** Other spellings, and names that people still use. */
        aliases: z.array(z.string().min(1).max(60)).max(20).default([]),
        /** The name is also an ordinary word, so it counts only after the word «حي» or `district`. */
        ordinaryWord: z.boolean().default(false),
        /** Callers may choose it by a key. The first five of these are offered. */
        offered: z.boolean().default(false),
      }),
    )
    .max(800),
  /** The catalogue of the municipality's e-services. */
  services: z
    .array(
      z.strictObject({
        id,
        name: bilingual,
        department: id,
        /** Other names that people use. A text is recognised by them. */
        aliases: z.array(z.string().min(1).max(60)).max(40).default([]),
        /** The beneficiaries that the service is for. Everybody when missing. */
        segment: segment.exclude(['unknown']).optional(),
        /** The share of the resolutions of the service that are asked about, percent. All when missing. */
        surveyPercent: z.int().min(0).max(100).optional(),
      }),
    )
    .max(500),
  /** Templates for agents' replies. */
  replyTemplates: z
    .array(
      z.strictObject({
        id,
        name: bilingual,
        /** Cases that the template fits. Without both, every case. */
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

/** Names of the sections, in reading order. */
export const SECTIONS = Object.keys(settingsSchema.shape) as readonly (keyof Settings)[];
