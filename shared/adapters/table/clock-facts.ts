import * as z from 'zod';
import { caseStatus } from '#events/vocabulary.ts';
import type { ClockFact } from '#shared/domain/cases/case.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import { instant as at, whole } from './field-types.ts';

const request = z.string().regex(/^[rh][1-9]\d{0,5}$/u);
const source = z.string().regex(/^[\w-]{1,40}$/u);

/** The types of the facts that have these fields besides `at` and `type`, and no others. */
type TypesWith<Fields extends string, Fact = ClockFact> = Fact extends ClockFact
  ? [Exclude<keyof Fact, 'at' | 'type'>, Fields] extends [Fields, Exclude<keyof Fact, 'at' | 'type'>]
    ? Fact['type']
    : never
  : never;

const settledRuns = z.object({
  count: whole,
  worst: z
    .object({
      generation: whole,
      startedAt: at,
      metAt: at.optional(),
      elapsedMs: whole,
      targetMs: whole,
      breached: z.boolean(),
    })
    .optional(),
});

// An optional field must be missing, not undefined, which the types of zod's optional fields cannot express.
const clockFact = z.discriminatedUnion('type', [
  z.object({
    at,
    type: z.enum(
      everyOf<TypesWith<never>>()([
        'opened',
        'beneficiary-contact',
        'agent-contact',
        'reopened',
        'terms',
        'promise-withdrawn',
      ]),
    ),
  }),
  z.object({ at, type: z.literal('status'), status: caseStatus }),
  z.object({ at, type: z.literal('promised'), dueAt: at }),
  z.object({ at, type: z.literal('asked'), request, dueAt: at.optional() }),
  z.object({ at, type: z.enum(everyOf<TypesWith<'request'>>()(['answered', 'request-withdrawn'])), request }),
  z.object({
    at,
    type: z.literal('absorbed'),
    source,
    remaining: z.object({ firstResponse: whole.optional(), resolution: whole.optional() }),
  }),
  z.object({ at, type: z.literal('released'), source }),
  z.object({ at, type: z.literal('extended'), plainMs: whole }),
  z.object({
    at,
    type: z.literal('settled'),
    exchanges: settledRuns,
    promises: settledRuns,
    resolutions: whole,
    firstResolvedAt: at.optional(),
  }),
]) as unknown as z.ZodType<ClockFact>;

/** Facts that the clocks of a case need, in the order of recording. */
export const clockFacts = z.array(clockFact);
