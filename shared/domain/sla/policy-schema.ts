import * as z from 'zod';
import { audience } from '#events/vocabulary.ts';
import { everyOf } from '../every-of.ts';
import type { SlaPolicy } from './policy.ts';
import { CLOCK_NAMES, PRIORITIES } from './policy.ts';

const minutes = z.int().min(1).max(1_000_000);
const names = z.array(z.string().min(1)).readonly();
const clock = z.enum(['any', ...CLOCK_NAMES]);
const tell = audience;
const level = z.int().min(0).max(9);

const targets = z.strictObject({
  firstResponseMinutes: minutes.optional(),
  nextResponseMinutes: minutes.optional(),
  resolutionMinutes: minutes.optional(),
  departmentMinutes: minutes.optional(),
});

const rung = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('warn'),
    clock,
    tell,
    atShare: z
      .number()
      .gt(0, 'expected a share above 0')
      .lt(1, 'expected a share below 1, where the breach is'),
    level: level.optional(),
  }),
  z.strictObject({
    action: z.literal('breach'),
    clock,
    tell,
    atShare: z.literal(1),
    level: level.optional(),
  }),
  z.strictObject({
    action: z.literal('escalate'),
    clock,
    tell,
    afterBreachMinutes: minutes,
    level,
    repeat: z
      .strictObject({ everyMinutes: minutes, times: z.int().min(1).max(30) })
      .readonly()
      .optional(),
  }),
]);

/** Schema of a service level. Each issue names its field and the expected value. */
export const policySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u, 'expected a short lower-case id such as "report"'),
  version: z.int().min(1),
  name: z.strictObject({ ar: z.string().min(1), en: z.string().min(1) }),
  calendarId: z.string().min(1),
  when: z.strictObject({
    types: names.optional(),
    categories: names.optional(),
    segments: names.optional(),
    priorities: z.array(z.enum(PRIORITIES)).readonly().optional(),
    channels: names.optional(),
    departments: names.optional(),
  }),
  targets: z.strictObject({ urgent: targets, high: targets, normal: targets, low: targets }),
  pauseStatuses: z.strictObject({ firstResponse: names, nextResponse: names, resolution: names }),
  finalStatuses: names.refine((list) => list.length > 0, 'expected at least one status that ends a case'),
  reopening: z.enum(everyOf<SlaPolicy['reopening']>()(['begins-again', 'runs-on'])),
  ladder: z.array(rung).readonly().superRefine(noTwin),
});

/** Two rungs at one point of one clock would share a key, and the second would never act. */
function noTwin(ladder: readonly z.infer<typeof rung>[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [i, entry] of ladder.entries()) {
    const point =
      'afterBreachMinutes' in entry ? `after ${entry.afterBreachMinutes} minutes` : `at ${entry.atShare}`;
    const place = `${point} for ${entry.clock}`;
    if (seen.has(place)) {
      context.addIssue({ code: 'custom', path: [i], message: `expected one rung ${place}, got a second` });
    }
    seen.add(place);
  }
}
