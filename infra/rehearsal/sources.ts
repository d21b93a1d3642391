import type { BatchResponse } from '#shared/runtime/lambda.ts';
import type { AwsCall } from './aws-call.ts';
import { type Caller, jsonCall, restCall } from './aws-client.ts';
import { isWanted } from './event-filter.ts';
import { accessKeyOf, type Lambdas } from './lambdas.ts';
import type { Ledger } from './ledger.ts';
import { type Mapping, mappingsOf, RECEIVED } from './mappings.ts';
import type { DeployedStack } from './stack.ts';
import { Targets } from './targets.ts';

/** A message of a queue, as SQS returns it. */
interface Message {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly Attributes?: Readonly<Record<string, string>>;
}

export interface SourcesProps {
  readonly stack: DeployedStack;
  readonly lambdas: Lambdas;
  readonly endpoint: string;
  readonly ledger: Ledger;
}

const MOST_ROUNDS = 500;
/** How often a batch is delivered before it goes to the dead-letter queue. */
const ATTEMPTS = 3;
/** Reads the queues and streams of the template as Lambda does, with the role of each function. */
export class Sources {
  readonly #props: SourcesProps;
  readonly #mappings: readonly Mapping[];
  readonly #targets: Targets;
  /** The place in each stream, by function. */
  readonly #iterators = new Map<string, string>();
  /** The ARNs of queues and streams that may have something to deliver. */
  readonly #touched = new Set<string>();

  constructor(props: SourcesProps) {
    this.#props = props;
    this.#mappings = mappingsOf(props.stack);
    this.#targets = new Targets(props.stack);
  }

