import * as z from 'zod';
import {
  caseStatus,
  caseType,
  channel,
  closingReason,
  language,
  priority,
  resolutionOutcome,
  segment,
} from '#events/vocabulary.ts';
import { REPORTING_ZONE } from '../local-day.ts';

/** A day of the centre, the value of the partition `dt=`. */
const day = z.iso.date();
/** UTC, ISO 8601 with milliseconds and `Z`. */
const instant = z.iso.datetime({ precision: 3 });

/** The versions of the lines. A field is only added within a version; any other change gets the next one. */
export const EVENT_LINE = 'rida.export.event.1';
export const CASE_LINE = 'rida.export.case.1';
export const EXPORT_INDEX = 'rida.export.index.1';

/** The aggregates whose events are exported. Persons, staff and digests are not. */
const EXPORTED_KINDS = ['case', 'call', 'call-out', 'task'] as const;
export type ExportedKind = (typeof EXPORTED_KINDS)[number];

/** One event, as one line of JSON. */
export const eventLineSchema = z
  .strictObject({
    schema: z.literal(EVENT_LINE),
    dt: day.describe(
      'The day of the file, in the time of Riyadh: the day on which the figures count the event.',
    ),
    id: z.string().describe('Unique. A repeated line has the same id and the same content.'),
    type: z
      .string()
      .describe('The type with its version; data has the fields of its contract in events/schemas.'),
    source: z.string(),
    kind: z.enum(EXPORTED_KINDS).describe('The kind of its subject.'),
    subject: z.string().describe('The reference of the case, or the id of the call, outgoing call or task.'),
    subject_version: z
      .int()
      .positive()
      .describe('The number of the change of the subject. It gives the order.'),
    time: instant.describe('When it happened, UTC.'),
    recorded_time: instant.describe('When Rida recorded it, UTC.'),
    correlation_id: z.string().describe('The mail or contact at the beginning of the chain.'),
    causation_id: z.string().describe('The direct cause.'),
    data: z
      .record(z.string(), z.unknown())
      .describe(
        'The fields of the contract without persons: an actor is agent, department:ID, beneficiary or rida.',
      ),
  })
  .meta({ id: EVENT_LINE, title: 'An event of Rida as a line of the daily export' });
export type EventLine = z.infer<typeof eventLineSchema>;

/** The state of a case after its last change of the day, as one line of JSON. Every line has every field. */
export const caseLineSchema = z
  .strictObject({
    schema: z.literal(CASE_LINE),
    dt: day.describe('The day of the file, in the time of Riyadh.'),
    reference: z
      .string()
      .describe('The key. Of several lines, the one with the highest version is the newest.'),
    version: z.int().positive().describe('The number of changes of the case until this line.'),
    updated_at: instant.describe('When the last of these changes was recorded, UTC.'),
    type: caseType,
    category: z.string().describe('Id of the settings.'),
    department: z.string().describe('Id of the settings.'),
    service: z.string().nullable().describe('The e-service, an id of the settings.'),
    district: z.string().nullable().describe('Id of the settings. No other place is exported.'),
    segment,
    channel,
    language,
    priority,
    status: caseStatus,
    is_assigned: z.boolean().describe('A member of staff has it. The export does not name them.'),
    is_set_aside: z.boolean().describe('Quarantined, or written by a machine.'),
    escalation_level: z.int().nonnegative(),
    escalated_at: instant.nullable(),
    deadline_at: instant.nullable().describe('The nearest deadline that runs.'),
    opened_at: instant,
    reopened: z.int().nonnegative().describe('How often it was reopened.'),
    resolved_at: instant.nullable(),
    outcome: resolutionOutcome.nullable(),
    closed_at: instant.nullable(),
    closing_reason: closingReason.nullable(),
    merged_into: z.string().nullable().describe('The reference of the case that it is a part of.'),
    confirmation: z
      .string()
      .nullable()
      .describe('Whether the beneficiary was asked, and confirmed or contested.'),
    survey: z.string().nullable().describe('The state of the survey about the newest resolution.'),
    survey_score: z.int().min(1).max(5).nullable(),
    survey_finished: z.boolean().nullable(),
    erased_at: instant.nullable().describe('When the personal data of the case was erased.'),
  })
  .meta({ id: CASE_LINE, title: 'The state of a case as a line of the daily export' });
export type CaseLine = z.infer<typeof caseLineSchema>;

const file = z.strictObject({
  name: z.string().describe('The path beside the index.'),
  lines: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
});
export type ExportedFile = z.infer<typeof file>;

const files = z.strictObject({ events: z.array(file), cases: z.array(file) });
export type ExportedFiles = z.infer<typeof files>;

/** The state of the figures of a day by shard. It changes with every event that is counted later. */
const figures = z.record(z.string(), z.int()).describe('The version of the figures, by shard.');

const exportedDay = z.strictObject({
  dt: day,
  figures,
  isCompressed: z.boolean(),
  files,
  unreadable: z.int().nonnegative().describe('Cases and calls that could not be read, and are missing.'),
  writtenAt: instant,
});
export type ExportedDay = z.infer<typeof exportedDay>;

/** The list of the exported days. A reader takes the files it names, and reads a day again when its entry changed. */
export const exportIndexSchema = z
  .strictObject({
    schema: z.literal(EXPORT_INDEX),
    zone: z.literal(REPORTING_ZONE),
    days: z.array(exportedDay),
    unfinished: exportedDay
      .extend({ after: z.string() })
      .optional()
      .describe('The beginning of a day that the next run continues after this subject.'),
  })
  .meta({ id: EXPORT_INDEX, title: 'The index of the daily export' });
export type ExportIndex = z.infer<typeof exportIndexSchema>;
