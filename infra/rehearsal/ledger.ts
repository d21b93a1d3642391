import { type ConsumerName, registrationOf, registry } from '#events/registry.ts';
import type { AwsCall } from './aws-call.ts';
import type { LogLine } from './lambdas.ts';

interface BusEntry {
  readonly EventBusName: string;
  readonly DetailType: string;
  readonly Detail: string;
}

/** Everything that happened in a rehearsal, and what is wrong with it. */
export class Ledger {
  /** Calls of functions to AWS, by function and action. */
  readonly calls = new Map<string, Map<string, number>>();
  /** Ids of published events, by type. */
  readonly published = new Map<string, Set<string>>();
  readonly #taken = new Set<string>();
  #breaks: { readonly where: string; readonly why: string }[] = [];
  /** The number of batches that were delivered again. */
  again = 0;
  #expected: readonly string[] = [];

  /** Run a part of the day in which functions log these codes as errors or fail. */
  async expecting(codes: readonly string[], part: () => Promise<void>): Promise<void> {
    this.#expected = codes;
    await part();
    this.#expected = [];
  }

  broke(where: string, why: string): void {
    if (this.#expected.includes(where)) return;
    this.#breaks.push({ where, why });
  }

  /** Return the place in the list of faults. */
  mark(): number {
    return this.#breaks.length;
  }

  /** Forget the faults of a function since a place: its batch is delivered again. */
  forgive(service: string, since: number): void {
    this.again += 1;
    this.#breaks = this.#breaks.filter(({ where }, at) => at < since || where !== service);
  }

  logged({ service, level, code, text }: LogLine): void {
    const isError = level === 'error' || (level === 'text' && /error|warning/iu.test(text));
    if (isError && !this.#expected.includes(code)) this.broke(service, text.slice(0, 600));
  }

  called(service: string, call: AwsCall): void {
    const of = this.calls.get(service) ?? new Map<string, number>();
    this.calls.set(service, of);
    for (const { action } of call.asked) of.set(action, (of.get(action) ?? 0) + 1);
    if (call.service === 'events') this.#publishedBy(call.input.Entries as readonly BusEntry[]);
  }

  /** A function took a message. Messages of the bus have the event in `detail`. */
  took(service: string, body: string): void {
    const { detail } = JSON.parse(body) as { detail?: { id?: string } };
    if (detail?.id !== undefined) this.#taken.add(`${service} ${detail.id}`);
  }

  get callCount(): number {
    const counts = [...this.calls.values()].flatMap((of) => [...of.values()]);
    return counts.reduce((sum, one) => sum + one, 0);
  }

  /** Return what went wrong. */
  broken(): string[] {
    return this.#breaks.map(({ where, why }) => `${where}: ${why}`);
  }

  /** Return what went wrong, and what did not happen. */
  faults(invocations: ReadonlyMap<string, number>, functions: Iterable<string>): string[] {
    const idle = [...functions].filter((name) => !invocations.has(name));
    const absent = registry.map(({ event }) => event.type).filter((type) => !this.published.has(type));
    return [
      ...this.broken(),
      ...idle.map((name) => `${name}: no step of the day invoked it`),
      ...absent.map((type) => `${type}: no step of the day published it`),
      ...this.#untaken(),
    ];
  }

  #publishedBy(entries: readonly BusEntry[]): void {
    for (const { DetailType, Detail } of entries) {
      const ids = this.published.get(DetailType) ?? new Set<string>();
      this.published.set(DetailType, ids.add((JSON.parse(Detail) as { id: string }).id));
    }
  }

  /** Return the events that a consumer of the registry did not take. */
  #untaken(): string[] {
    return [...this.published].flatMap(([type, ids]) => {
      const { consumers = [] } = registrationOf(type) ?? {};
      if (consumers === 'audit only') return [];
      return consumers.flatMap((consumer: ConsumerName) => {
        const missed = [...ids].filter((id) => !this.#taken.has(`${consumer} ${id}`)).length;
        return missed === 0 ? [] : [`${type}: ${consumer} did not take ${missed} of ${ids.size} events`];
      });
    });
  }
}
