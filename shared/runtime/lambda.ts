import type { Logger } from './logger.ts';

/** The part of Lambda's context that Rida uses. */
export interface LambdaContext {
  readonly awsRequestId: string;
  readonly functionName?: string;
  getRemainingTimeInMillis?(): number;
}

/** A function in the form in which Lambda invokes it. */
export type LambdaHandler<E, R> = (event: E, context: LambdaContext) => Promise<R>;

/** The part of an invocation that use cases get. */
export interface Invocation {
  /** Aborts shortly before Lambda's timeout. Pass it to every operation that can be cancelled. */
  readonly signal: AbortSignal;
  /** Adds the ids of this invocation to every line. */
  readonly logger: Logger;
}

/** The part of an invocation that use cases get, for one message. */
export interface MessageInvocation extends Invocation {
  readonly messageId: string;
  /** The receive count of this message, this delivery included. */
  readonly attempt: number;
}

/** The values that a Connect flow reads at `$.External.<name>`. */
export type FlowAnswer = Readonly<Record<string, string>>;

/** SQS event (Lambda developer guide, "Using Lambda with Amazon SQS"). */
export interface SqsEvent {
  readonly Records: readonly SqsRecord[];
}
export interface SqsRecord {
  readonly messageId: string;
  readonly body: string;
  readonly attributes?: { readonly ApproximateReceiveCount?: string };
  /** Handle for hiding or deleting this delivery. */
  readonly receiptHandle?: string;
  /** ARN of the queue. */
  readonly eventSourceARN?: string;
}

/** Record of a DynamoDB stream (Lambda developer guide, "Using Lambda with Amazon DynamoDB"). */
export interface StreamRecord {
  readonly eventName?: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly dynamodb?: {
    readonly SequenceNumber?: string;
    /** Attribute values in DynamoDB's JSON, e.g. `{ S: 'text' }`. */
    readonly Keys?: Readonly<Record<string, unknown>>;
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
  /** ARN of the stream. */
  readonly eventSourceARN?: string;
  readonly kinesis: {
    readonly sequenceNumber: string;
    /** Base64. */
    readonly data: string;
  };
}

/**
 * The failed items of a batch. SQS redelivers them; a stream redelivers everything from the first of them.
 */
export interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export const failuresOf = (ids: readonly string[]): BatchResponse => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});
