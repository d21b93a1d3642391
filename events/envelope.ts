import * as z from 'zod';

const type = z.string().regex(/^rida\.[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.v[1-9]\d*$/u);

/** An instant as UTC ISO 8601 with milliseconds, so that text order equals time order. */
export const instant = z.iso.datetime({ precision: 3 });

/**
 * The envelope of every event: CloudEvents names, in EventBridge's `detail`. `id` is derived from the cause,
 * so that a repeated cause counts once.
 */
const envelope = z.object({
  id: z.string().regex(/^[0-9a-z]{26}$/u),
  type,
  source: z.string().regex(/^rida\.[a-z]+$/u),
  subject: z.string().min(1).max(80),
  subjectVersion: z.int().positive(),
  time: instant,
  recordedTime: instant,
  correlationId: z.string().min(1).max(120),
  causationId: z.string().min(1).max(120),
});
type Envelope = z.infer<typeof envelope>;

/** One event in one version: its detail-type, and the schemas of its data and of the whole event. */
export interface EventContract<T extends string = string, D extends z.ZodType = z.ZodType> {
  readonly type: T;
  readonly title: string;
  readonly data: D;
  readonly schema: z.ZodType<EventOf<T, z.infer<D>>>;
}

type EventOf<T extends string, D> = Omit<Envelope, 'type'> & { type: T; data: D };

/**
 * Define a contract. Consumers ignore unknown fields (zod strips them). Add optional fields in place. For any
 * other change, create a new file with the next version.
 */
export function defineEvent<const T extends string, D extends z.ZodType>(
  type: T,
  title: string,
  data: D,
): EventContract<T, D> {
  const schema = envelope.extend({ type: z.literal(type), data }).meta({ id: type, title });
  return { type, title, data, schema: schema as unknown as z.ZodType<EventOf<T, z.infer<D>>> };
}
