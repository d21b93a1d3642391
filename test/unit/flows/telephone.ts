import { connectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { answerFlow } from '#functions/intake/call-desk.ts';
import { flows } from '#infra/aws/flows/index.ts';
import { isOpen } from '#shared/domain/sla/openings.ts';
import { type Call, createCall, quietWorld, type World } from '#shared/flow/interpreter.ts';
import type { Flow } from '#shared/flow/language.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys } from '#test/doubles/test-keys.ts';

/** The flows of the centre as Connect gets them, by name. */
export const flowsByName: Readonly<Record<string, Flow>> = Object.fromEntries(
  flows.map((definition) => [definition.name, definition.toFlow()]),
);
export const flowNamed = (name: string): Flow => {
  const flow = flowsByName[name];
  if (!flow) throw new Error(`no flow ${name}`);
  return flow;
};

/** The centre's line with the real function behind it. */
export class Telephone {
  readonly store = new MemoryStore();
  readonly clock = fixedClock();
  readonly #world: Partial<World>;
  readonly #asks: number;
  #calls = 0;

  /** `asks`: how often the telephone system asks the function for each answer, as after a time-out. */
  constructor(world: Partial<World> = {}, { asks = 1 }: { readonly asks?: number } = {}) {
    this.#world = world;
    this.#asks = asks;
  }

  /** A call, past the welcome. */
  async dial(number: string | null = '+966500000001'): Promise<Call> {
    this.#calls += 1;
    const deps = { store: this.store, clock: this.clock, rules: rulesOf(), keys: testKeys };
    const call = createCall({
      flow: flowNamed('main'),
      flows: flowsByName,
      contact: { contactId: `c-${this.#calls}`, ...(number !== null && { customer: number }) },
      world: {
        ...quietWorld,
        now: () => this.clock.now(),
        isOpen: (_, at) => isOpen(shippedRules.desk.calendar, at),
        after: () => new Promise(() => undefined),
        lambda: async (_, event) => {
          const request = connectFlowRequest.parse(event);
          for (let n = 1; n < this.#asks; n += 1) await answerFlow(deps, request);
          return answerFlow(deps, request);
        },
        ...this.#world,
      },
    });
    await call.run();
    return call;
  }

  /** The references of the cases that were opened. */
  get opened(): string[] {
    return this.store.commits.flatMap(({ kind, id, version }) =>
      kind === 'case' && version === 1 ? [id] : [],
    );
  }
}

/** What was said since the language was chosen. */
export const heard = (call: Call): string =>
  call.spoken
    .slice(2)
    .map(({ text }) => text)
    .join('\n');
