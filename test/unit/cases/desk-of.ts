import { type ConsumerName, type RidaEvent, registrationOf } from '#events/registry.ts';
import type { Actor } from '#events/vocabulary.ts';
import { assign } from '#functions/cases/assign.ts';
import { eraseStoredData } from '#functions/cases/erase.ts';
import { indexCase } from '#functions/cases/index-case.ts';
import { propagateLinks } from '#functions/cases/propagate-links.ts';
import { collectEscalations } from '#functions/notices/collect-escalations.ts';
import { collectForWatchers } from '#functions/notices/collect-for-watchers.ts';
import { compareRoster } from '#functions/sla/compare-roster.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { SearchIndex } from '#shared/ports/search-index.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { searchInMemory } from '#test/doubles/search-in-memory.ts';
import { testKeys as keys } from '#test/doubles/test-keys.ts';

/** A desk with the consumers of a name. Each event is delivered as often as requested. */
export class Desk {
  readonly store = new MemoryStore();
  readonly blobs = new MemoryBlobs();
  readonly clock = fixedClock();
  readonly keys = keys;
  readonly search: SearchIndex;
  readonly rules: { readonly current: () => Promise<Rules> };
  inForce: Rules;
  #relayed = 0;

  constructor(rules: Rules = shippedRules, search: SearchIndex = searchInMemory()) {
    this.inForce = rules;
    this.search = search;
    this.rules = { current: async () => this.inForce };
  }

  /** Append a stored message of the beneficiary to a case. */
  append(id: string, message: string): Promise<Case> {
    return this.do(id, { do: 'receive', channel: 'mail' }, 'beneficiary', message);
  }

  async do(
    id: string,
    command: CaseCommand,
    by: Actor = 'agent:salem',
    cause = `${command.do} ${this.store.commits.length}`,
  ): Promise<Case> {
    const at = this.clock.now();
    const done = await handleCommand(
      { store: this.store, rules: this.inForce },
      { id, command, cause, by, at, recordedAt: at, correlationId: cause, causationId: cause },
    );
    if (done.outcome !== 'committed') throw new Error(`${command.do}: ${JSON.stringify(done)}`);
    return done.case;
  }

  /** Deliver new events and their consequences until there are none. */
  async settle(times = 1): Promise<void> {
    while (this.#relayed < this.store.commits.length) {
      const commit = this.store.commits[this.#relayed];
      this.#relayed += 1;
      for (const event of commit ? toEnvelopes(commit) : [])
        for (let n = 0; n < times; n += 1) await this.#deliver(event);
    }
  }

  /** Bring new settings into force, and announce changes of the staff. */
  async settings(over: Partial<Rules>): Promise<void> {
    const before = this.inForce;
    this.inForce = { ...before, ...over, version: before.version + 1 };
    const { store, clock, rules } = this;
    const past = { from: before.version, to: this.inForce.version };
    await compareRoster({ store, clock, rules, pastRules: async () => before }, past);
  }

  readonly #erasing = () => {
    const { store, blobs, rules, clock, search } = this;
    return { store, blobs, rules, clock, search, recordings: blobs };
  };

  async #deliver(event: RidaEvent): Promise<void> {
    const consumers: readonly ConsumerName[] | 'audit only' = registrationOf(event.type)?.consumers ?? [];
    if (consumers.includes('cases/propagate-links'))
      await propagateLinks(this, event as Parameters<typeof propagateLinks>[1]);
    if (consumers.includes('cases/assign')) await assign(this, event as Parameters<typeof assign>[1]);
    if (consumers.includes('cases/erase'))
      await eraseStoredData(this.#erasing(), event as Parameters<typeof eraseStoredData>[1]);
    if (consumers.includes('cases/index-case'))
      await indexCase(this, event as Parameters<typeof indexCase>[1]);
    if (consumers.includes('notices/collect-escalations'))
      await collectEscalations(this, [event] as unknown as Parameters<typeof collectEscalations>[1]);
    if (consumers.includes('notices/collect-for-watchers'))
      await collectForWatchers(this, [event] as unknown as Parameters<typeof collectForWatchers>[1]);
  }

  async case(id: string): Promise<Case> {
    const supportCase = await this.store.load('case', id);
    if (!supportCase) throw new Error(`no case ${id}`);
    return supportCase;
  }
}
