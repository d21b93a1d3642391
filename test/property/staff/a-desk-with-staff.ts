import { expect } from 'vitest';
import type { EventsOf, RidaEvent } from '#events/registry.ts';
import { registrationOf } from '#events/registry.ts';
import type { Language, Priority } from '#events/vocabulary.ts';
import { assign } from '#functions/cases/assign.ts';
import { recount } from '#functions/cases/recount.ts';
import { compareRoster } from '#functions/sla/compare-roster.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { updateStaff } from '#shared/application/update-staff.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { turnOf, waitsForAssignee } from '#shared/domain/cases/waiting.ts';
import type { Colleague, Rules } from '#shared/domain/rules.ts';
import { mayTake } from '#shared/domain/staff/choose-assignee.ts';
import { isAbsent, type StaffCommand } from '#shared/domain/staff/decide-staff.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import type { Change, CommitOutcome, Kind } from '#shared/ports/store.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { aBeneficiary, aReference } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { FaultPlan, faulty, Outage } from '#test/doubles/faulty.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

/** A store that shows each commit to a watcher before it is stored. */
class WatchedStore extends MemoryStore {
  watch: (change: Change) => void = () => {};

  override async commit<K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>> {
    const before = this.commits.length;
    // The watcher sees the state before the commit, and only of commits that are stored.
    const cases = this.everyCase();
    const done = await super.commit(change);
    if (this.commits.length > before) this.watch({ ...change, cases } as unknown as Change);
    return done;
  }

  everyCase(): Case[] {
    const ids = new Set(this.commits.filter(({ kind }) => kind === 'case').map(({ id }) => id));
    return [...ids].flatMap((id) => this.caseNow(id) ?? []);
  }
}

export interface Opening {
  readonly department: string;
  readonly category: string;
  readonly language: Language;
  readonly priority: Priority;
}

type Delivered = EventsOf<'cases/assign'>;

const named = (user: string, over: Partial<Colleague>): Colleague => ({
  ...{ user, name: { ar: user, en: user }, email: `${user}@rida.example`, departments: ['operations'] },
  ...{ skills: [], languages: ['ar', 'en'], capacity: 2 },
  ...over,
});

/**
 * A desk whose events wait until they are delivered, in any order and any number of times. It checks each assignment
 * by rule at the moment it is made.
 */
export class DeskWithStaff {
  readonly store = new WatchedStore();
  readonly clock = fixedClock();
  rules: Rules;
  readonly pending: Delivered[] = [];
  readonly delivered: Delivered[] = [];
  /** Members of staff who may exceed their capacity: a person gave them cases, or the limit was lowered. */
  readonly overfilled = new Set<string>();
  /** False while deliveries run at once: a case may begin to wait while another one is being assigned. */
  isTurnChecked = true;
  readonly #interrupted = new Set<Delivered>();
  readonly #versions: Rules[] = [];
  #seen = 0;
  #steps = 0;

  constructor(staff: readonly (readonly [string, Partial<Colleague>])[]) {
    this.rules = this.#with(new Map(staff.map(([user, over]) => [user, named(user, over)])), 0);
    this.#versions.push(this.rules);
    this.store.watch = (change) => this.#check(change);
  }

