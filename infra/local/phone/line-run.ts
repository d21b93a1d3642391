import type { CallStatus, FlowCall, Outcome } from '#shared/flow/interpreter.ts';
import type { LegStart, PhoneLeg } from './leg.ts';
import type { DisconnectReason } from './local-contact.ts';
import type { Recorder, RecordingKind } from './recorder.ts';
import type { Transcript } from './transcript.ts';

/** The start of a leg: a flow, or a transfer to a queue. */
export type Beginning = { readonly flow: string } | { readonly queue: string };

export interface RunDeps {
  readonly transcript: Transcript;
  readonly recorder: Recorder;
  /** Start a contact. */
  leg(start: LegStart): PhoneLeg;
  /** Start the flow of a leg. */
  flow(leg: PhoneLeg, from: Beginning): FlowCall;
  /** The caller waits in the queue of the leg. */
  queued(): void;
  /** The leg has no caller any more: it ended or continues as another contact. */
  dropped(leg: PhoneLeg): void;
}

const REASONS: Partial<Record<Outcome, DisconnectReason>> = {
  'hung-up': 'CUSTOMER_DISCONNECT',
  'agent-completed': 'AGENT_DISCONNECT',
};

/** The flow and the successive contacts of a line. */
export class LineRun {
  leg: PhoneLeg;
  call: FlowCall | undefined;
  status: CallStatus | undefined;
  readonly #deps: RunDeps;

  constructor(first: PhoneLeg, deps: RunDeps) {
    this.leg = first;
    this.#deps = deps;
  }

  /** Whether the caller waits in a queue, including while the queue flow asks a question. */
  get isQueued(): boolean {
    const { state, queue } = this.status ?? {};
    const { agent, endedAt } = this.leg.contact;
    return queue !== undefined && state !== 'with-agent' && agent === undefined && endedAt === undefined;
  }

  get isHeld(): boolean {
    const last = this.leg.contact.agent?.holds.at(-1);
    return last !== undefined && last.until === undefined;
  }

  get isWithAgent(): boolean {
    return this.status?.state === 'with-agent' && !this.leg.isOver;
  }

  async begin(from: Beginning): Promise<void> {
    this.call = this.#deps.flow(this.leg, from);
    await this.follow(await this.call.run());
  }

  /** Apply the effects of a flow that ran until it waits or ends. */
  async follow(status: CallStatus): Promise<void> {
    this.status = status;
    this.#deps.transcript.heard(status.spoken);
    if (this.call) this.leg.apply({ do: 'set', attributes: this.call.attributes });
    if (status.state === 'ended')
      return this.end((status.outcome && REASONS[status.outcome]) ?? 'CONTACT_FLOW_DISCONNECT', status);
    await this.record();
    if (!this.isQueued || status.queue === undefined) return;
    const { queue } = this.leg.contact;
    if (queue?.name !== status.queue)
      await this.goOn('QUEUE_TRANSFER', status.queue, 'CONTACT_FLOW_DISCONNECT');
  }

  /** Put the caller into a queue. A second queue is a new contact, after the flow waits. */
  waits(queue: string): void {
    if (this.leg.contact.queue) return;
    this.leg.apply({ do: 'enqueue', queue });
    this.#deps.queued();
  }

  async end(reason: DisconnectReason, status: CallStatus | undefined): Promise<void> {
    this.status = status ?? { state: 'ended', spoken: [] };
    if (this.leg.isOver) return;
    await this.#deps.recorder.follow(this.leg, undefined);
    this.leg.apply({ do: 'end', reason });
    this.#deps.dropped(this.leg);
  }

  /** Continue the call as a new contact in a queue. */
  async goOn(method: 'TRANSFER' | 'QUEUE_TRANSFER', queue: string, reason: DisconnectReason): Promise<void> {
    const before = this.leg;
    const { id, initialId = id, customer, system, attributes } = before.contact;
    const next = this.#deps.leg({
      ...{ method, initialId, previousId: id, attributes },
      ...(customer !== undefined && { customer }),
      ...(system !== undefined && method === 'TRANSFER' && { system }),
    });
    next.turn = before.turn;
    await this.#deps.recorder.follow(before, undefined);
    before.apply({ do: 'move', to: next.id });
    before.apply({ do: 'end', reason });
    this.#deps.dropped(before);
    this.leg = next;
    await this.begin({ queue });
  }

  /** Tell the recorder which part of the call is active. */
  record(): Promise<void> {
    const part: RecordingKind = this.isWithAgent ? 'agent' : 'automated';
    const runs = this.call !== undefined && !this.leg.isOver && !this.isHeld;
    return this.#deps.recorder.follow(this.leg, runs ? part : undefined);
  }
}
