import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import {
  actor,
  caseType,
  channel,
  priority,
  resolutionOutcome,
  segment,
  staffToNotify,
} from './vocabulary.ts';

/** How the beneficiary is asked whether the matter is finished. */
export const asked = z.enum(['mail', 'call', 'message']);
export type Asked = z.infer<typeof asked>;

/** Why the beneficiary is not asked. */
export const notAsked = z.enum([
  'no-address',
  'address-failing',
  'machine',
  'quarantined',
  'thanks',
  'withdrawn',
  'duplicate',
]);
export type NotAsked = z.infer<typeof notAsked>;

/** A case was resolved. */
export const caseResolved = defineEvent(
  'rida.case.resolved.v1',
  'A case was resolved.',
  z.object({
    by: actor,
    /** Missing in events from before outcomes were recorded: then it is unknown. */
    outcome: resolutionOutcome.optional(),
    type: caseType,
    category: z.string(),
    department: z.string(),
    district: z.string().optional(),
    service: z.string().optional(),
    segment,
    channel,
    openedAt: instant,
    generation: z.int().nonnegative(),
    /** How the beneficiary is asked to confirm it, or why not. Missing in events from before this was asked. */
    asks: z.enum([...asked.options, ...notAsked.options]).optional(),
    /** Results of the clocks at this moment. Missing when the policy sets no target. */
    firstResponseKept: z.boolean().optional(),
    resolutionKept: z.boolean().optional(),
    /** Missed, and resolved before a breach was announced. Otherwise that breach counts as the miss. */
    missedUnannounced: z.literal(true).optional(),
    /** Working minutes from opening to resolution, without pauses. */
    workingMinutes: z.int().nonnegative(),
    /** The same until the first escalation. Missing when it was not escalated. */
    escalatedAfter: z.int().nonnegative().optional(),
    /** Missing in events of version 1.0.0. */
    priority: priority.optional(),
    /** User name of the agent of the case. */
    assignee: z.string().optional(),
    /** The beneficiary wrote or called again before the first resolution. */
    followedUp: z.literal(true).optional(),
    /** Child cases, which end together with this case. */
    children: z.array(z.string()).max(200).optional(),
    staffToNotify,
  }),
);
