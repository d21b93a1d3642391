import * as z from 'zod';
import { CONTROL_RULES } from './control-chart.ts';
import { RATES } from './response-rates.ts';

const id = z.unknown().optional();
const count = z.int('expected a whole number').min(0, 'expected 0 or more');
const number = z.number('expected a number');
const flag = z.boolean('expected true or false');
const name = z.string('expected a name');
const stratum = z.object({ name, population: count, n: count });
const strata = <T extends z.ZodType>(of: T) =>
  z.array(of, 'expected a list').min(1, 'expected at least one stratum');
const answered = z
  .object({ n: count.min(1, 'expected 1 or more'), yes: count })
  .refine(({ n, yes }) => yes <= n, { path: ['yes'], message: 'expected a number up to n' });

/** A level may be written as a number, such as a year: keys of JSON are text. */
const level = z.union([z.string(), z.number(), z.boolean()], 'expected a text').transform(String);

const share = z.object({
  ...{ id, op: z.literal('share') },
  strata: strata(stratum.extend({ yes: count })),
  fpc: flag,
});
const mean = z.object({
  ...{ id, op: z.literal('mean') },
  strata: strata(stratum.extend({ mean: number, variance: number.min(0, 'expected 0 or more') })),
  fpc: flag,
});
const wilson = z.object({ id, op: z.literal('wilson'), n: count, yes: count });
const difference = z.object({ id, op: z.literal('difference'), first: answered, second: answered });
const rake = z.object({
  ...{ id, op: z.literal('rake') },
  cells: z
    .array(
      z.object({
        values: z.record(z.string(), level),
        n: count,
        weight: number.min(0, 'expected 0 or more').optional(),
      }),
      'expected a list',
    )
    .min(1, 'expected at least one cell'),
  margins: z
    .record(z.string(), z.record(z.string(), number.min(0, 'expected 0 or more')))
    .refine((margins) => Object.keys(margins).length > 0, 'expected at least one dimension'),
});
const xmr = z.object({
  ...{ id, op: z.literal('xmr') },
  values: z.array(number, 'expected a list of numbers'),
  screen: flag,
});
const rates = z.object({
  ...{ id, op: z.literal('rates') },
  counts: z.object({
    ...{ I: count, P: count, R: count, NC: count, O: count, UH: count, UO: count },
    ineligible: count,
  }),
});
const allocate = z.object({
  ...{ id, op: z.literal('allocate') },
  strata: strata(z.object({ name, population: count })),
  ...{ n: count, floor: count },
});

const QUESTIONS = [share, mean, wilson, difference, rake, xmr, rates, allocate] as const;
const OPS = QUESTIONS.map(({ shape }) => shape.op.value);

/** A question of `survey batch`: one JSON value a line. */
export const statisticsQuestion = z.discriminatedUnion('op', QUESTIONS, {
  error: ({ code }) =>
    code === 'invalid_union'
      ? `expected one of ${OPS.join(', ')}`
      : 'expected a question such as {"op":"wilson"}',
});
export type StatisticsQuestion = z.infer<typeof statisticsQuestion>;

const fraction = z.number().min(0).max(1);
const interval = (method: 'wilson' | 'normal') =>
  z.strictObject({ method: z.literal(method), low: z.number(), high: z.number() });
const estimated = { estimate: z.number(), standardError: z.number().min(0) };
const sizes = { n: count, effectiveN: z.number().min(0) };

/**
 * An answer of `survey batch`.
 * @internal exported for tests
 */
export const statisticsAnswer = z.union([
  z.strictObject({ id, ...estimated, interval: interval('wilson'), ...sizes }),
  z.strictObject({ id, ...estimated, interval: interval('normal'), ...sizes }),
  z.strictObject({ id, low: fraction, high: fraction }),
  z.strictObject({ id, estimate: z.number(), low: z.number(), high: z.number() }),
  z.strictObject({ id, weights: z.array(z.number().min(0)) }),
  z.strictObject({
    ...{ id, mean: z.number(), upper: z.number(), lower: z.number() },
    signals: z.array(z.strictObject({ index: count, rule: z.enum(CONTROL_RULES) })),
  }),
  z.strictObject({
    ...{ id, e: fraction },
    ...(Object.fromEntries(RATES.map((rate) => [rate, fraction.nullable()])) as Record<
      (typeof RATES)[number],
      z.ZodNullable<typeof fraction>
    >),
  }),
  z.strictObject({ id, sizes: z.array(count) }),
  z.strictObject({ id, error: z.string() }),
]);

/** Return the JSON Schema (draft 2020-12) of an input line and of an output line of `survey batch`. */
export function statisticsJsonSchema(): Record<string, unknown> {
  const { $schema, ...question } = z.toJSONSchema(statisticsQuestion, { io: 'input' });
  const { $schema: _, ...answer } = z.toJSONSchema(statisticsAnswer);
  return {
    $schema,
    title: 'Estimates of surveys: questions and answers, one JSON value a line',
    $ref: '#/$defs/question',
    $defs: { question, answer },
  };
}
