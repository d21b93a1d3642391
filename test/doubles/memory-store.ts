import type { TaskKind } from '#events/task-vocabulary.ts';
import type { CallPurpose, Notice } from '#events/vocabulary.ts';
import { behind } from '#shared/adapters/table/behind.ts';
import { byTime } from '#shared/adapters/table/effect-item.ts';
import { shardOf } from '#shared/adapters/table/index-keys.ts';
import { scrubbedCommit, scrubbedEffect } from '#shared/adapters/table/scrub.ts';
import { isWorkKind, workOf } from '#shared/adapters/table/work-kinds.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import { turnOf, type WaitingCase, waitingCase, waitsForAssignee } from '#shared/domain/cases/waiting.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { selectWork, type WorkPage, type WorkQuery } from '#shared/domain/work-list/work-query.ts';
import { hasProcessed, keepsProofs, withCause } from '#shared/ports/processed-causes.ts';
import {
  type Aggregate,
  type Aggregates,
  type CallOutListing,
  type CallSpan,
  type CaseEntry,
  type CasesAt,
  type Change,
  type ClosedEntry,
  type CollectedNotice,
  type Commit,
  type CommitOutcome,
  type CommitPlace,
  type CountedCase,
  type DueEntry,
  type Effect,
  type EffectSpan,
  isUntimed,
  type Kind,
  type Page,
  type PageRequest,
  type QueueState,
  type Store,
  type WaitingNotice,
  type Workload,
} from '#shared/ports/store.ts';
import { checkEvents } from '#shared/runtime/envelopes.ts';
import { pageOf } from './page-of.ts';
import { patchOf } from './patch-of.ts';

interface Row<K extends Kind = Kind> {
  readonly kind: K;
  state: Aggregates[K];
  readonly commits: Commit[];
  readonly causes: Set<string>;
}

const classOf = ({ category, language }: WaitingCase): string => `${category} ${language}`;
const wide = (n: number): string => String(n).padStart(16, '0');
const NEVER = 9_999_999_999_999;

const stateOf = ({ status }: Case): QueueState =>
  status === 'resolved' || status === 'closed' ? status : 'active';

/**
 * A complete store in memory with the semantics of the port: versions detect concurrent writers, causes
 * detect repeats.
 */
export class MemoryStore implements Store {
  /** All commits in order, as a relay would publish them. */
  readonly commits: Commit[] = [];
  readonly #rows = new Map<string, Row>();
  readonly #effects = new Map<string, Effect[]>();
  readonly #notices = new Map<string, WaitingNotice[]>();
  readonly #counted = new Map<string, Map<string, number>>();
  readonly #counts = new Map<string, number>();
  readonly #shards: number;

  constructor({ shards = 1 }: { readonly shards?: number } = {}) {
    this.#shards = shards;
  }

  async load<K extends Kind>(kind: K, id: string, atLeast = 0): Promise<Aggregates[K] | undefined> {
    const state = this.#row(kind, id)?.state;
    const version = state?.version ?? 0;
    if (version < atLeast) throw behind(kind, id, version, atLeast);
    return structuredClone(state);
  }

  async commit<K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>> {
    const { kind, id, cause, before, after, events, ...rest } = structuredClone(change);
    const row = this.#row(kind, id);
    // For aggregates that grow without limit, only the causes in the state are remembered.
    const endless = !keepsProofs(kind);
    const isRepeat = endless ? row && hasProcessed(row.state, cause) : row?.causes.has(cause);
    if (row && isRepeat) return { outcome: 'duplicate', state: structuredClone(row.state) };
    if ((row?.state.version ?? 0) !== (before?.version ?? 0)) return { outcome: 'conflict' };
    const version = (before?.version ?? 0) + 1;
    const state = { ...after, version, causes: withCause(before?.causes ?? [], cause) };
    const commit: Commit = { ...rest, kind, id, cause, events, version, patch: patchOf(before, state) };
    checkEvents(commit);
    const kept: Row<K> = row ?? { kind, state, commits: [], causes: new Set() };
    kept.state = state;
    kept.commits.push(commit);
    kept.causes.add(cause);
    this.#rows.set(`${kind} ${id}`, kept);
    this.commits.push(commit);
    return { outcome: 'committed', state: structuredClone(state) };
  }

  async hasCommitted(kind: Kind, id: string, cause: string): Promise<boolean> {
    const row = this.#row(kind, id);
    return keepsProofs(kind) && row !== undefined && !hasProcessed(row.state, cause) && row.causes.has(cause);
  }

