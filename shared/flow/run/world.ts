/** Input of a function that a flow invokes. Source: admin guide, "connect-lambda-functions". */
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

interface Endpoint {
  readonly Type: 'TELEPHONE_NUMBER';
  /** E.164. */
  readonly Address: string;
}

/** The state of a queue that a flow can query. */
export interface QueueLoad {
  readonly contacts: number;
  /** Maximum number of contacts in the queue. */
  readonly capacity: number;
  readonly oldestAgeSeconds: number;
  readonly agents: { readonly online: number; readonly staffed: number; readonly available: number };
}

/** A flow's effect outside itself, besides a function's answer. */
export type FlowEffect =
  | {
      readonly type: 'callback';
      readonly number: string;
      readonly queue: string;
      readonly delaySeconds: number;
      /** Maximum number of calls, and the pause between them. Missing when the flow does not set them. */
      readonly attempts?: number;
      readonly retrySeconds?: number;
      /** The flow that the new contact runs first. */
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
      /** The participants that are recorded with an agent. */
      readonly participants: readonly string[];
      /** Whether the automated part is recorded from now on. Missing when unchanged. */
      readonly automated?: boolean;
    }
  | { readonly type: 'routing'; readonly priority?: number; readonly addSeconds?: number }
  | { readonly type: 'tags'; readonly tags: Readonly<Record<string, string>> };

/**
 * Everything outside the flow. Names are those in the flow's references: the name in `${lambda:name}`, or the
 * last part of an ARN.
 */
export interface FlowWorld {
  /**
   * Return the function's answer. A rejection takes the error branch. `signal` aborts when the time is over.
   */
  lambda(name: string, event: FlowEvent, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>>;
  /** Return true when the named hours (or those of the queue) are open. */
  isOpen(hours: { readonly hours?: string; readonly queue?: string }, at: number): boolean;
  queue(name: string): QueueLoad;
  /** Called when the caller starts to wait in this queue, before its flow starts. */
  queued(name: string): void;
  /**
   * Return the result of an action that is not simulated (a case, a profile, Voice ID): the result for its
   * conditions, or the type of an error. Undefined means success.
   */
  result(action: { readonly block: string; readonly type: string }): string | undefined;
  /**
   * Parse a keyed number to E.164, or return undefined. Without a country (two letters) the number includes
   * the country code.
   */
  phoneNumber(keys: string, country: string | undefined): string | undefined;
  /** Dial a number for the caller. */
  dial(number: string): Promise<'answered' | 'failed' | 'no-answer'>;
  effect(effect: FlowEffect): Promise<void>;
  /** Epoch milliseconds. */
  now(): number;
  /** At least 0 and less than 1. */
  random(): number;
  /** Resolve after this number of seconds, or when the signal aborts. */
  after(seconds: number, signal: AbortSignal): Promise<void>;
}

/** The contact at the start of a call. */
export interface CallContact {
  readonly contactId: string;
  /** The previous and the initial contact, when this is not the first. */
  readonly previousContactId?: string;
  readonly initialContactId?: string;
  /** The caller's number (E.164). Missing when it is withheld. */
  readonly customer?: string;
  readonly system?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly initiationMethod?: 'INBOUND' | 'OUTBOUND' | 'TRANSFER' | 'QUEUE_TRANSFER' | 'CALLBACK' | 'API';
  readonly instanceArn?: string;
  /**
   * The contact's initial queue: it already waits there, or an agent or another flow transferred it there.
   */
  readonly queue?: string;
  /** `VOICE` by default. Views are shown on the others only. */
  readonly channel?: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL';
  /** Further data for references: `{ Customer: { FirstName: … } }`. */
  readonly data?: Readonly<Record<string, unknown>>;
}

const E164 = /^\+[1-9]\d{6,14}$/;

/** Without a numbering plan, accept any national number of four digits or more. */
const plausibleNumber: FlowWorld['phoneNumber'] = (keys, country) => {
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

/** A world that is always open, has a free agent, and has no functions. */
export const quietWorld: FlowWorld = {
  lambda: (name) => Promise.reject(new Error(`there is no function ${name}`)),
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
