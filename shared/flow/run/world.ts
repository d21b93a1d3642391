/** What a function called from a flow receives. Source: admin guide, "connect-lambda-functions". */
export interface FlowEvent {
  readonly Name: 'ContactFlowEvent';
  readonly Details: {
    readonly ContactData: {
      readonly ContactId: string;
      readonly InitialContactId: string;
      readonly PreviousContactId: string;
      readonly Channel: string;
      readonly InitiationMethod: string;
      readonly InstanceARN: string;
      readonly LanguageCode: string;
      readonly CustomerEndpoint: Endpoint | null;
      readonly SystemEndpoint: Endpoint | null;
      readonly Queue: { readonly ARN: string; readonly Name: string } | null;
      readonly Attributes: Readonly<Record<string, string>>;
    };
    readonly Parameters: Readonly<Record<string, string>>;
  };
}

export interface Endpoint {
  readonly Type: 'TELEPHONE_NUMBER';
  /** E.164. */
  readonly Address: string;
}

/** A queue as the flow can ask about it. */
export interface QueueState {
  readonly contacts: number;
  /** Contacts the queue takes at most. */
  readonly capacity: number;
  readonly oldestAgeSeconds: number;
  readonly agents: { readonly online: number; readonly staffed: number; readonly available: number };
}

/** What a flow asks of the outside besides a Lambda's answer. */
export type Effect =
  | {
      readonly type: 'callback';
      readonly number: string;
      readonly queue: string;
      readonly delaySeconds: number;
      /** Calls placed at most, and the pause between them; absent when the flow does not say. */
      readonly attempts?: number;
      readonly retrySeconds?: number;
      /** The flow the new contact runs first. */
      readonly flow?: string;
    }
  | {
      readonly type: 'task';
      readonly name: string;
      readonly description: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly flow?: string;
      readonly delaySeconds?: number;
    }
  | {
      readonly type: 'recording';
      /** Whose voice is recorded with an agent. */
      readonly participants: readonly string[];
      /** Whether the automated part is recorded from here on; absent when it stays as it is. */
      readonly automated?: boolean;
    }
  | { readonly type: 'routing'; readonly priority?: number; readonly addSeconds?: number }
  | { readonly type: 'tags'; readonly tags: Readonly<Record<string, string>> };

/**
 * Everything outside the flow. Names are those of the flow's references: the name in `${lambda:name}`, or
 * the last part of an ARN.
 */
export interface World {
  /** The function's answer. A rejection takes the error branch. `signal` aborts when the time is over. */
  lambda(name: string, event: FlowEvent, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>>;
  /** Whether the named hours (or those of the queue) are open. */
  isOpen(hours: { readonly hours?: string; readonly queue?: string }, at: number): boolean;
  queue(name: string): QueueState;
  /** The caller waits in this queue from now on; its flow begins afterwards. */
  queued(name: string): void;
  /**
   * What comes of an action the interpreter does not do (a case, a profile, Voice ID): the result its
   * conditions compare with, or the type of an error. Undefined: it succeeds.
   */
  result(action: { readonly block: string; readonly type: string }): string | undefined;
  /**
   * A number as keyed in, as E.164; undefined when it is none. Without a country (two letters) the country
   * code is part of what was keyed in.
   */
  phoneNumber(keys: string, country: string | undefined): string | undefined;
  /** Dials a number for the caller. */
  dial(number: string): Promise<'answered' | 'failed' | 'no-answer'>;
  effect(effect: Effect): Promise<void>;
  /** Epoch milliseconds. */
  now(): number;
  /** At least 0 and less than 1. */
  random(): number;
  /** Fulfilled after so many seconds, or when the signal aborts. */
  after(seconds: number, signal: AbortSignal): Promise<void>;
}

/** The contact a call starts with. */
export interface CallContact {
  readonly contactId: string;
  /** The contact this one goes on from, and the first of them all, when it is not the first. */
  readonly previousContactId?: string;
  readonly initialContactId?: string;
  /** The caller's number (E.164); absent when it is withheld. */
  readonly customer?: string;
  readonly system?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly initiationMethod?: 'INBOUND' | 'OUTBOUND' | 'TRANSFER' | 'QUEUE_TRANSFER' | 'CALLBACK' | 'API';
  readonly instanceArn?: string;
  /** The queue it comes with: it waits in it already, or was sent there by an agent or another flow. */
  readonly queue?: string;
  /** `VOICE` when not given. Views are shown on the others only. */
  readonly channel?: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL';
  /** Further data that references read: `{ Customer: { FirstName: … } }`. */
  readonly data?: Readonly<Record<string, unknown>>;
}

const E164 = /^\+[1-9]\d{6,14}$/;

/** Without a plan of numbers a local one of four digits or more is taken as it is. */
const plausibleNumber: World['phoneNumber'] = (keys, country) => {
  const number = country === undefined ? `+${keys}` : keys;
  return (country === undefined ? E164 : /^\d{4,15}$/).test(number) ? number : undefined;
};

const waitSeconds = (seconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** A world in which it is always open, an agent is free, and no function is known. */
export const quietWorld: World = {
  lambda: (name) => Promise.reject(new Error(`no function is called ${name}`)),
  isOpen: () => true,
  queue: () => ({
    contacts: 0,
    capacity: Number.POSITIVE_INFINITY,
    oldestAgeSeconds: 0,
    agents: { online: 1, staffed: 1, available: 1 },
  }),
  queued: () => undefined,
  result: () => undefined,
  phoneNumber: plausibleNumber,
  dial: () => Promise.resolve('answered'),
  effect: () => Promise.resolve(),
  now: () => 0,
  random: () => 0,
  after: waitSeconds,
};
