import type { Call, CallStatus } from '#shared/flow/interpreter.ts';
import { type CallView, viewOf } from './call-view.ts';
import type { AnsweredBy, DisconnectReason } from './contact.ts';
import type { Leg } from './leg.ts';
import { type Beginning, LineRun, type RunDeps } from './line-run.ts';
import type { AudioType, Recorder } from './recorder.ts';
import type { Ring } from './ring.ts';
import type { Transcript } from './transcript.ts';

/** What a line needs of the switchboard. */
export interface LineDeps extends Pick<RunDeps, 'transcript' | 'recorder' | 'leg'> {
  flow(line: PhoneLine, leg: Leg, from: Beginning): Call;
  queued(line: PhoneLine): void;
  dropped(line: PhoneLine, leg: Leg): void;
  place(line: PhoneLine): number | undefined;
  now(): number;
  /** Fulfilled when what was told is kept. */
  kept(): Promise<void>;
}

/** One person's telephone call, as those on both ends act on it: one act after the other, whoever asks. */
export class PhoneLine {
  readonly id: string;
  readonly caller: string | undefined;
  readonly startedAt: number;
  readonly transcript: Transcript;
  readonly recorder: Recorder;
  readonly #deps: LineDeps;
  readonly #run: LineRun;
  #ring: Ring | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(first: Leg, deps: LineDeps) {
    const { transcript, recorder, leg } = deps;
    this.id = first.id;
    this.caller = first.contact.customer;
    this.startedAt = deps.now();
    this.transcript = transcript;
    this.recorder = recorder;
    this.#deps = deps;
    this.#run = new LineRun(first, {
      ...{ transcript, recorder, leg },
      flow: (of, from) => deps.flow(this, of, from),
      queued: () => deps.queued(this),
      dropped: (of) => deps.dropped(this, of),
    });
  }

  get leg(): Leg {
    return this.#run.leg;
  }

  get status(): CallStatus | undefined {
    return this.#run.status;
  }

  get ringing(): Ring | undefined {
    return this.#ring;
  }

  get isQueued(): boolean {
    return this.#run.isQueued;
  }

  get isHeld(): boolean {
    return this.#run.isHeld;
  }

  get view(): CallView {
    return viewOf(this, this.#deps.place(this));
  }

  /** The flow put the caller into a queue. */
  waits(queue: string): void {
    this.#run.waits(queue);
  }

  begin(from: Beginning): Promise<CallView> {
    return this.#act(() => this.#run.begin(from));
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
      this.leg.apply({ do: 'connect', answeredBy: by });
    });
    return rang;
  }

  /** The phone that rang was not answered. */
  giveUp(reason: DisconnectReason): Promise<CallView> {
    return this.#act(async () => {
      if (this.#ring !== undefined) await this.#endAs(reason);
    });
  }

  /** The telephone system ends the call. */
  stop(): Promise<CallView> {
    return this.#act(() => this.#endAs('OTHER'));
  }

  press(keys: string): Promise<CallView> {
    return this.#acts((call) => {
      this.transcript.add({ who: 'keys', text: keys });
      return call.press(keys);
    });
  }

  /** The caller said nothing for as long as the flow waits. */
  silence(): Promise<CallView> {
    return this.#acts((call) => call.timeout());
  }

  hangUp(): Promise<CallView> {
    return this.#acts((call) => call.hangUp());
  }

  /** Somebody says something without a microphone: it is what a recording would have kept. */
  say(who: 'caller' | 'agent', text: string): Promise<CallView> {
    return this.#act(async () => {
      const language = this.#run.call?.attributes.language === 'en' ? 'en' : 'ar';
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

  /** An agent takes the caller out of the queue. Answers whether the caller was still there. */
  async takenBy(agent: string): Promise<boolean> {
    let there = false;
    await this.#act(async () => {
      there = this.isQueued;
      if (there) this.leg.apply({ do: 'answer', agent });
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
      if (this.isHeld === held || !this.#run.isWithAgent) return;
      this.leg.apply({ do: held ? 'hold' : 'resume' });
      this.transcript.add({ who: 'event', text: held ? 'hold' : 'resume' });
      await this.#run.record();
    });
  }

  agentLeaves(): Promise<CallView> {
    return this.#acts((call) => {
      this.leg.apply({ do: 'leave' });
      this.transcript.add({ who: 'event', text: 'left' });
      return call.agentLeaves();
    });
  }

  /** The agent hands the caller on to another queue. */
  transfer(queue: string): Promise<CallView> {
    return this.#act(async () => {
      if (!this.#run.isWithAgent) return;
      this.leg.apply({ do: 'leave' });
      this.transcript.add({ who: 'event', text: 'transfer' });
      await this.#run.goOn('TRANSFER', queue, 'AGENT_DISCONNECT');
    });
  }

  async #endAs(reason: DisconnectReason): Promise<void> {
    this.#ring = undefined;
    await this.#run.end(reason, await this.#run.call?.hangUp());
  }

  #acts(act: (call: Call) => Promise<CallStatus>): Promise<CallView> {
    return this.#act(async () => {
      const { call } = this.#run;
      if (call && !this.leg.isOver) await this.#run.follow(await act(call));
    });
  }

  #act(act: () => Promise<void>): Promise<CallView> {
    const done = this.#turn.then(async () => {
      await act();
      await this.#deps.kept();
      return this.view;
    });
    this.#turn = done.catch(() => {});
    return done;
  }
}
