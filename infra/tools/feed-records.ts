import * as z from 'zod';

/** A batch that Lambda stored because its function failed, or a record that the function could not read. */
const stored = z.object({
  payload: z.string().transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'the payload is not JSON' });
      return z.NEVER;
    }
  }),
});
const kinesisEvent = z.object({
  Records: z.array(
    z.object({ kinesis: z.object({ data: z.base64(), partitionKey: z.string().min(1).default('failed') }) }),
  ),
});

/** A record in the form of PutRecords. */
export interface StreamRecord {
  readonly Data: string;
  readonly PartitionKey: string;
}

/** The stored objects, and the stream to which they are fed. */
export interface FailedRecords {
  keys(): Promise<readonly string[]>;
  read(key: string): Promise<string>;
  remove(key: string): Promise<void>;
  /** Put records on the stream. Return those that it rejected. */
  put(records: readonly StreamRecord[]): Promise<readonly StreamRecord[]>;
}

/**
 * Return the records of a stored object.
 *
 * @throws ZodError when the object is not a failed batch
 */
export const recordsIn = (text: string): StreamRecord[] =>
  kinesisEvent
    .parse(stored.parse(JSON.parse(text)).payload)
    .Records.map(({ kinesis }) => ({ Data: kinesis.data, PartitionKey: kinesis.partitionKey }));

const MOST = 500;

export interface Fed {
  readonly objects: number;
  readonly records: number;
  /** The objects that stay, with the reason. */
  readonly left: readonly string[];
}

/**
 * Put every stored record on the stream again. An object is removed when the stream has all its records. A
 * record that is fed twice changes nothing: functions accept repeats.
 */
export async function feedRecords({ keys, read, remove, put }: FailedRecords): Promise<Fed> {
  const left: string[] = [];
  let [objects, records] = [0, 0];
  for (const key of await keys()) {
    try {
      const found = recordsIn(await read(key));
      for (let at = 0; at < found.length; at += MOST) {
        const rejected = await put(found.slice(at, at + MOST));
        if (rejected.length > 0) throw new Error(`the stream rejected ${rejected.length} records`);
      }
      await remove(key);
      objects += 1;
      records += found.length;
    } catch (error) {
      left.push(`${key}: ${error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message}`);
    }
  }
  return { objects, records, left };
}
