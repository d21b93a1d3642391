import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IStream, Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { KinesisFunctionName } from '#shared/runtime/function-name.ts';
import type { CaseTable } from './case-table.ts';
import type { ConnectInstance } from './connect-instance.ts';
import { DeadLetters } from './dead-letters.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';
import { RidaFunction, type VariablesOf } from './rida-function.ts';
import type { SigningKey } from './signing-key.ts';

export interface CallStreamsProps {
  readonly instance: ConnectInstance;
  readonly table: CaseTable;
  readonly signingKey: SigningKey;
}

interface StreamProps<N extends KinesisFunctionName> {
  readonly what: 'CONTACT_TRACE_RECORDS' | 'AGENT_EVENTS';
  readonly service: N;
  readonly variables: Omit<VariablesOf<N>, 'DEAD_LETTERS_URL'>;
  /** The impact of a failure on beneficiaries, as a sentence. */
  readonly impact: string;
}

const RECORDS_IMPACT =
  'Voice messages are not added to their cases, requests that callers made while Rida was unavailable are not processed, and call figures are incomplete.';
const AGENTS_IMPACT = 'Call records do not show hold times or calls that an agent missed.';
const REMEDY =
  'Each message names a stream, a shard and sequence numbers. Read the records with aws kinesis get-records. The stream keeps them for seven days.';
/** How long a record can be read again. An operator has this time to fix the function. */
const KEPT = Duration.days(7);

/** The two Kinesis streams that Connect writes beside contact events: contact records and agent events. */
export class CallStreams extends Construct {
  private readonly platform: Platform;
  private readonly instance: ConnectInstance;

  constructor(scope: Construct, id: string, platform: Platform, props: CallStreamsProps) {
    super(scope, id);
    const { instance, table, signingKey } = props;
    this.platform = platform;
    this.instance = instance;
    platform.keys.admitConnect();
    this.stream('ContactRecords', {
      what: 'CONTACT_TRACE_RECORDS',
      service: 'telephone/contact-records',
      variables: { TABLE_NAME: table.use('write'), SIGNING_KEY_ID: signingKey.reading() },
      impact: RECORDS_IMPACT,
    });
    this.stream('AgentEvents', {
      what: 'AGENT_EVENTS',
      service: 'telephone/agent-events',
      variables: { TABLE_NAME: table.use('write') },
      impact: AGENTS_IMPACT,
    });
  }

  private stream<N extends KinesisFunctionName>(id: string, props: StreamProps<N>): void {
    const { what, service, variables, impact } = props;
    const { keys, alarms } = this.platform;
    const stream = new Stream(this, id, {
      // A shard accepts 1,000 records per second. A call writes a few.
      streamMode: StreamMode.PROVISIONED,
      shardCount: 1,
      retentionPeriod: KEPT,
      encryption: StreamEncryption.KMS,
      // Contact records contain the phone numbers of callers.
      encryptionKey: keys.content,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    accept(stream, [exceptions.ownStreamKey]);
    this.instance.store({ what, stream, key: keys.content });
    const deadLetters = new DeadLetters(this, `${id}DeadLetters`, this.platform, {
      impact,
      remedy: REMEDY,
    });
    const reader = new RidaFunction(this, `${id}Reader`, this.platform, {
      service,
      variables: { ...variables, DEAD_LETTERS_URL: deadLetters.queue.queueUrl } as unknown as VariablesOf<N>,
      memoryMiB: 512,
      timeout: Duration.seconds(60),
      statements: [...this.reading(stream), ...deadLetters.sending()],
    });
    new EventSourceMapping(this, `${id}Source`, {
      target: reader,
      eventSourceArn: stream.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 50,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 100,
      maxRecordAge: Duration.days(6),
      onFailure: { bind: () => ({ destination: deadLetters.queue.queueArn }) },
    });
    alarms.add(this, `${id}Late`, {
      metric: reader.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
      threshold: Duration.minutes(30).toMilliseconds(),
      evaluationPeriods: 3,
      cause: 'a record that is not processed for 30 minutes',
      impact,
      remedy:
        'Records are processed late but are not lost: the stream keeps them for seven days. Check the errors of the function.',
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
