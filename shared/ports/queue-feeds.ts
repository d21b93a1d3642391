/** A queue, and the function that processes its messages. */
export interface Feed {
  /** The name of the queue. */
  readonly queue: string;
  /** The name of the function. */
  readonly worker: string;
  /** The most messages that the function gets at once. */
  readonly batchSize: number;
}

/** A message of a queue, in the form in which Lambda gives it to a function. */
export interface QueuedMessage {
  readonly messageId: string;
  readonly body: string;
  /** Handle for hiding or removing this delivery. */
  readonly receiptHandle: string;
  /** ARN of the queue. */
  readonly eventSourceARN: string;
  readonly attributes: { readonly ApproximateReceiveCount?: string };
}

/** Messages that wait for a function. */
export interface QueueFeeds {
  /** Return the messages of a queue as soon as there are some, or none after so many seconds. */
  receive(feed: Feed, seconds: number): Promise<readonly QueuedMessage[]>;
  /** Invoke the function. Return the ids of the messages that it did not process: all if it failed. */
  process(feed: Feed, messages: readonly QueuedMessage[]): Promise<ReadonlySet<string>>;
  /** Remove messages from the queue. */
  remove(feed: Feed, messages: readonly QueuedMessage[]): Promise<void>;
}
