import type { CallStatus, FlowCall } from '#shared/flow/interpreter.ts';
import { type CallView, callViewOf } from './call-view.ts';
import type { PhoneLeg } from './leg.ts';
import { type Beginning, LineRun, type RunDeps } from './line-run.ts';
import type { AnsweredBy, DisconnectReason } from './local-contact.ts';
import type { AudioType, Recorder } from './recorder.ts';
import type { Ring } from './ring.ts';
import type { Transcript } from './transcript.ts';

/** The dependencies of a line on the switchboard. */
export interface LineDeps extends Pick<RunDeps, 'transcript' | 'recorder' | 'leg'> {
  flow(line: PhoneLine, leg: PhoneLeg, from: Beginning): FlowCall;
  queued(line: PhoneLine): void;
  dropped(line: PhoneLine, leg: PhoneLeg): void;
  place(line: PhoneLine): number | undefined;
  now(): number;
  /** Resolve when all published events are stored. */
  kept(): Promise<void>;
}

/** One telephone call. Actions of the caller and of the agent are executed one after the other. */
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

  constructor(first: PhoneLeg, deps: LineDeps) {
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

  get leg(): PhoneLeg {
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
    return callViewOf(this, this.#deps.place(this));
  }

  /** Put the caller into a queue on behalf of the flow. */
  waits(queue: string): void {
    this.#run.waits(queue);
  }

  begin(from: Beginning): Promise<CallView> {
    return this.#act(() => this.#run.begin(from));
  }

  /** Ring the phone of the beneficiary. */
  rings(ring: Ring): void {
    this.#ring = ring;
    this.transcript.add({ who: 'event', text: 'ringing' });
  }

  /** Answer the ringing phone. Return whether it was still ringing. */
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

  /** End a call that was not answered. */
  giveUp(reason: DisconnectReason): Promise<CallView> {
    return this.#act(async () => {
      if (this.#ring !== undefined) await this.#endAs(reason);
    });
  }

  /** End the call on behalf of the telephone system. */
  stop(): Promise<CallView> {
    return this.#act(() => this.#endAs('OTHER'));
  }

  press(keys: string): Promise<CallView> {
    return this.#acts((call) => {
      this.transcript.add({ who: 'keys', text: keys });
      return call.press(keys);
    });
  }

  /** The caller was silent until the timeout of the flow. */
  silence(): Promise<CallView> {
    return this.#acts((call) => call.timeout());
  }

  hangUp(): Promise<CallView> {
    return this.#acts((call) => call.hangUp());
  }

  /** Add spoken text without a microphone. The recording contains it instead of sound. */
  say(who: 'caller' | 'agent', text: string): Promise<CallView> {
    return this.#act(async () => {
      const language = this.#run.call?.attributes.language === 'en' ? 'en' : 'ar';
      this.transcript.add({ who, text, language });
    });
  }

  /** Store sound from the page of the caller. Return false for an unknown recording. */
  async keepSound(segment: number, type: AudioType, bytes: Uint8Array): Promise<boolean> {
    let kept = false;
    await this.#act(async () => {
      kept = await this.recorder.keepSound(segment, type, bytes);
    });
    return kept;
  }

  /** Take the caller out of the queue for an agent. Return whether the caller was still waiting. */
  async takenBy(agent: string): Promise<boolean> {
    let there = false;
    await this.#act(async () => {
      there = this.isQueued;
      if (there) this.leg.apply({ do: 'answer', agent });
    });
    return there;
  }

  /** Connect agent and caller. */
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

  /** Transfer the caller to another queue. */
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

  #acts(act: (call: FlowCall) => Promise<CallStatus>): Promise<CallView> {
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
