import * as z from 'zod';
import { interchangeCalendar, interchangeItem } from './interchange-schema.ts';

const id = z.unknown();
const instant = z.iso.datetime();
const reading = z.object({
  activeDueAt: instant.nullable(),
  elapsedMinutes: z.int().min(0).nullable(),
  marginMinutes: z.number().nullable(),
  breached: z.boolean(),
});

/** The output of `batch`: one answer for each input line. */
const interchangeAnswer = z.union([
  z.strictObject({ id, due: instant }),
  z.strictObject({ id, minutes: z.int().min(0) }),
  z.strictObject({
    id,
    firstResponse: reading,
    nextResponse: reading,
    resolution: reading,
    nextDeadlineAt: instant.nullable(),
  }),
  z.strictObject({ id, error: z.string() }),
]);

/** Return the JSON Schema (draft 2020-12) of an input line and of an output line of `batch`. */
export function interchangeJsonSchema(): Record<string, unknown> {
  const request = z.union(
    interchangeItem.options.map((operation) => operation.extend({ calendar: interchangeCalendar })),
  );
  const { $schema, $defs, ...line } = z.toJSONSchema(request, { io: 'input' });
  const { $schema: _, ...answer } = z.toJSONSchema(interchangeAnswer);
  return {
    $schema,
    title: 'Working time and service-level clocks: requests and answers, one JSON value a line',
    $ref: '#/$defs/request',
    $defs: { request: line, answer, ...$defs },
  };
}