  /** Begin to read the streams at their beginning, and look at the queues, as Lambda does for a mapping. */
  async open(): Promise<void> {
    for (const mapping of this.#mappings) {
      if (mapping.reader !== undefined) continue;
      if (mapping.kind === 'queue') {
        const QueueUrl = this.#urlOf(mapping.source);
        await jsonCall(this.#as(mapping.service), 'sqs', 'GetQueueAttributes', {
          QueueUrl,
          AttributeNames: ['All'],
        });
        continue;
      }
      this.#iterators.set(
        mapping.service,
        mapping.kind === 'table' ? await this.#openTable(mapping) : await this.#openStream(mapping),
      );
    }
  }

  /** Note where a call may have put something. */
  touch(call: Pick<AwsCall, 'service' | 'asked' | 'input'>): void {
    for (const place of this.#targets.of(call)) this.#touched.add(place);
  }

  /** Deliver everything that waits, and what follows from it, until nothing waits. */
  async drain(): Promise<void> {
    for (let round = 0; this.#touched.size > 0; round += 1) {
      if (round > MOST_ROUNDS) throw new Error('the queues do not become empty');
      const touched = new Set(this.#touched);
      this.#touched.clear();
      const due = this.#mappings.filter(({ source }) => touched.has(source));
      for (const mapping of due) {
        const count = await (mapping.kind === 'queue' ? this.#takeQueue(mapping) : this.#takeStream(mapping));
        // A full batch may not have been everything.
        if (count > 0) this.#touched.add(mapping.source);
      }
    }
  }

  /** Look at every queue, whatever was put where. */
  async drainAll(): Promise<void> {
    for (const { source } of this.#mappings) this.#touched.add(source);
    await this.drain();
  }

  #as(service: string): Caller {
    const { endpoint, stack } = this.#props;
    return { endpoint, region: stack.region, accessKey: accessKeyOf(service) };
  }

  #urlOf(arn: string): string {
    const [, , , , account, name] = arn.split(':');
    return `${this.#props.endpoint}/${account}/${name}`;
  }

  async #takeQueue({ service, reader, source, batchSize }: Mapping): Promise<number> {
    const caller = this.#as(reader ?? service);
    const QueueUrl = this.#urlOf(source);
    const messages: Message[] = [];
    while (messages.length < batchSize) {
      const most = Math.min(RECEIVED, batchSize - messages.length);
      const { Messages = [] } = await jsonCall<{ Messages?: Message[] }>(caller, 'sqs', 'ReceiveMessage', {
        ...{ QueueUrl, MaxNumberOfMessages: most, WaitTimeSeconds: 0, AttributeNames: ['All'] },
      });
      messages.push(...Messages);
      if (Messages.length < most) break;
    }
    if (messages.length === 0) return 0;
    const Records = messages.map((one) => ({
      ...{ messageId: one.MessageId, receiptHandle: one.ReceiptHandle, body: one.Body },
      ...{ attributes: one.Attributes ?? {}, messageAttributes: {}, eventSource: 'aws:sqs' },
      ...{ eventSourceARN: source, awsRegion: caller.region, md5OfBody: '' },
    }));
    const failed = await this.#deliver(service, Records, ({ messageId }) => messageId, reader);
    for (const one of messages) {
      if (failed.has(one.MessageId)) {
        this.#props.ledger.broke(service, `did not take ${one.Body.slice(0, 300)}`);
        continue;
      }
      this.#props.ledger.took(service, one.Body);
      await jsonCall(caller, 'sqs', 'DeleteMessage', { QueueUrl, ReceiptHandle: one.ReceiptHandle });
    }
    return messages.length;
  }

  /**
   * Deliver a batch, and the failed part of it again, as Lambda does. Return the items that failed every time.
   * Errors of an attempt before a successful one are forgotten.
   */
  async #deliver<R>(
    service: string,
    records: readonly R[],
    idOf: (record: R) => string,
    reader?: string,
  ): Promise<ReadonlySet<string>> {
    const { ledger } = this.#props;
    let left = records;
    for (let attempt = 1; left.length > 0 && attempt <= ATTEMPTS; attempt += 1) {
      const before = ledger.mark();
      const failed = await this.#invoke(service, { Records: left }, reader);
      left = failed === 'all' ? left : left.filter((record) => failed.has(idOf(record)));
      if (left.length > 0 && attempt < ATTEMPTS) ledger.forgive(service, before);
    }
    return new Set(left.map(idOf));
  }

  /** Return the failed items of a batch, or `all` when the invocation failed. */
  async #invoke(service: string, event: object, reader?: string): Promise<ReadonlySet<string> | 'all'> {
    try {
      const { batchItemFailures } = await (reader === undefined
        ? this.#props.lambdas.invoke<BatchResponse>(service, event)
        : this.#invokeAs(reader, service, event));
      return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    } catch (error) {
      this.#props.ledger.broke(service, error instanceof Error ? error.message : String(error));
      return 'all';
    }
  }

  /** Invoke a function as another one does, with the role of that one. */
  async #invokeAs(reader: string, service: string, event: object): Promise<BatchResponse> {
    const { stack } = this.#props;
    const name = stack.name(stack.functions.get(service)?.logical ?? '');
    const path = `/2015-03-31/functions/${name}/invocations`;
    const answer = JSON.parse(
      await restCall(this.#as(reader), 'lambda', 'POST', path, JSON.stringify(event)),
    ) as BatchResponse & { errorMessage?: string };
    if (answer.errorMessage !== undefined) throw new Error(answer.errorMessage);
    return answer;
  }

  async #openTable({ service, source }: Mapping): Promise<string> {
    const caller = this.#as(service);
    const table = source.split('/')[1] ?? '';
    const { Streams = [] } = await jsonCall<{ Streams?: { StreamArn: string }[] }>(
      caller,
      'streams',
      'ListStreams',
      {
        TableName: table,
      },
    );
    const StreamArn = Streams[0]?.StreamArn ?? '';
    const { StreamDescription } = await jsonCall<{
      StreamDescription: { Shards: { ShardId: string }[] };
    }>(caller, 'streams', 'DescribeStream', { StreamArn });
    const { ShardIterator } = await jsonCall<{ ShardIterator: string }>(
      caller,
      'streams',
      'GetShardIterator',
      {
        ...{ StreamArn, ShardId: StreamDescription.Shards[0]?.ShardId, ShardIteratorType: 'TRIM_HORIZON' },
      },
    );
    return ShardIterator;
  }

  async #openStream({ service, source: StreamARN }: Mapping): Promise<string> {
    const caller = this.#as(service);
    for (const operation of ['DescribeStream', 'DescribeStreamSummary'])
      await jsonCall(caller, 'kinesis', operation, { StreamARN });
    const { Shards } = await jsonCall<{ Shards: { ShardId: string }[] }>(caller, 'kinesis', 'ListShards', {
      StreamARN,
    });
    const { ShardIterator } = await jsonCall<{ ShardIterator: string }>(
      caller,
      'kinesis',
      'GetShardIterator',
      {
        ...{ StreamARN, ShardId: Shards[0]?.ShardId, ShardIteratorType: 'TRIM_HORIZON' },
      },
    );
    return ShardIterator;
  }

  async #takeStream(mapping: Mapping): Promise<number> {
    const { service, kind, source, patterns } = mapping;
    const caller = this.#as(service);
    const at = this.#iterators.get(service) ?? '';
    const { Records = [], NextShardIterator } = await jsonCall<{
      Records?: Readonly<Record<string, unknown>>[];
      NextShardIterator?: string;
    }>(caller, kind === 'table' ? 'streams' : 'kinesis', 'GetRecords', {
      ShardIterator: at,
      ...(kind === 'stream' && { StreamARN: source }),
    });
    this.#iterators.set(service, NextShardIterator ?? at);
    const all = kind === 'table' ? Records : Records.map((one) => kinesisRecord(one, source));
    const wanted = all.filter((record) => isWanted(patterns, record));
    if (wanted.length === 0) return 0;
    const failed = await this.#deliver(service, wanted, sequenceOf);
    for (const record of wanted) {
      if (failed.has(sequenceOf(record)))
        this.#props.ledger.broke(service, 'did not take a record of its stream');
      else this.#props.ledger.took(service, JSON.stringify(record));
    }
    return wanted.length;
  }
}

const sequenceOf = ({ dynamodb, kinesis }: Readonly<Record<string, unknown>>): string => {
  const { SequenceNumber } = (dynamodb ?? {}) as { SequenceNumber?: string };
  const { sequenceNumber } = (kinesis ?? {}) as { sequenceNumber?: string };
  return SequenceNumber ?? sequenceNumber ?? '';
};

const kinesisRecord = (record: Readonly<Record<string, unknown>>, source: string) => ({
  ...{ eventSource: 'aws:kinesis', eventSourceARN: source, eventName: 'aws:kinesis:record' },
  eventID: `shardId-000000000000:${record.SequenceNumber}`,
  kinesis: {
    ...{ sequenceNumber: String(record.SequenceNumber), partitionKey: record.PartitionKey },
    data: String(record.Data),
  },
});
