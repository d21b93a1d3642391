/** The telephone system's facts about a contact. Times are epoch milliseconds. */
export interface ContactFacts {
  readonly initiatedAt?: number;
  readonly queuedAt?: number;
  readonly answeredAt?: number;
  readonly endedAt?: number;
  readonly reason?: string;
  readonly agent?: string;
  /** When the called person answered. For outgoing calls only. */
  readonly connectedAt?: number;
  readonly initiationMethod?: string;
  readonly queue?: string;
  /** Duration of after-contact work, when it has ended. */
  readonly afterWorkMs?: number;
  /** When these facts last changed. */
  readonly updatedAt?: number;
  /** The other party's number, as the telephone system reports it. */
  readonly customer?: string;
  /** Result of answering machine detection, a value of Connect. */
  readonly answeringMachine?: string;
}

/** Queries about contacts. They return undefined when the telephone system does not have the contact. */
export interface Contacts {
  describe(contactId: string): Promise<ContactFacts | undefined>;
  /** Return the contact attributes. */
  attributes(contactId: string): Promise<Readonly<Record<string, string>> | undefined>;
}

/** An order to place a call. The person who answers hears the flow. */
export interface DialOrder {
  /** A token places one call, after any number of repetitions. */
  readonly token: string;
  /** E.164. */
  readonly to: string;
  /** Name of the flow. */
  readonly flow: string;
  /** At most 32,768 bytes of names and values in total. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Ringing time in seconds, 15 to 60. */
  readonly ringSeconds: number;
}

/**
 * Why a call was not placed. `throttled` (too many requests) and `limit` (too many concurrent calls) are
 * temporary. The others are permanent: the destination or all calling is not allowed, the number is invalid,
 * or a configured resource does not exist.
 */
export type DialRefusal = 'throttled' | 'limit' | 'not-allowed' | 'invalid-number' | 'misconfigured';

export type Dialled = { readonly contactId: string } | { readonly refused: DialRefusal };

/** A task for an agent, shown among their contacts. It expires after seven days. */
export interface TaskOrder {
  readonly token: string;
  readonly name: string;
  readonly description: string;
  /** Address of the page for the work. */
  readonly url: string;
  readonly flow: string;
  /** When it is offered to agents: now by default, at most six days ahead. */
  readonly at?: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** `too-far`: more than six days ahead. `limit`: too many tasks are open. */
export type TaskRefusal = 'throttled' | 'limit' | 'too-far' | 'misconfigured';

export type TaskGiven = { readonly contactId: string } | { readonly refused: TaskRefusal };

/** Maximum time ahead for a task (Connect API reference, StartTaskContact). */
export const TASK_HORIZON_MS = 6 * 24 * 60 * 60_000;

/** Maximum size of the attributes of one contact: UTF-8 bytes of names and values. */
const MOST_ATTRIBUTE_BYTES = 32_768;

/**
 * Check contact attributes before they are sent.
 * @throws RangeError when the attributes are too large for a contact, or a name is invalid
 */
export function checkAttributes(attributes: Readonly<Record<string, string>>): void {
  const weight = Object.entries(attributes)
    .map(([name, value]) => Buffer.byteLength(name) + Buffer.byteLength(value))
    .reduce((sum, one) => sum + one, 0);
  if (weight > MOST_ATTRIBUTE_BYTES)
    throw new RangeError(`attributes have ${weight} bytes; the maximum is ${MOST_ATTRIBUTE_BYTES}`);
  const wrong = Object.keys(attributes).find((name) => !/^[\w-]+$/u.test(name));
  if (wrong !== undefined) throw new RangeError(`invalid attribute name ${JSON.stringify(wrong)}`);
}

/** The telephone system. A refusal is a return value. It throws when the telephone system does not answer. */
export interface Telephone extends Contacts {
  /** @throws RangeError for attributes that are too large or invalid */
  dial(order: DialOrder): Promise<Dialled>;
  /** End a contact. Return false when there is no active contact. */
  stop(contactId: string): Promise<boolean>;
  /** @throws RangeError for attributes that are too large or invalid */
  task(order: TaskOrder): Promise<TaskGiven>;
}
