import type { Actor } from '#events/vocabulary.ts';
import { runClock } from '#functions/sla/clock.ts';
import type { DueItem } from '#functions/sla/due-item.ts';
import { sweep } from '#functions/sla/sweep.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import type { ContactFacts } from '#shared/ports/telephone-system.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys } from '#test/doubles/test-keys.ts';

/** A centre whose clock moves from timer to timer: the sweep and its worker over a store in memory. */
export class WorkingCentre {
  readonly clock = fixedClock();
  readonly store: MemoryStore;
  readonly settings = new MemorySettings();
  readonly #contacts = new Map<string, ContactFacts>();
  readonly #attributes = new Map<string, Readonly<Record<string, string>>>();

  constructor({ shards = 1 }: { readonly shards?: number } = {}) {
    this.store = new MemoryStore({ shards });
  }

  /** Set the response of the telephone system about a contact. */
  knows(contactId: string, facts: ContactFacts, attributes: Readonly<Record<string, string>> = {}): void {
    this.#contacts.set(contactId, facts);
    this.#attributes.set(contactId, attributes);
  }

  readonly deps = () => ({
    store: this.store,
    rules: rulesOf(),
    clock: this.clock,
    pastRules: async () => shippedRules,
    keys: testKeys,
    telephone: {
      describe: async (id: string) => this.#contacts.get(id),
      attributes: async (id: string) => this.#attributes.get(id),
    },
  });

  /** Run one sweep and process its messages, each as often as requested. */
  async sweepOnce(times = 1): Promise<{ readonly due: number; readonly outcomes: readonly string[] }> {
    const handed: DueItem[] = [];
    const dueQueue = { send: async (items: readonly DueItem[]) => void handed.push(...items) };
    const { due } = await sweep({ ...this.deps(), settings: this.settings, dueQueue });
    const outcomes: string[] = [];
    for (const item of handed)
      for (let n = 0; n < times; n += 1) outcomes.push(await runClock(this.deps(), item));
    return { due, outcomes };
  }

  /** Move the clock forward, minute by minute while something may be due. */
  async passUntil(end: number, stepMs = 15 * MINUTE): Promise<void> {
    while (this.clock.now() < end) {
      this.clock.set(Math.min(end, this.clock.now() + stepMs));
      await this.sweepOnce();
    }
  }

  async do(id: string, command: CaseCommand, by: Actor = 'agent:salem') {
    const now = this.clock.now();
    const cause = `${command.do} at ${now}`;
    return handleCommand(
      { store: this.store, rules: shippedRules },
      { id, command, cause, by, at: now, recordedAt: now, correlationId: cause, causationId: cause },
    );
  }

  /** Return the published events: instant and type, with the distinguishing fields. */
  announced(): string[] {
    return this.store.commits.flatMap(({ at, events }) =>
      events.map(({ type, data }) => {
        const fields = data as Readonly<Record<string, unknown>>;
        const which = ['clock', 'level', 'tell', 'reason', 'because'].flatMap((key) =>
          fields[key] === undefined ? [] : [String(fields[key])],
        );
        return [
          isoInstant(at).slice(5, 16).replace('T', ' '),
          type.split('.').slice(1, 3).join(' '),
          ...which,
        ].join(' ');
      }),
    );
  }
}
