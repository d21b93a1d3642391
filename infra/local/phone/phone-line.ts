import type { Call, CallStatus, Outcome } from '#shared/flow/interpreter.ts';
import { type CallView, viewOf } from './call-view.ts';
import type { AnsweredBy, DisconnectReason } from './contact.ts';
import type { Leg, LegStart } from './leg.ts';
import type { AudioType, Recorder, RecordingKind } from './recorder.ts';
import type { Transcript } from './transcript.ts';

/** What a line needs of the switchboard. */
export interface LineDeps {
  readonly transcript: Transcript;
  readonly recorder: Recorder;
  now(): number;
  /** Begins a contact. */
  leg(start: LegStart): Leg;
  /** Begins the flow of a leg; `flow` is a flow's name, `queue` the transfer into that queue. */
  run(line: PhoneLine, from: { readonly flow: string } | { readonly queue: string }): Call;
  /** The caller waits in the queue of the line's leg. */
  queued(line: PhoneLine): void;
  /** Nobody is on the leg any more: it ended or went on as another. */
  dropped(line: PhoneLine, leg: Leg): void;
  place(line: PhoneLine): number | undefined;
  /** Fulfilled when what was told is kept. */
  kept(): Promise<void>;
}

export type RingPurpose = 'callback' | 'call-out';

/** A phone that rings at somebody's. */
export interface Ring {
  readonly why: RingPurpose;
  readonly until: number;
}

const REASONS: Partial<Record<Outcome, DisconnectReason>> = {
  'hung-up': 'CUSTOMER_DISCONNECT',
  'agent-completed': 'AGENT_DISCONNECT',
};

