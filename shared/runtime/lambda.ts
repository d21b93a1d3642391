import type { Logger } from './logger.ts';

/** The part of Lambda's context that Rida uses. */
export interface LambdaContext {
  readonly awsRequestId: string;
  readonly functionName?: string;
  getRemainingTimeInMillis?(): number;
}

/** A function as Lambda calls it. */
export type LambdaHandler<E, R> = (event: E, context: LambdaContext) => Promise<R>;

/** What a use case gets of the invocation it runs in. */
export interface Invocation {
  /** Aborted shortly before Lambda's time is up; pass it on to whatever can be given up. */
  readonly signal: AbortSignal;
  /** Carries the ids of this invocation in every line. */
  readonly logger: Logger;
}

/** What a use case gets of a message in hand. */
export interface MessageInvocation extends Invocation {
  readonly messageId: string;
  /** How often the queue has handed this message out, this time included. */
  readonly attempt: number;
}

/** What a Connect flow reads at `$.External.<name>`. */
export type FlowAnswer = Readonly<Record<string, string>>;

/** SQS event (Lambda developer guide, "Using Lambda with Amazon SQS"). */
export interface SqsEvent {
  readonly Records: readonly SqsRecord[];
}
export interface SqsRecord {
  readonly messageId: string;
  readonly body: string;
  readonly attributes?: { readonly ApproximateReceiveCount?: string };
  /** What this delivery is hidden or removed by. */
  readonly receiptHandle?: string;
  /** The queue. */
  readonly eventSourceARN?: string;
}

/** DynamoDB stream event (Lambda developer guide, "Using Lambda with Amazon DynamoDB"). */
export interface StreamEvent {
  readonly Records: readonly StreamRecord[];
}
export interface StreamRecord {
  readonly eventName?: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly dynamodb?: {
    readonly SequenceNumber?: string;
    /** Attribute values in DynamoDB's JSON, e.g. `{ S: 'text' }`. */
    readonly NewImage?: Readonly<Record<string, unknown>>;
  };
}

/** Kinesis event (Lambda developer guide, "Using Lambda with Amazon Kinesis Data Streams"). */
export interface KinesisEvent {
  readonly Records: readonly KinesisRecord[];
}
export interface KinesisRecord {
  /** Shard and sequence number. */
  readonly eventID: string;
  /** The stream. */
  readonly eventSourceARN?: string;
  readonly kinesis: {
    readonly sequenceNumber: string;
    /** Base64. */
    readonly data: string;
  };
}

/** What failed of a batch; SQS redelivers those, a stream everything from the first of them on. */
export interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export const failuresOf = (ids: readonly string[]): BatchResponse => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});
