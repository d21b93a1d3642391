import { recountOne } from '#functions/cases/recount.ts';
import { runClock } from '#functions/sla/clock.ts';
import type { DueItem } from '#functions/sla/due-item.ts';
import { sweep } from '#functions/sla/sweep.ts';
import type { FilledDatabase } from '#shared/adapters/embedded/filled-database.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { policyOf } from '#shared/domain/cases/clocks.ts';
import { localDay, localHour } from '#shared/domain/reports/local-day.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { isOpen } from '#shared/domain/sla/openings.ts';
import { isAbsent } from '#shared/domain/staff/decide-staff.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import type { Commit, Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { Logger } from '#shared/runtime/logger.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Adapters } from '../core.ts';
import type { LocalPorts } from '../functions.ts';
import { rowBlobs } from '../storage/row-blobs.ts';
import { Agenda, contactTimes, STRETCH } from './agenda.ts';
import { exampleTelephone, planCallList } from './calls-out.ts';
import { planCaseActs } from './case-acts.ts';
import { type CallCourse, openByCall, openByMail, recordCall } from './case-opening.ts';
import { courseOf, planLife } from './case-story.ts';
import { exampleConsumers } from './consumers.ts';
import type { ExampleOptions } from './example-options.ts';
import { exampleStaff } from './example-staff.ts';
import { ExampleStore } from './example-store.ts';
import { planInvestorLife } from './investor-story.ts';
import { planAbsences, planCallBackTo, planErasure, settingsHistory } from './office-story.ts';
import { personAt } from './people.ts';
import { type Random, random } from './random.ts';
import { type Summary, Tally } from './tally.ts';
import type { Act, ExampleClock, World } from './world.ts';

/** Sent mail is kept in the mailbox for this time; the proof that it was sent always stays. */
const MAILBOX_KEEPS = 7 * DAY;
/** A timer is processed this long after it is due, as the sweep runs each minute. */
const SWEEP_LAG = 20 * SECOND;
const MOST_RECENT = 20;
const CALLS_ON_A_LIST = 33;
const SHORT_CALLS = ['abandoned', 'callback'] as const satisfies readonly CallCourse[];
/** Contacts that come with a call which opens no case, also in the shortest example. */
const shortCallOf = (n: number): CallCourse | undefined => SHORT_CALLS[(n % 1_000) - 2];

const MOST_AT_ONCE = 1_000;

/** The part of a store that the builder uses. */
interface FilledStore {
  readonly store: Store;
  take(): readonly Commit[] | Promise<readonly Commit[]>;
  flush(): void;
}

/** The plain store with the same interface: its outbox holds the commits until they are taken. */
const atOnce = (store: Adapters['store']): FilledStore => ({
  store,
  flush: () => {},
  async take() {
    const commits = store.unrelayed(MOST_AT_ONCE).flatMap((one) => ('commit' in one ? [one.commit] : []));
    await store.markRelayed(commits);
    return commits;
  },
});

type Seeded = ExampleOptions & { readonly seed: string };
type FilledAdapters = Adapters & { readonly database: FilledDatabase };

/** An example while it is built. */
export class Building {
  readonly #options: Seeded;
  readonly #adapters: FilledAdapters;
  readonly #filled: FilledStore;
  readonly #ports: LocalPorts;
  readonly #clock: ExampleClock;
  readonly #agenda = new Agenda();
  readonly #tally = new Tally();
  readonly #world: World;
  readonly #deliver: () => Promise<void>;
  #rules: Rules;
  #absent: ReadonlySet<string> = new Set();