  #with(staff: Map<string, Colleague>, version: number): Rules {
    return { ...shippedRules, version, assignment: 'least-loaded', staff };
  }

  get cases(): Case[] {
    return this.store.everyCase();
  }

  async do(id: string, command: CaseCommand): Promise<boolean> {
    this.#steps += 1;
    const [at, cause] = [this.clock.now(), `step ${this.#steps}`];
    const done = await handleCommand(
      { store: this.store, rules: this.rules },
      { id, command, cause, by: 'agent:boss', at, recordedAt: at, correlationId: cause, causationId: cause },
    );
    this.#collect();
    return done.outcome === 'committed';
  }

  async open(opening: Opening): Promise<string> {
    const id = aReference();
    // Each case is a moment younger than the one before.
    this.clock.advance(1);
    await this.do(id, {
      ...{ do: 'open', id, type: 'report', subject: '', beneficiary: aBeneficiary(), segment: 'citizen' },
      ...{ channel: 'mail', ...opening },
    });
    return id;
  }

  async staff(user: string, command: StaffCommand): Promise<void> {
    this.#steps += 1;
    const at = this.clock.now();
    await updateStaff(this.store, {
      ...{ id: user, command, cause: `step ${this.#steps}`, by: 'agent:boss', at, recordedAt: at },
    });
    this.#collect();
  }

  /** Bring new settings into force, and announce them as the sweep and the clock do. */
  async settings(change: (staff: Map<string, Colleague>) => void): Promise<void> {
    const before = this.rules;
    const staff = new Map(before.staff);
    change(staff);
    this.rules = this.#with(staff, before.version + 1);
    this.#versions.push(this.rules);
    for (const [user, { capacity }] of staff)
      if (capacity < (before.staff.get(user)?.capacity ?? 0)) this.overfilled.add(user);
    const { store, clock } = this;
    await compareRoster(
      {
        ...{ store, clock, rules: { current: async () => this.rules } },
        pastRules: async (version) => this.#versions[version],
      },
      { from: before.version, to: this.rules.version },
    );
    this.#collect();
  }

  /** Deliver a waiting event. It stays when the store fails at the nth call. */
  async deliver(
    at: number,
    fault?: { readonly nth: number; readonly when: 'before' | 'after' },
  ): Promise<void> {
    const event = this.pending[at % Math.max(1, this.pending.length)];
    if (!event) return;
    const store = fault ? faulty<MemoryStore>(this.store, new FaultPlan(fault.nth, fault.when)) : this.store;
    try {
      const deps = { store, clock: this.clock, rules: { current: async () => this.rules } };
      await assign(deps, event, { attempt: this.#interrupted.has(event) ? 2 : 1 });
      const place = this.pending.indexOf(event);
      if (place !== -1) this.pending.splice(place, 1);
      this.delivered.push(event);
    } catch (cause) {
      if (!(cause instanceof Outage)) throw cause;
      // The queue hides the event for some time.
      this.#interrupted.add(event);
      this.clock.advance(MINUTE);
    }
    this.#collect();
  }

  /** Deliver several waiting events at once. */
  async deliverAtOnce(many: readonly number[]): Promise<void> {
    this.isTurnChecked = false;
    await Promise.all(many.map((at) => this.deliver(at)));
    this.isTurnChecked = true;
  }

  /** Deliver everything that waits, the newest first; on request everything once more in another order. */
  async settle(repeats: boolean): Promise<void> {
    while (this.pending.length > 0) await this.deliver(this.pending.length - 1);
    if (!repeats) return;
    this.pending.push(...this.delivered.splice(0).reverse());
    while (this.pending.length > 0) await this.deliver(0);
  }

  async recount(): Promise<void> {
    this.clock.advance(HOUR);
    const { store, clock } = this;
    await recount({ store, clock, rules: { current: async () => this.rules } });
    this.#collect();
  }

  /** Check everything that must be true when no event waits. */
  async checkRest(): Promise<void> {
    const now = this.clock.now();
    const loads = await this.store.workloads([...this.rules.staff.keys()]);
    const isThere = (user: string): boolean => {
      const load = loads.get(user);
      return load !== undefined && !load.removed && !isAbsent(load.absence, now);
    };
    for (const [user, { count }] of loads) {
      const held = this.cases.filter(({ assignee, status }) => assignee === user && isActive(status));
      expect(`${user} ${count}`).toBe(`${user} ${held.length}`);
      if (!isThere(user)) expect(held).toEqual([]);
    }
    const idle = this.cases
      .filter(waitsForAssignee)
      .flatMap((waiting) =>
        [...this.rules.staff.values()]
          .filter(
            (one) =>
              mayTake(one, waiting) && isThere(one.user) && (loads.get(one.user)?.count ?? 0) < one.capacity,
          )
          .map(({ user }) => `${user} could take ${waiting.id}`),
      );
    expect(idle).toEqual([]);
  }

  #collect(): void {
    for (const commit of this.store.commits.slice(this.#seen)) {
      for (const event of toEnvelopes(commit)) {
        const consumers: readonly string[] | 'audit only' = registrationOf(event.type)?.consumers ?? [];
        if (consumers.includes('cases/assign')) this.pending.push(event as RidaEvent as Delivered);
      }
    }
    this.#seen = this.store.commits.length;
  }

  /** An assignment by rule takes the first case that this member of staff may take, and never too many. */
  #check(change: Change): void {
    const { events, id, cases } = change as Change & { readonly cases: readonly Case[] };
    for (const { type, data } of events) {
      if (type !== 'rida.case.assigned.v1' || data.because !== 'rule') continue;
      const colleague = this.rules.staff.get(data.to);
      const taken = cases.find((one) => one.id === id);
      if (!colleague || !taken) throw new Error(`nobody may assign ${id} to ${data.to}`);
      expect(mayTake(colleague, taken)).toBe(true);
      const overtaken = cases.filter(
        (one) => waitsForAssignee(one) && mayTake(colleague, one) && turnOf(one) < turnOf(taken),
      );
      if (this.isTurnChecked) expect(overtaken.map((one) => one.id)).toEqual([]);
      const held = cases.filter((one) => one.assignee === data.to && isActive(one.status)).length;
      if (!this.overfilled.has(data.to)) expect(held).toBeLessThan(colleague.capacity);
    }
  }
}
