/** What the telephone system knows of a contact; times in epoch milliseconds. */
export interface ContactFacts {
  readonly initiatedAt?: number;
  readonly queuedAt?: number;
  readonly answeredAt?: number;
  readonly endedAt?: number;
  readonly reason?: string;
  readonly agent?: string;
  /** When the other end answered: of calls out. */
  readonly connectedAt?: number;
  readonly initiationMethod?: string;
  readonly queue?: string;
  /** Work after the call, once it is done. */
  readonly afterWorkMs?: number;
  /** When what is told was last changed. */
  readonly updatedAt?: number;
  /** The other end's number, as the telephone system gives it. */
  readonly customer?: string;
  /** What answering machine detection found, in Connect's words. */
  readonly answeringMachine?: string;
}

/** What may be asked about contacts; undefined when the telephone system knows nothing of one. */
export interface Contacts {
  describe(contactId: string): Promise<ContactFacts | undefined>;
  /** What flows and functions wrote down with the contact. */
  attributes(contactId: string): Promise<Readonly<Record<string, string>> | undefined>;
}

/** A call to be placed: whoever answers hears the flow. */
export interface DialOrder {
  /** The same token places one call, however often it is asked for. */
  readonly token: string;
  /** E.164. */
  readonly to: string;
  /** Name of the flow. */
  readonly flow: string;
  /** At most 32,768 bytes, names and values together. */
  readonly attributes: Readonly<Record<string, string>>;
  /** How long it rings, 15 to 60. */
  readonly ringSeconds: number;
}

/**
 * Why a call was not placed. `throttled` and `limit` pass (too many requests; too many calls at once); the
 * others do not: the destination or calling at all is not allowed, the number is none, or what was asked for
 * is not there.
 */
export type DialRefusal = 'throttled' | 'limit' | 'not-allowed' | 'invalid-number' | 'misconfigured';

export type Dialled = { readonly contactId: string } | { readonly refused: DialRefusal };

/** Something an agent is to do, shown among their contacts. It lapses after seven days. */
export interface TaskOrder {
  readonly token: string;
  readonly name: string;
  readonly description: string;
  /** Page where the work is done. */
  readonly url: string;
  readonly flow: string;
  /** When it is offered to agents: now, or at most six days ahead. */
  readonly at?: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** `too-far`: more than six days ahead. `limit`: too many tasks are open. */
export type TaskRefusal = 'throttled' | 'limit' | 'too-far' | 'misconfigured';

export type TaskGiven = { readonly contactId: string } | { readonly refused: TaskRefusal };

/** How far ahead the telephone system takes a task (Connect API reference, StartTaskContact). */
export const TASK_HORIZON_MS = 6 * 24 * 60 * 60_000;

/** The most that attributes of one contact may weigh, UTF-8 bytes of names and values. */
export const MOST_ATTRIBUTE_BYTES = 32_768;

/** @throws RangeError when attributes weigh more than a contact can carry, or a name is not allowed */
export function checkAttributes(attributes: Readonly<Record<string, string>>): void {
  const weight = Object.entries(attributes)
    .map(([name, value]) => Buffer.byteLength(name) + Buffer.byteLength(value))
    .reduce((sum, one) => sum + one, 0);
  if (weight > MOST_ATTRIBUTE_BYTES)
    throw new RangeError(`attributes weigh ${weight} bytes; at most ${MOST_ATTRIBUTE_BYTES}`);
  const wrong = Object.keys(attributes).find((name) => !/^[\w-]+$/u.test(name));
  if (wrong !== undefined) throw new RangeError(`no attribute can be called ${JSON.stringify(wrong)}`);
}

/** The telephone system. What it refuses is answered; it throws when it did not answer. */
export interface Telephone extends Contacts {
  /** @throws RangeError for attributes no contact can carry */
  dial(order: DialOrder): Promise<Dialled>;
  /** Ends a contact; false when there is none to end. */
  stop(contactId: string): Promise<boolean>;
  /** @throws RangeError for attributes no contact can carry */
  task(order: TaskOrder): Promise<TaskGiven>;
}