  async commitAt({ kind, id, version }: CommitPlace): Promise<Commit | undefined> {
    return structuredClone(this.#row(kind as Kind, id)?.commits.find((commit) => commit.version === version));
  }

  async timeline(kind: Kind, id: string): Promise<readonly Commit[]> {
    return structuredClone(this.#row(kind, id)?.commits ?? []);
  }

  async ofBeneficiary(beneficiaryId: string, page: PageRequest): Promise<Page<Case>> {
    const theirs = this.#cases().filter(
      ({ beneficiary, erased }) => !erased && beneficiary.id === beneficiaryId,
    );
    return pageOf(theirs, ({ openedAt, id }) => `${wide(openedAt)} ${id}`, page, 'descending');
  }

  async entriesOfBeneficiary(beneficiaryId: string, page: PageRequest): Promise<Page<CaseEntry>> {
    const { items, ...rest } = await this.ofBeneficiary(beneficiaryId, page);
    return { ...rest, items: items.map(({ id, openedAt }) => ({ id, openedAt })) };
  }

  async queue(department: string, state: QueueState, page: PageRequest): Promise<Page<Case>> {
    const waiting = this.#cases().filter(
      (one) => !one.erased && one.department === department && stateOf(one) === state,
    );
    const untimed = ({ level }: Case): number => (state === 'active' && level > 0 ? 0 : NEVER);
    const key = (one: Case) =>
      `${wide(state === 'closed' ? (one.closing?.at ?? one.openedAt) : (one.nextDueAt ?? untimed(one)))} ${one.id}`;
    return pageOf(waiting, key, page, state === 'active' ? 'ascending' : 'descending');
  }

  async casesAt({ district, category, from }: CasesAt, limit: number): Promise<readonly Case[]> {
    return this.#cases()
      .filter((one) => one.place?.district === district && one.category === category)
      .filter(({ openedAt, erased }) => openedAt >= from && !erased)
      .sort((a, b) => b.openedAt - a.openedAt || (a.id < b.id ? 1 : -1))
      .slice(0, limit);
  }

  async work(_: readonly string[], query: WorkQuery): Promise<WorkPage> {
    const entries = [...this.#rows.values()].flatMap(({ kind, state }) =>
      isWorkKind(kind) ? (workOf(kind, state as never) ?? []) : [],
    );
    return selectWork(entries, query);
  }

