import type { Call, CallStatus, Expectation, Outcome, Spoken } from '#shared/flow/interpreter.ts';
import type { ContactFacts } from '#shared/ports/telephone.ts';
import type { ContactEventType } from './contact-events.ts';

/** One line of what was said or done in a call. */
export interface TranscriptLine {
  readonly who: 'centre' | 'caller' | 'event';
  readonly text: string;
  readonly language: Spoken['language'];
}

/** A call as its page sees it. */
export interface CallView {
  readonly id: string;
  readonly caller?: string;
  readonly state: CallStatus['state'];
  readonly outcome?: Outcome;
  readonly lines: readonly TranscriptLine[];
  readonly expects?: Expectation;
  /** The case that was registered or asked about. */
  readonly reference?: string;
}

export interface PhoneCallOptions {
  readonly id: string;
  readonly caller?: string;
  readonly call: Call;
  now(): number;
  /** Told when the call began, was queued, was answered and ended, with all that is known of it. */
  tell(event: ContactEventType, facts: ContactFacts): Promise<void>;
}

const REASONS: Partial<Record<Outcome, string>> = {
  'hung-up': 'CUSTOMER_DISCONNECT',
  'agent-completed': 'AGENT_DISCONNECT',
};

/** A call in progress: the flow, what was said, and what the telephone system tells of it. */
export class PhoneCall {
  readonly id: string;
  readonly caller: string | undefined;
  readonly #options: PhoneCallOptions;
  readonly #lines: TranscriptLine[] = [];
  #facts: ContactFacts = {};
  #status: CallStatus | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: PhoneCallOptions) {
    this.id = options.id;
    this.caller = options.caller;
    this.#options = options;
  }

  start(): Promise<CallView> {
    return this.#act(async (call) => {
      await this.#tell('INITIATED', { initiatedAt: this.#options.now() });
      return call.run();
    });
  }

  press(keys: string): Promise<CallView> {
    return this.#act((call) => {
      this.#lines.push({ who: 'caller', text: keys, language: 'en' });
      return call.press(keys);
    });
  }

  /** The caller said nothing for as long as the flow waits. */
  silence(): Promise<CallView> {
    return this.#act((call) => call.timeout());
  }

  hangUp(): Promise<CallView> {
    return this.#act((call) => call.hangUp());
  }

  agentAnswers(agent: string): Promise<CallView> {
    return this.#act(async (call) => {
      const status = await call.agentAnswers();
      if (status.state === 'with-agent' && this.#facts.answeredAt === undefined) {
        await this.#tell('CONNECTED_TO_AGENT', { answeredAt: this.#options.now(), agent });
      }
      return status;
    });
  }

  agentLeaves(): Promise<CallView> {
    return this.#act((call) => call.agentLeaves());
  }

  get view(): CallView {
    const { call } = this.#options;
    const reference = call.attributes.caseRef;
    const { state = 'waiting-for-input', outcome, expects } = this.#status ?? {};
    return {
      id: this.id,
      state,
      lines: this.#lines,
      ...(this.caller !== undefined && { caller: this.caller }),
      ...(outcome !== undefined && { outcome }),
      ...(expects !== undefined && { expects }),
      ...(reference !== undefined && { reference }),
    };
  }

  /** One act after the other, whoever asks for it. */
  #act(act: (call: Call) => Promise<CallStatus>): Promise<CallView> {
    const done = this.#turn.then(async () => {
      if (this.#status?.state === 'ended') return this.view;
      const status = await act(this.#options.call);
      this.#status = status;
      this.#lines.push(
        ...status.said.map(({ text, language }) => ({ who: 'centre' as const, text, language })),
      );
      await this.#follow(status);
      return this.view;
    });
    this.#turn = done.catch(() => {});
    return done;
  }

  async #follow({ state, outcome }: CallStatus): Promise<void> {
    const at = this.#options.now();
    if (state === 'waiting-for-queue' && this.#facts.queuedAt === undefined)
      await this.#tell('QUEUED', { queuedAt: at });
    if (state !== 'ended' || this.#facts.endedAt !== undefined) return;
    const reason = (outcome && REASONS[outcome]) ?? 'CONTACT_FLOW_DISCONNECT';
    await this.#tell('DISCONNECTED', { endedAt: at, reason });
  }

  async #tell(event: ContactEventType, more: ContactFacts): Promise<void> {
    this.#facts = { ...this.#facts, ...more };
    await this.#options.tell(event, this.#facts);
  }
}
