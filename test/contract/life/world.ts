import { type ConsumerName, type RidaEvent, registrationOf } from '#events/registry.ts';
import { assign } from '#functions/cases/assign.ts';
import { eraseStoredData } from '#functions/cases/erase.ts';
import { indexCase } from '#functions/cases/index-case.ts';
import { propagateLinks } from '#functions/cases/propagate-links.ts';
import { collectEscalations } from '#functions/notices/collect-escalations.ts';
import { collectForWatchers } from '#functions/notices/collect-for-watchers.ts';
import { sendDigest } from '#functions/notices/send-digest.ts';
import { rollUp } from '#functions/reports/roll-up.ts';
import { runClock } from '#functions/sla/clock.ts';
import type { DueItem } from '#functions/sla/due-item.ts';
import { sweep } from '#functions/sla/sweep.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { openCase } from '#shared/application/open-case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { Colleague, Rules } from '#shared/domain/rules.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { Change, Commit, CommitOutcome, Kind, Store } from '#shared/ports/store.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { aBeneficiary } from '#test/builders/a-case.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { FaultPlan, faulty, Outage } from '#test/doubles/faulty.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryFigures } from '#test/doubles/memory-figures.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';
import { RecordingMailer } from '#test/doubles/recording-mailer.ts';
import { searchInMemory } from '#test/doubles/search-in-memory.ts';
import { testKeys as keys } from '#test/doubles/test-keys.ts';
import type { WorldStep } from './steps.ts';

const colleague = (user: string): Colleague => ({
  ...{ user, name: { ar: user, en: user }, email: `${user}@rida.example`, skills: [], capacity: 9 },
  ...{ departments: ['operations', 'environment'], languages: ['ar'] },
});

/** The shipped rules with two members of staff. */
export const rules: Rules = {
  ...shippedRules,
  staff: new Map(['huda', 'salem'].map((user) => [user, colleague(user)])),
};

interface Delivery {
  readonly consumer: ConsumerName;
  readonly event: RidaEvent;
}

const ROUNDS = 60;

/**
 * A store that records all aggregate ids, so that every commit is relayed, including those of crashed
 * writers.
 */
function remembering(store: Store, histories: Set<string>): Store {
  return new Proxy(store, {
    get(whole, name) {
      if (name === 'commit') {
        return <K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>> => {
          histories.add(`${change.kind} ${change.id}`);
          return whole.commit(change);
        };
      }
      const value: unknown = Reflect.get(whole, name, whole);
      return typeof value === 'function' ? value.bind(whole) : value;
    },
  });
}

/** A centre without its ports over any store, with crashes, repeated and reordered deliveries. */
export class World {
  readonly store: Store;
  readonly blobs = new MemoryBlobs();
  readonly figures = new MemoryFigures();
  readonly mailer = new RecordingMailer();
  readonly settings = new MemorySettings();
  readonly clock = fixedClock();
  readonly rules = rulesOf(rules);
  readonly cases: string[] = [];
  readonly #stored = new Set<string>();
  readonly #relayed = new Map<string, number>();
  readonly #due: DueItem[] = [];
  #pending: Delivery[] = [];
  readonly search = searchInMemory();
  #plan = new FaultPlan(0, 'before');
  #turn = 0;