  async assignedTo(user: string, page: PageRequest): Promise<Page<Case>> {
    const theirs = this.#cases().filter(
      ({ assignee, status, erased }) => assignee === user && isActive(status) && !erased,
    );
    return pageOf(theirs, turnOf, page);
  }

  async firstWaiting(department: string): Promise<readonly WaitingCase[]> {
    const classes = Map.groupBy(this.#waiting(department), classOf);
    return [...classes.values()].flatMap((cases) => cases.slice(0, 1));
  }

  async nextWaiting(after: WaitingCase): Promise<WaitingCase | undefined> {
    return this.#waiting(after.department).find(
      (one) => classOf(one) === classOf(after) && one.turn > after.turn,
    );
  }

  async calls({ from, until, only }: CallSpan, page: PageRequest): Promise<Page<Call>> {
    const within = this.#calls().filter(
      ({ startedAt, marks }) =>
        startedAt >= from && startedAt < until && (only === undefined || (marks ?? []).includes(only)),
    );
    return pageOf(within, ({ startedAt, id }) => `${wide(startedAt)} ${id}`, page, 'descending');
  }

  async callsAbout(caseRef: string, page: PageRequest): Promise<Page<Call>> {
    const about = this.#calls().filter((one) => one.nextDueAt === undefined && one.caseRef === caseRef);
    return pageOf(about, ({ startedAt, id }) => `${wide(startedAt)} ${id}`, page, 'descending');
  }

  async dueShards(): Promise<number> {
    return this.#shards;
  }

  async live(shard: number, page: PageRequest): Promise<Page<Case>> {
    const here = this.#cases().filter(
      (one) => !one.erased && stateOf(one) === 'active' && shardOf(one.id, this.#shards) === shard,
    );
    const untimed = ({ level }: Case): number => (level > 0 ? 0 : NEVER);
    return pageOf(here, (one) => `${wide(one.nextDueAt ?? untimed(one))} ${one.id}`, page);
  }

  async callsOut(purpose: CallPurpose, state: CallOutListing, page: PageRequest): Promise<Page<CallOut>> {
    const finished = state === 'finished';
    const found = this.#callsOut().filter(
      (one) => one.purpose === purpose && (one.state.is === 'finished') === finished,
    );
    const key = ({ id, state: now, nextDueAt = NEVER }: CallOut) =>
      `${wide(now.is === 'finished' ? now.at : nextDueAt)} ${id}`;
    return pageOf(found, key, page, finished ? 'descending' : 'ascending');
  }

  async callsOutTo(beneficiaryId: string, page: PageRequest): Promise<Page<CallOut>> {
    const theirs = this.#callsOut().filter(
      (one) => one.erasedAt === undefined && one.beneficiaryId === beneficiaryId,
    );
    return pageOf(theirs, ({ plannedAt, id }) => `${wide(plannedAt)} ${id}`, page, 'descending');
  }

  async closedBefore(department: string, before: number, page: PageRequest): Promise<Page<ClosedEntry>> {
    const entries = this.#cases()
      .filter((one) => one.department === department && stateOf(one) === 'closed' && !one.erased)
      .map(({ id, closing, openedAt }) => ({ id, closedAt: closing?.at ?? openedAt }))
      .filter(({ closedAt }) => closedAt < before);
    return pageOf(entries, ({ closedAt, id }) => `${wide(closedAt)} ${id}`, page);
  }

  async tasksOf(wanted: TaskKind, page: PageRequest): Promise<Page<Task>> {
    const found = [...this.#rows.values()].flatMap(({ kind, state }) =>
      kind === 'task' && (state as Task).kind === wanted ? [state as Task] : [],
    );
    return pageOf(found, ({ openedAt, id }) => `${wide(openedAt)} ${id}`, page, 'descending');
  }

  async due(shard: number, until: number, page: PageRequest): Promise<Page<DueEntry>> {
    const entries = [...this.#rows.values()].flatMap(({ kind, state }): DueEntry[] => {
      if (isUntimed(kind)) return [];
      const over = kind === 'case' && (stateOf(state as Case) === 'closed' || (state as Case).erased);
      const dueAt = over ? undefined : (state as Aggregates[typeof kind]).nextDueAt;
      const here = dueAt !== undefined && dueAt <= until && shardOf(state.id, this.#shards) === shard;
      return here ? [{ kind, id: state.id, dueAt }] : [];
    });
    return pageOf(entries, ({ dueAt, kind, id }) => `${wide(dueAt)} ${kind} ${id}`, page);
  }

  async newestCommits(
    kind: Kind,
    id: string,
    { before = Number.POSITIVE_INFINITY, limit }: { readonly before?: number; readonly limit: number },
  ): Promise<readonly Commit[]> {
    const commits = (await this.timeline(kind, id)).filter(({ version }) => version < before);
    return commits.toReversed().slice(0, limit);
  }

  async newestEffects(
    caseId: string,
    { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY, limit }: EffectSpan,
  ): Promise<readonly Effect[]> {
    const effects = await this.effects('case', caseId);
    return effects
      .filter(({ at }) => at >= from && at < until)
      .toReversed()
      .slice(0, limit);
  }

  async effects(kind: Kind, id: string): Promise<readonly Effect[]> {
    return structuredClone(this.#effects.get(`${kind} ${id}`) ?? []).sort(byTime);
  }

  async effect(kind: Kind, id: string, effectId: string): Promise<Effect | undefined> {
    return (await this.effects(kind, id)).find((effect) => effect.id === effectId);
  }

  async recordEffect(kind: Kind, id: string, effect: Effect): Promise<boolean> {
    const effects = this.#effects.get(`${kind} ${id}`) ?? [];
    const before = effects.find((other) => other.id === effect.id);
    if (before && !before.waits) return false;
    const others = effects.filter((other) => other !== before);
    this.#effects.set(`${kind} ${id}`, [...others, structuredClone(effect)]);
    return true;
  }

  async collectNotices(reader: string, notices: readonly CollectedNotice[]): Promise<readonly Notice[]> {
    const fresh: Notice[] = [];
    for (const { notice, effect } of structuredClone(notices)) {
      if (!(await this.recordEffect('case', notice.case, effect))) continue;
      const waiting = this.#notices.get(reader) ?? [];
      this.#notices.set(reader, [...waiting, { notice, at: effect.at }]);
      fresh.push(notice);
    }
    return fresh;
  }

  async waitingNotices(reader: string, limit: number): Promise<readonly WaitingNotice[]> {
    const key = ({ at, notice }: WaitingNotice): string => `${wide(at)} ${notice.event}`;
    const all = structuredClone(this.#notices.get(reader) ?? []);
    return all.sort((a, b) => (key(a) < key(b) ? -1 : 1)).slice(0, limit);
  }

  async removeNotices(reader: string, notices: readonly WaitingNotice[]): Promise<void> {
    const gone = new Set(notices.map(({ notice }) => notice.event));
    const waiting = this.#notices.get(reader) ?? [];
    this.#notices.set(
      reader,
      waiting.filter(({ notice }) => !gone.has(notice.event)),
    );
  }

  async workloads(users: readonly string[]): Promise<ReadonlyMap<string, Workload>> {
    return new Map(
      users.map((user) => {
        const { absence, removed } = this.#row('staff', user)?.state ?? {};
        const count = this.#counts.get(user) ?? 0;
        return [user, { count, ...(absence && { absence }), ...(removed && { removed }) }];
      }),
    );
  }

  async isCounted(user: string, caseId: string): Promise<boolean> {
    return this.#counted.get(user)?.has(caseId) ?? false;
  }

  async countCase(
    user: string,
    { id, at }: CountedCase,
    most = Number.POSITIVE_INFINITY,
  ): Promise<'counted' | 'already' | 'full'> {
    const counted = this.#counted.get(user) ?? new Map<string, number>();
    if (counted.has(id)) return 'already';
    const count = this.#counts.get(user) ?? 0;
    if (count >= most) return 'full';
    this.#counted.set(user, counted.set(id, at));
    this.#counts.set(user, count + 1);
    return 'counted';
  }

  async discountCase(user: string, caseId: string): Promise<boolean> {
    if (!this.#counted.get(user)?.delete(caseId)) return false;
    this.#counts.set(user, (this.#counts.get(user) ?? 0) - 1);
    return true;
  }

  async countedCases(user: string, page: PageRequest): Promise<Page<CountedCase>> {
    const counted = [...(this.#counted.get(user) ?? [])].map(([id, at]) => ({ id, at }));
    return pageOf(counted, ({ id }) => id, page);
  }

  async correctCount(user: string, from: number, to: number): Promise<boolean> {
    if ((this.#counts.get(user) ?? 0) !== from) return false;
    this.#counts.set(user, to);
    return true;
  }

  async scrub(kind: Kind, id: string, clean: (commit: Commit) => Commit): Promise<void> {
    const cleaned = new Map(
      this.#row(kind, id)?.commits.map((commit) => [commit, scrubbedCommit(structuredClone(commit), clean)]),
    );
    for (const commits of [this.commits, this.#row(kind, id)?.commits ?? []])
      commits.splice(0, commits.length, ...commits.map((commit) => cleaned.get(commit) ?? commit));
    const effects = this.#effects.get(`${kind} ${id}`) ?? [];
    this.#effects.set(`${kind} ${id}`, effects.map(scrubbedEffect));
  }

  /** Store cases without commits, as the initial state of a test. */
  seed(...cases: readonly Case[]): this {
    for (const state of cases) {
      this.#rows.set(`case ${state.id}`, { kind: 'case', state, commits: [], causes: new Set(state.causes) });
    }
    return this;
  }

  /** Return a case as it is now. */
  caseNow(id: string): Case | undefined {
    return this.#row('case', id)?.state;
  }

  /** The number of active cases. */
  get activeCases(): number {
    return this.#cases().filter(({ status }) => isActive(status)).length;
  }

  #row<K extends Kind>(kind: K, id: string): Row<K> | undefined {
    return this.#rows.get(`${kind} ${id}`) as Row<K> | undefined;
  }

  #waiting(department: string): WaitingCase[] {
    return this.#cases()
      .filter((one) => one.department === department && waitsForAssignee(one))
      .map(waitingCase)
      .sort((a, b) => (a.turn < b.turn ? -1 : 1));
  }

  #calls(): Call[] {
    const rows = [...this.#rows.values()].filter(({ kind }) => kind === 'call');
    return structuredClone(rows.map(({ state }) => state as Call));
  }

  #callsOut(): CallOut[] {
    const rows = [...this.#rows.values()].filter(({ kind }) => kind === 'call-out');
    return structuredClone(rows.map(({ state }) => state as CallOut));
  }

  #cases(): Case[] {
    const cases: Aggregate[] = [...this.#rows.values()]
      .filter(({ kind }) => kind === 'case')
      .map((row) => row.state);
    return structuredClone(cases as Case[]);
  }
}
