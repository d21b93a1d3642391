import { connectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { connectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { recordContactRecord } from '#functions/telephone/contact-records.ts';
import { flows } from '#functions/telephone/flows/inbound-flows.ts';
import { answerInboundFlow } from '#functions/telephone/inbound-flow.ts';
import { answerSurveyFlow } from '#functions/telephone/survey-flow.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { isOpen } from '#shared/domain/sla/openings.ts';
import type { QueuePlace } from '#shared/domain/telephone/spoken-wait.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Flow } from '#shared/flow/flow-language.ts';
import {
  type CallStatus,
  createCall,
  type FlowCall,
  quietWorld,
  type World,
} from '#shared/flow/interpreter.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys } from '#test/doubles/test-keys.ts';
import { brokenFlows } from './branches.ts';

/** The flows of the centre as deployed to Connect, by name. */
export const flowsByName: Readonly<Record<string, Flow>> = Object.fromEntries(
  flows.map((definition) => [definition.name, definition.toFlow()]),
);
export const flowNamed = (name: string): Flow => {
  const flow = flowsByName[name];
  if (!flow) throw new Error(`no flow ${name}`);
  return flow;
};

export interface Dialling {
  readonly number?: string | null;
  /** The entry flow of the called number. */
  readonly flow?: string;
  /** An action that always fails. */
  readonly broken?: string;
}

/** The shipped rules with three districts that callers may choose. */
export const offeringDistricts: Rules = {
  ...shippedRules,
  districts: new Map(
    ['olaya', 'nuzhah', 'malaz'].flatMap((id) => {
      const district = shippedRules.districts.get(id);
      return district ? [[id, { ...district, offered: true }] as const] : [];
    }),
  ),
};

/** The main line of the centre with the real functions. */
export class FlowTelephone {
  readonly store = new MemoryStore();
  readonly clock = fixedClock();
  rules: Rules = shippedRules;
  /** The queue position that the telephone system returns. */
  place: QueuePlace | undefined = undefined;
  /** Whether the functions fail at a step. */
  fails: (step: string) => boolean = () => false;
  readonly #world: Partial<World>;
  readonly #asks: number;
  readonly #dialled = new Map<FlowCall, { readonly contactId: string; readonly number: string | null }>();
  #calls = 0;

  /** `asks`: how often each request is sent to the function, as after a timeout. */
  constructor(world: Partial<World> = {}, { asks = 1 }: { readonly asks?: number } = {}) {
    this.#world = world;
    this.#asks = asks;
  }

  /** The dependencies of the functions. */
  get deps() {
    return {
      ...{ store: this.store, clock: this.clock, rules: rulesOf(this.rules), keys: testKeys },
      queues: { placeOf: async () => this.place },
      logger: createLogger({ service: 'test', write: () => undefined }),
    };
  }

  /** Place a call, and run it to the first question. */
  async dial({ number = '+966500000001', flow = 'main', broken }: Dialling = {}): Promise<FlowCall> {
    this.#calls += 1;
    const contactId = `c-${this.#calls}`;
    const all =
      broken === undefined
        ? flowsByName
        : brokenFlows(flowsByName, [{ block: broken, error: 'NoMatchingError' }]);
    const call = createCall({
      flow: all[flow] ?? flowNamed(flow),
      flows: all,
      contact: { contactId, ...(number !== null && { customer: number }) },
      world: {
        ...quietWorld,
        now: () => this.clock.now(),
        isOpen: (_, at) => isOpen(shippedRules.desk.calendar, at),
        after: () => new Promise(() => undefined),
        lambda: async (name, event) => {
          const request = connectFlowRequest.parse(event);
          if (this.fails(request.Details.Parameters.step ?? '')) throw new Error('down');
          const ask = () =>
            name === 'telephone/survey-flow'
              ? answerSurveyFlow(this.deps, request)
              : answerInboundFlow(this.deps, request);
          for (let n = 1; n < this.#asks; n += 1) await ask();
          return ask();
        },
        ...(broken !== undefined && {
          result: ({ block }) => (block === broken ? 'NoMatchingError' : undefined),
        }),
        ...this.#world,
      },
    });
    this.#dialled.set(call, { contactId, number });
    await call.run();
    return call;
  }

  /**
   * Deliver the contact record of a call that has ended, as Connect does.
   * @param said whether the caller spoke after the tone; without a tone there is no recording
   */
  async record(call: FlowCall, { said = true }: { readonly said?: boolean } = {}): Promise<void> {
    const recorded = call.effects.some((effect) => effect.type === 'recording' && effect.automated);
    const { number, contactId = '' } = this.#dialled.get(call) ?? {};
    const until = this.clock.now();
    await recordContactRecord(
      this.deps,
      connectContactRecord.parse({
        ...{ ContactId: contactId, Channel: 'VOICE', InitiationMethod: 'INBOUND' },
        LastUpdateTimestamp: isoInstant(until),
        DisconnectTimestamp: isoInstant(until),
        CustomerEndpoint: number ? { Address: number } : null,
        Attributes: call.attributes,
        Recordings: recorded
          ? [
              {
                ...{ Location: `bucket/ivr/${contactId}.wav`, ParticipantType: 'IVR' },
                StartTimestamp: isoInstant(until - (said ? 20_000 : 900)),
                StopTimestamp: isoInstant(until),
              },
            ]
          : [],
      }),
    );
  }

  /** The references of the opened cases. */
  get opened(): string[] {
    return this.store.commits.flatMap(({ kind, id, version }) =>
      kind === 'case' && version === 1 ? [id] : [],
    );
  }

  /** The event types, in order. */
  get events(): string[] {
    return this.store.commits.flatMap(({ events }) => events.map(({ type }) => type));
  }
}

/** The response of a caller to a question: keys, silence, or hanging up. */
export type CallerMove = string;

/** Return whether a caller is asked about the recording, which most calls of the tests accept by silence. */
const isAtConsent = ({ at }: CallStatus): boolean => at?.block.startsWith('consent? ') === true;

/** Be silent at a question until its last part. */
async function beSilent(call: FlowCall): Promise<CallStatus> {
  let status = await call.timeout();
  while (/ part \d+$/u.test(status.at?.block ?? '')) status = await call.timeout();
  return status;
}

/**
 * Run one response of a caller: keys, `silence`, `wait` (in the queue), `agent` (answers), `agent leaves`, `hang up`.
 * Accept the recording before it, unless the response is the star.
 */
export async function act(call: FlowCall, move: CallerMove): Promise<CallStatus> {
  const asked = isAtConsent(await call.run());
  if (asked && move === 'silence') return call.timeout();
  if (asked && move !== '*' && move !== 'hang up') await call.timeout();
  if (move === 'silence') return beSilent(call);
  if (move === 'wait') return call.timeout();
  if (move === 'agent') return call.agentAnswers();
  if (move === 'agent leaves') return call.agentLeaves();
  return move === 'hang up' ? call.hangUp() : call.press(move);
}

/** Run the responses of a caller, and accept the recording if the last one led to its notice. */
export async function play(call: FlowCall, ...moves: readonly CallerMove[]): Promise<CallStatus> {
  let status = await call.run();
  for (const move of moves) status = await act(call, move);
  return isAtConsent(status) ? call.timeout() : status;
}

/** Return all spoken text. */
export const heard = (call: FlowCall): string => call.spoken.map(({ text }) => text).join('\n');