  constructor(options: Seeded, adapters: FilledAdapters, clock: ExampleClock, rules: Rules, logger: Logger) {
    const { seed, until } = options;
    this.#options = options;
    this.#adapters = adapters;
    this.#clock = clock;
    this.#rules = rules;
    const { mailer, database } = adapters;
    this.#filled = options.writesAtOnce ? atOnce(adapters.store) : new ExampleStore(adapters.store, database);
    this.#ports = {
      ...adapters,
      // The example hands events to their consumers itself.
      publisher: { publish: async () => ({ failed: [], rejected: [] }) },
      clock,
      store: this.#filled.store,
      blobs: rowBlobs(database),
      rules: { ...adapters.rules, current: async () => this.#rules },
      telephone: exampleTelephone(() => this.#world),
      mailer: { send: async (mail) => (clock.now() < until - MAILBOX_KEEPS ? {} : mailer.send(mail)) },
    };
    this.#world = {
      ...{ seed, until, ports: this.#ports, recent: new Map() },
      rules: () => this.#rules,
      plan: (act) => {
        if (act.at < until) this.#agenda.plan(act);
      },
      present: (department, matter) => this.#present(department, matter),
    };
    this.#deliver = exampleConsumers(
      { take: () => this.#take(), ports: this.#ports, clock, logger },
      // The example assigns new cases itself, by turns, and counts workloads at the end.
      // The search index is built at the end, in one pass.
      (consumer, { type }) =>
        consumer === 'cases/index-case' || (consumer === 'cases/assign' && type.startsWith('rida.case.')),
    );
  }

  /** Build the example from an instant on, and return what is in it. */
  async run(from: number): Promise<Summary> {
    const { cases, until, onProgress, staff: count, seed } = this.#options;
    const staff = exampleStaff(count, random(`${seed} staff`));
    for (const change of settingsHistory(staff, from, until)) this.#planSettings(change);
    planAbsences(this.#world, staff, from, until);
    const times = contactTimes(this.#rules, random(`${seed} times`), from + MINUTE, until, cases);
    this.#planLists(from, until);
    let next = 0;
    for (let stretch = Math.floor(from / STRETCH); stretch * STRETCH < until; stretch += 1) {
      const end = Math.min(until, (stretch + 1) * STRETCH);
      this.#clock.moveTo(end);
      for (let at = times[next]; at !== undefined && at < end; at = times[next]) {
        this.#planContact(next, at);
        next += 1;
      }
      await this.#play(stretch, end);
      onProgress?.(next, cases);
    }
    for (const user of this.#rules.staff.keys()) await recountOne(this.#ports, this.#rules, user);
    this.#filled.flush();
    await this.#adapters.prepareSearch();
    return this.#tally.summary(this.#adapters.database);
  }

  async #take(): Promise<readonly Commit[]> {
    const commits = await this.#filled.take();
    this.#tally.note(commits);
    return commits;
  }

  /** Carry out everything of a stretch: acts, timers, and what follows from them. */
  async #play(stretch: number, end: number): Promise<void> {
    const seen = new Set<string>();
    await this.#refreshAbsences();
    for (;;) {
      this.#clock.moveTo(end);
      const due = (await this.#due()).filter(({ kind, id, dueAt }) => !seen.has(`${kind} ${id} ${dueAt}`));
      for (const { kind, id, dueAt } of due) seen.add(`${kind} ${id} ${dueAt}`);
      const acts = [...this.#agenda.take(stretch), ...due.map((item) => this.#timer(item, end))];
      if (acts.length === 0) return;
      for (const { at, run } of acts.sort((a, b) => a.at - b.at)) {
        this.#clock.moveTo(at);
        await run();
      }
      await this.#deliver();
    }
  }

  async #due(): Promise<DueItem[]> {
    const items: DueItem[] = [];
    const dueQueue = { send: async (due: readonly DueItem[]) => void items.push(...due) };
    await sweep({ ...this.#ports, dueQueue });
    return items;
  }

  #timer(item: DueItem, end: number): Act {
    const at = Math.min(end, Math.max(item.dueAt, end - STRETCH) + SWEEP_LAG);
    return { at, run: () => runClock(this.#ports, item) };
  }

  #present(department: string, matter: string): readonly string[] {
    const users = [...this.#rules.staff.values()]
      .filter(({ user, departments }) => departments.includes(department) && !this.#absent.has(user))
      .map(({ user }) => user);
    if (users.length === 0) return [];
    const first = random(`${matter} ${this.#clock.now()}`).int(0, users.length - 1);
    return [...users.slice(first), ...users.slice(0, first)];
  }

  async #refreshAbsences(): Promise<void> {
    const absent = new Set<string>();
    for (const user of this.#rules.staff.keys()) {
      const member = await this.#ports.store.load('staff', user);
      if (isAbsent(member?.absence, this.#clock.now())) absent.add(user);
    }
    this.#absent = absent;
  }

  #planSettings({ at, note, change }: ReturnType<typeof settingsHistory>[number]): void {
    this.#agenda.plan({
      at,
      run: async () => {
        const { settings, version } = await this.#adapters.rules.inForce();
        const changed: Settings = change(settings);
        await this.#adapters.rules.apply({ settings: changed, base: version, by: 'supervisor', at, note });
        this.#rules = await this.#adapters.rules.current();
      },
    });
  }

  #planLists(from: number, until: number): void {
    for (let at = from; at < until; at += HOUR) {
      const isMorning = localHour(at) === '10' && isOpen(this.#rules.desk.calendar, at);
      if (isMorning) planCallList(this.#world, localDay(at), at, CALLS_ON_A_LIST);
    }
  }

  #planContact(n: number, at: number): void {
    const { seed, cases } = this.#options;
    const world = this.#world;
    const draw = random(`${seed} contact ${n}`);
    const person = personAt(seed, Math.floor(draw.next() ** 1.5 * cases * 0.7));
    const isByMail = courseOf(n) === 'split' || courseOf(n) === 'long' || courseOf(n) === 'set aside';
    const byPhone = !isByMail && isOpen(this.#rules.desk.calendar, at) && draw.chance(0.45);
    const holder: { ref?: string } = {};
    const contact = { n, at, person, draw };
    const short = shortCallOf(n) ?? (byPhone && draw.chance(0.12) ? draw.pick(SHORT_CALLS) : undefined);
    if (short) this.#planCallWithoutCase(n, at, person, draw, short);
    if (courseOf(n) === 'set aside' || (!byPhone && draw.chance(0.02))) {
      world.plan({ at, run: () => openByMail(world, contact, true) });
      return;
    }
    world.plan({
      at,
      run: async () => {
        const ref = byPhone ? await openByCall(world, contact) : await openByMail(world, contact, false);
        holder.ref = ref;
        const opened = await world.ports.store.load('case', ref);
        if (!opened) return;
        const { category, language, priority } = opened;
        const recent = [...(world.recent.get(category) ?? []), ref].slice(-MOST_RECENT);
        world.recent.set(category, recent);
        const opening = causeId(
          byPhone ? `flow:example-call-${n}:register:${opened.type}` : `example mail ${n}`,
        );
        const targets = policyOf(opened, this.#rules).targets[priority];
        const facts = { openedAt: at, language, hasEmail: !byPhone, targets, draw };
        if (courseOf(n) === 'investor' || opened.segment === 'investor')
          planInvestorLife(world, holder, facts);
        else planLife(world, { ...facts, holder, category, opening, course: courseOf(n) });
        this.#planAssignment(ref, at + draw.int(5, 90) * SECOND);
        if (courseOf(n) === 'called back') planCallBackTo(world, ref, at + HOUR);
        if (courseOf(n) === 'erased') {
          const erasedAt = Math.floor(Math.min(at + 5 * DAY, (at + this.#options.until) / 2));
          planErasure(
            world,
            await beneficiaryId(world.ports.keys, byPhone ? { phone: person.phone } : person),
            erasedAt,
          );
        }
      },
    });
  }

  #planAssignment(ref: string, at: number): void {
    planCaseActs(this.#world, { ref }, [
      {
        ...{ at, name: 'assign', by: 'rida' },
        command: ({ assignee, department, quarantine }) => {
          const [to] = this.#present(department, ref);
          return assignee !== undefined || quarantine !== undefined || to === undefined
            ? undefined
            : { do: 'assign', to, by: 'rida', because: 'rule' };
        },
      },
    ]);
  }

  /** A caller gives up in the queue, or asks to be called back. */
  #planCallWithoutCase(
    n: number,
    at: number,
    person: ReturnType<typeof personAt>,
    draw: Random,
    course: CallCourse,
  ): void {
    this.#world.plan({
      at,
      run: () => recordCall(this.#world, `example-short-call-${n}`, { at, person, agent: '', draw, course }),
    });
  }
}
