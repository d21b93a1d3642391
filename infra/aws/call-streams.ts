import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IStream, Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { KinesisFunctionName } from '#shared/runtime/function-name.ts';
import type { CaseTable } from './case-table.ts';
import type { ConnectInstance } from './connect-instance.ts';
import type { ContentBuckets } from './content-buckets.ts';
import { DeadLetters } from './dead-letters.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';
import { RidaFunction, type VariablesOf } from './rida-function.ts';
import type { SigningKey } from './signing-key.ts';

export interface CallStreamsProps {
  readonly instance: ConnectInstance;
  readonly table: CaseTable;
  readonly signingKey: SigningKey;
  readonly content: ContentBuckets;
}

interface ReaderProps<N extends KinesisFunctionName> {
  readonly service: N;
  readonly variables: Omit<VariablesOf<N>, 'FAILED_BUCKET'>;
  /** Whether the records of this reader have the field `EventType`. */
  readonly events: boolean;
  /** The impact of a failure on beneficiaries, as a sentence. */
  readonly impact: string;
}

const RECORDS_IMPACT =
  'Voice messages are not added to their cases, requests that callers made while Rida was unavailable are not processed, and call figures are incomplete.';
const AGENTS_IMPACT = 'Call records do not show hold times or calls that an agent missed.';
/** The shortest time that Kinesis offers. A longer one costs more than the stream. */
const KEPT = Duration.hours(24);
/** Leaves Lambda the time to store a failed batch before the stream forgets it. */
const TRIED = Duration.hours(20);

/**
 * The Kinesis stream to which Connect writes contact records and agent events. Two functions read it, each its
 * own records. A record that fails for twenty hours is stored in a bucket, and a command feeds it to the
 * stream again.
 */
export class CallStreams extends Construct {
  private readonly platform: Platform;
  private readonly content: ContentBuckets;
  private readonly stream: Stream;

  constructor(scope: Construct, id: string, platform: Platform, props: CallStreamsProps) {
    super(scope, id);
    const { instance, table, signingKey, content } = props;
    const { keys } = platform;
    this.platform = platform;
    this.content = content;
    keys.admitConnect();
    this.stream = new Stream(this, 'Calls', {
      // A shard accepts 1,000 records per second. A call writes a few.
      streamMode: StreamMode.PROVISIONED,
      shardCount: 1,
      retentionPeriod: KEPT,
      encryption: StreamEncryption.KMS,
      // Contact records contain the phone numbers of callers.
      encryptionKey: keys.content,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const { stream } = this;
    accept(stream, [exceptions.ownStreamKey]);
    for (const what of ['CONTACT_TRACE_RECORDS', 'AGENT_EVENTS'] as const)
      instance.store({ what, stream, key: keys.content });
    this.reader('ContactRecords', {
      service: 'telephone/contact-records',
      variables: { TABLE_NAME: table.use('write'), SIGNING_KEY_ID: signingKey.reading() },
      events: false,
      impact: RECORDS_IMPACT,
    });
    this.reader('AgentEvents', {
      service: 'telephone/agent-events',
      variables: { TABLE_NAME: table.use('write') },
      events: true,
      impact: AGENTS_IMPACT,
    });
    this.watch();
  }

  private reader<N extends KinesisFunctionName>(id: string, props: ReaderProps<N>): void {
    const { service, variables, events, impact } = props;
    const failed = this.content.failing();
    const reader = new RidaFunction(this, `${id}Reader`, this.platform, {
      service,
      variables: { ...variables, FAILED_BUCKET: failed } as unknown as VariablesOf<N>,
      memoryMiB: 512,
      timeout: Duration.seconds(60),
      statements: this.reading(this.stream),
    });
    new EventSourceMapping(this, `${id}Source`, {
      target: reader,
      eventSourceArn: this.stream.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 50,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // A record is tried until it is too old: a number of attempts would be used up within minutes.
      maxRecordAge: TRIED,
      filters: [
        FilterCriteria.filter({
          data: { EventType: events ? FilterRule.exists() : FilterRule.notExists() },
        }),
      ],
      onFailure: { bind: () => ({ destination: this.content.failed.bucketArn }) },
    });
    this.platform.alarms.add(this, `${id}Late`, {
      metric: reader.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
      threshold: Duration.minutes(30).toMilliseconds(),
      evaluationPeriods: 3,
      cause: 'a record that is not processed for 30 minutes',
      impact,
      remedy:
        'Records are processed late but are not lost: after twenty hours they are stored in the bucket of failed records. Check the errors of the function.',
    });
  }

  /** Notify operators of each stored batch. */
  private watch(): void {
    const { failed } = this.content;
    const stored = new DeadLetters(this, 'Stored', this.platform, {
      impact: RECORDS_IMPACT,
      remedy: `Fix the cause, run: npm run failed-records -- feed --bucket ${failed.bucketName} --stream ${this.stream.streamName} --region REGION, and delete the messages of this queue.`,
    });
    new Rule(this, 'FailedRecords', {
      description: 'Records of calls that could not be processed',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [failed.bucketName] } },
      },
      targets: [
        new SqsQueue(stored.queue, {
          deadLetterQueue: stored.queue,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
  }

  /**
   * Return the permissions to read a stream (Lambda developer guide, "Using Lambda with Amazon Kinesis Data
   * Streams").
   */
  private reading({ streamArn }: IStream): PolicyStatement[] {
    const { keys } = this.platform;
    return [
      new PolicyStatement({
        actions: [
          'kinesis:DescribeStream',
          'kinesis:DescribeStreamSummary',
          'kinesis:GetRecords',
          'kinesis:GetShardIterator',
          'kinesis:ListShards',
        ],
        resources: [streamArn],
      }),
      keys.use(keys.content, 'kms:Decrypt'),
    ];
  }
}