/** One person's telephone call: the flow it runs, what was said, and the contacts it is made of, one after the other. */
export class PhoneLine {
  readonly id: string;
  readonly caller: string | undefined;
  readonly startedAt: number;
  readonly #deps: LineDeps;
  #leg: Leg;
  #call: Call | undefined;
  #status: CallStatus | undefined;
  #ring: Ring | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(leg: Leg, deps: LineDeps) {
    this.id = leg.id;
    this.caller = leg.contact.customer;
    this.startedAt = deps.now();
    this.#leg = leg;
    this.#deps = deps;
  }

  get leg(): Leg {
    return this.#leg;
  }

  get call(): Call | undefined {
    return this.#call;
  }

  get ringing(): Ring | undefined {
    return this.#ring;
  }

  get status(): CallStatus | undefined {
    return this.#status;
  }

  get transcript(): Transcript {
    return this.#deps.transcript;
  }

  get recorder(): Recorder {
    return this.#deps.recorder;
  }

  /** Whether the caller waits in a queue, also while a queue's flow asks them something. */
  get isQueued(): boolean {
    const { state, queue } = this.#status ?? {};
    const { agent, endedAt } = this.#leg.contact;
    return queue !== undefined && state !== 'with-agent' && agent === undefined && endedAt === undefined;
  }

  get isHeld(): boolean {
    const last = this.#leg.contact.agent?.holds.at(-1);
    return last !== undefined && last.until === undefined;
  }

  get view(): CallView {
    return viewOf(this, this.#deps.place(this));
  }

  /** Begins a flow; of a call back the transfer into its queue. */
  begin(from: { readonly flow: string } | { readonly queue: string }): Promise<CallView> {
    return this.#act(async () => {
      this.#call = this.#deps.run(this, from);
      await this.#follow(await this.#call.run());
    });
  }

  /** The person's phone rings. */
  rings(ring: Ring): void {
    this.#ring = ring;
    this.transcript.add({ who: 'event', text: 'ringing' });
  }

  /** The phone that rang was answered. Answers whether it still rang. */
  async pickUp(by: AnsweredBy): Promise<boolean> {
    let rang = false;
    await this.#act(async () => {
      rang = this.#ring !== undefined;
      if (!rang) return;
      this.#ring = undefined;
      this.transcript.add({ who: 'event', text: by === 'HUMAN_ANSWERED' ? 'answered' : 'machine' });
      this.#leg.apply({ do: 'connect', answeredBy: by });
    });
    return rang;
  }

  /** The phone that rang was not answered. */
  giveUp(reason: DisconnectReason): Promise<CallView> {
    return this.#act(async () => {
      if (this.#ring === undefined) return;
      this.#ring = undefined;
      await this.#end(reason, await this.#call?.hangUp());
    });
  }

  press(keys: string): Promise<CallView> {
    return this.#acts(async (call) => {
      this.transcript.add({ who: 'keys', text: keys });
      return call.press(keys);
    });
  }

  /** The caller said nothing for as long as the flow waits. */
  silence(): Promise<CallView> {
    return this.#acts((call) => call.timeout());
  }

  /** Somebody says something without a microphone: it is what a recording would have kept. */
  say(who: 'caller' | 'agent', text: string): Promise<CallView> {
    return this.#act(async () => {
      const language = this.#call?.attributes.language === 'en' ? 'en' : 'ar';
      this.transcript.add({ who, text, language });
    });
  }

  /** Keeps sound that the caller's page recorded; false for a recording that never was. */
  async keepSound(segment: number, type: AudioType, bytes: Uint8Array): Promise<boolean> {
    let kept = false;
    await this.#act(async () => {
      kept = await this.recorder.keepSound(segment, type, bytes);
    });
    return kept;
  }

  hangUp(): Promise<CallView> {
    return this.#acts((call) => call.hangUp());
  }

  /** The telephone system ends the call. */
  stop(): Promise<CallView> {
    return this.#act(async () => {
      this.#ring = undefined;
      await this.#end('OTHER', await this.#call?.hangUp());
    });
  }

  /** An agent takes the caller out of the queue. Answers whether the caller was still there. */
  async takenBy(agent: string): Promise<boolean> {
    let there = false;
    await this.#act(async () => {
      there = this.isQueued;
      if (there) this.#leg.apply({ do: 'answer', agent });
    });
    return there;
  }

  /** Agent and caller hear each other. */
  connect(): Promise<CallView> {
    return this.#acts((call) => {
      this.transcript.add({ who: 'event', text: 'agent' });
      return call.agentAnswers();
    });
  }

  hold(held: boolean): Promise<CallView> {
    return this.#act(async () => {
      if (this.isHeld === held) return;
      this.#leg.apply({ do: held ? 'hold' : 'resume' });
      this.transcript.add({ who: 'event', text: held ? 'hold' : 'resume' });
      await this.#record();
    });
  }

  agentLeaves(): Promise<CallView> {
    return this.#acts((call) => {
      this.#leg.apply({ do: 'leave' });
      this.transcript.add({ who: 'event', text: 'left' });
      return call.agentLeaves();
    });
  }

  /** The agent hands the caller on. */
  transfer(queue: string): Promise<CallView> {
    return this.#act(async () => {
      if (this.#status?.state !== 'with-agent' || this.#leg.isOver) return;
      this.#leg.apply({ do: 'leave' });
      this.transcript.add({ who: 'event', text: 'transfer' });
      await this.#goOn('TRANSFER', queue, 'AGENT_DISCONNECT');
    });
  }

  #acts(act: (call: Call) => Promise<CallStatus>): Promise<CallView> {
    return this.#act(async () => {
      if (this.#call && !this.#leg.isOver) await this.#follow(await act(this.#call));
    });
  }

  /** One act after the other, whoever asks for it. */
  #act(act: () => Promise<void>): Promise<CallView> {
    const done = this.#turn.then(async () => {
      await act();
      await this.#deps.kept();
      return this.view;
    });
    this.#turn = done.catch(() => {});
    return done;
  }

  async #follow(status: CallStatus): Promise<void> {
    this.#status = status;
    this.transcript.heard(status.said);
    if (this.#call) this.#leg.apply({ do: 'set', attributes: this.#call.attributes });
    if (status.state === 'ended')
      return this.#end((status.outcome && REASONS[status.outcome]) ?? 'CONTACT_FLOW_DISCONNECT', status);
    await this.#record();
    if (!this.isQueued || status.queue === undefined) return;
    const { queue } = this.#leg.contact;
    if (queue !== undefined && queue.name !== status.queue)
      return this.#goOn('QUEUE_TRANSFER', status.queue, 'CONTACT_FLOW_DISCONNECT');
    if (queue !== undefined) return;
    this.#leg.apply({ do: 'enqueue', queue: status.queue });
    this.#deps.queued(this);
  }

  async #end(reason: DisconnectReason, status: CallStatus | undefined): Promise<void> {
    this.#status = status ?? { state: 'ended', said: [] };
    if (this.#leg.isOver) return;
    this.#leg.apply({ do: 'end', reason });
    this.#deps.dropped(this, this.#leg);
    await this.#record();
  }

  /** The same caller, as a new contact that waits in a queue. */
  async #goOn(method: 'TRANSFER' | 'QUEUE_TRANSFER', queue: string, reason: DisconnectReason): Promise<void> {
    const before = this.#leg;
    const { id, initialId = id, customer, system, attributes } = before.contact;
    const next = this.#deps.leg({
      ...{ method, initialId, previousId: id, attributes },
      ...(customer !== undefined && { customer }),
      ...(system !== undefined && method === 'TRANSFER' && { system }),
    });
    next.turn = before.turn;
    before.apply({ do: 'move', to: next.id });
    before.apply({ do: 'end', reason });
    this.#deps.dropped(this, before);
    this.#leg = next;
    this.#call = this.#deps.run(this, { queue });
    await this.#follow(await this.#call.run());
  }

  #record(): Promise<void> {
    const { state } = this.#status ?? {};
    const part: RecordingKind = state === 'with-agent' ? 'agent' : 'automated';
    const runs = state !== undefined && state !== 'ended' && !this.isHeld && this.#ring === undefined;
    return this.recorder.follow(this.#leg, runs ? part : undefined);
  }
}