  constructor(store: Store) {
    this.store = remembering(store, this.#stored);
  }

  /** Return the dependencies of functions. Every call to the store may be the one that fails. */
  private deps() {
    const { blobs, clock, figures, mailer, settings } = this;
    return {
      recordings: blobs,
      ...{ blobs, clock, figures, mailer, settings, keys, search: this.search, rules: this.rules },
      store: faulty(this.store, this.#plan),
      dueQueue: { send: async (items: readonly DueItem[]) => void this.#due.push(...items) },
      telephone: { describe: async () => undefined, attributes: async () => undefined },
      pastRules: async () => rules,
    };
  }

  /** Run work and return whether it succeeded. Work that crashed is retried later, as by its queue. */
  async #tried(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (error instanceof Outage) return false;
      throw error;
    } finally {
      this.#plan = new FaultPlan(0, 'before');
    }
  }

  /** Like {@link #tried}, for a client that repeats the request when there was no response. */
  async #insisted(work: () => Promise<unknown>): Promise<void> {
    if (!(await this.#tried(work))) await this.#tried(work);
  }

  async take(step: WorldStep): Promise<void> {
    this.#turn += 1;
    const cause = `step ${this.#turn}`;
    switch (step.do) {
      case 'open':
        return this.#insisted(() => this.#open(cause, step.priority));
      case 'command':
        return this.#command(cause, step.of, step.command);
      case 'advance':
        this.clock.advance(step.ms);
        return;
      case 'sweep':
        await this.#tried(() => sweep(this.deps()));
        return this.#work(step.times);
      case 'deliver':
        return this.#deliver(step.order, step.times);
      case 'crash':
        this.#plan = new FaultPlan(step.at, step.when);
    }
  }

  async #open(cause: string, priority: 'urgent' | 'normal'): Promise<void> {
    const at = this.clock.now();
    const opened = await openCase(
      { ...this.deps(), rules },
      {
        ...{ cause, by: 'beneficiary', at, recordedAt: at, correlationId: cause, causationId: cause },
        openCaseFrom: {
          ...{
            type: 'report',
            category: 'lighting',
            department: 'operations',
            subject: 'س',
            segment: 'citizen',
          },
          ...{ channel: 'mail', language: 'ar', priority, beneficiary: aBeneficiary() },
        },
      },
    );
    if (!this.cases.includes(opened.case.id)) this.cases.push(opened.case.id);
  }

  async #command(
    cause: string,
    of: number,
    command: (others: readonly string[]) => CaseCommand,
  ): Promise<void> {
    const id = this.cases[of % Math.max(1, this.cases.length)];
    if (id === undefined) return;
    const others = this.cases.filter((other) => other !== id);
    const at = this.clock.now();
    const request = {
      id,
      command: command(others.length > 0 ? others : [id]),
      cause,
      by: 'agent:salem',
    } as const;
    await this.#insisted(() =>
      handleCommand(
        { store: this.deps().store, rules },
        { ...request, at, recordedAt: at, correlationId: cause, causationId: cause },
      ),
    );
  }

  /** Process the messages of the sweep, each as often as requested. */
  async #work(times: number): Promise<void> {
    for (const item of this.#due.splice(0)) {
      for (let n = 0; n < times; n += 1) await this.#tried(() => runClock(this.deps(), item));
    }
  }

  /** Return every stored commit. */
  async commits(): Promise<Commit[]> {
    const all: Commit[] = [];
    for (const name of this.#stored) {
      const [kind = 'case', id = ''] = [name.split(' ')[0] as Kind, name.slice(name.indexOf(' ') + 1)];
      all.push(...(await this.store.timeline(kind, id)));
    }
    return all;
  }

  async #relay(): Promise<void> {
    for (const commit of await this.commits()) {
      const name = `${commit.kind} ${commit.id}`;
      if (commit.version <= (this.#relayed.get(name) ?? 0)) continue;
      this.#relayed.set(name, commit.version);
      for (const event of toEnvelopes(commit)) {
        const consumers: readonly ConsumerName[] | 'audit only' = registrationOf(event.type)?.consumers ?? [];
        if (consumers === 'audit only') continue;
        this.#pending.push(...consumers.map((consumer) => ({ consumer, event })));
      }
    }
  }

  /**
   * Deliver the waiting events in an order, each as often as requested. Failed deliveries stay in the queue.
   */
  async #deliver(order: number, times: number): Promise<void> {
    await this.#relay();
    const waiting = this.#pending.map((delivery, at) => ({
      delivery,
      place: (at * 7919 + order * 104_729) % 1013,
    }));
    const left: Delivery[] = [];
    for (const { delivery } of waiting.sort((a, b) => a.place - b.place)) {
      let done = false;
      for (let n = 0; n < times; n += 1) done = (await this.#tried(() => this.#consume(delivery))) || done;
      if (!done) left.push(delivery);
    }
    this.#pending = left;
  }

  async #consume({ consumer, event }: Delivery): Promise<unknown> {
    const deps = this.deps();
    const one = <T>(work: (deps: ReturnType<World['deps']>, event: never) => T): T =>
      work(deps, event as never);
    switch (consumer) {
      case 'cases/propagate-links':
        return one(propagateLinks);
      case 'cases/assign':
        return one(assign);
      case 'cases/erase':
        return one(eraseStoredData);
      case 'cases/index-case':
        return one(indexCase);
      case 'notices/send-digest':
        return one(sendDigest);
      case 'notices/collect-for-watchers':
        return collectForWatchers(deps, [event] as never);
      case 'notices/collect-escalations':
        return collectEscalations(deps, [event] as never);
      case 'reports/roll-up':
        return rollUp({ figures: this.figures, figureShards: 1, clock: this.clock }, [event]);
      default:
        return undefined;
    }
  }

  /** Process all waiting work and its consequences until none is left. */
  async quiesce(): Promise<void> {
    this.#plan = new FaultPlan(0, 'before');
    for (let round = 0; round < ROUNDS; round += 1) {
      await this.#deliver(round, 1);
      await this.#relay();
      const { due } = await sweep(this.deps());
      await this.#work(1);
      await this.#relay();
      if (due === 0 && this.#pending.length === 0) return;
      // Notices are collected for minutes, and are not sent in quiet hours.
      if (due === 0) this.clock.advance(MINUTE);
    }
    throw new Error(`${this.#pending.length} deliveries are left after ${ROUNDS} rounds`);
  }
}
