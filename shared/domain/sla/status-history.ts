import type { Absorption } from './absorbed.ts';
import { absorptionsOf } from './absorbed.ts';
import type { Pause } from './pauses.ts';
import type { Priority, SlaPolicy } from './policy.ts';
import type { Undertaking } from './promises.ts';
import { promisesOf } from './promises.ts';
import { requestsOf } from './requests.ts';
import { NOTHING_SETTLED, type Settled } from './settled.ts';
import type { Fact } from './timeline.ts';

/** A status and its time. The last one lasts until the instant of the question. */
export interface StatusSpan {
  readonly from: number;
  readonly to: number;
  readonly status: string;
}

/**
 * A contact of the beneficiary (the first unanswered one) and the agent's answer. Null while it is
 * unanswered.
 */
interface Exchange {
  readonly from: number;
  readonly to: number | null;
}

/** More plain time for the resolution that runs at `at`. */
export interface Extension {
  readonly at: number;
  readonly plainMs: number;
}

/** A contact with an investor, planned for `dueAt`. Null while it did not take place. */
interface Touch {
  readonly touch: number;
  readonly from: number;
  readonly dueAt: number;
  readonly end: number | null;
}

/** The inputs of the clocks, computed from the facts of a case. */
export interface ClockHistory {
  readonly openedAt: number;
  readonly firstResponseAt: number | null;
  readonly exchanges: readonly Exchange[];
  readonly statuses: readonly StatusSpan[];
  readonly policy: SlaPolicy;
  readonly priority: Priority;
  /** When policy, priority or other terms last changed. */
  readonly termsChangedAt: number | null;
  readonly promises: readonly Undertaking[];
  readonly requests: readonly Undertaking[];
  /** The contacts of a plan: the last one that took place, and the next one. */
  readonly touches: readonly Touch[];
  readonly absorptions: readonly Absorption[];
  readonly extensions: readonly Extension[];
  /** The results of the history before these facts. */
  readonly settled: Settled;
}

/** Compute the history up to `asOf` from ordered facts. The opening is the first. */
export function readHistory(policy: SlaPolicy, facts: readonly Fact[], asOf: number): ClockHistory | null {
  const opening = facts[0];
  if (opening?.type !== 'opened') return null;
  const changes = [{ at: opening.at, status: opening.status ?? 'new' }];
  const exchanges: { from: number; to: number | null }[] = [];
  const terms = { policy, priority: opening.priority ?? 'normal', changedAt: null as number | null };
  let firstResponseAt: number | null = null;
  for (const fact of facts) {
    const status = statusAfter(fact);
    const current = exchanges.at(-1);
    if (status !== null) changes.push({ at: fact.at, status });
    else if (fact.type === 'first-response') firstResponseAt ??= fact.at;
    else if (fact.type === 'beneficiary-contact' && current?.to !== null)
      exchanges.push({ from: fact.at, to: null });
    else if (fact.type === 'agent-contact' && current?.to === null) current.to = fact.at;
    else applyTerms(terms, fact);
  }
  return {
    openedAt: opening.at,
    firstResponseAt,
    exchanges,
    statuses: spansOf(changes, asOf),
    policy: terms.policy,
    priority: terms.priority,
    termsChangedAt: terms.changedAt,
    promises: promisesOf(facts, terms.policy.finalStatuses),
    requests: requestsOf(facts),
    touches: facts.flatMap((fact) =>
      fact.type === 'touch'
        ? [{ touch: fact.touch, from: fact.at, dueAt: fact.dueAt, end: fact.end ?? null }]
        : [],
    ),
    absorptions: absorptionsOf(facts),
    extensions: facts.filter((fact) => fact.type === 'extended'),
    settled: facts.find((fact) => fact.type === 'settled') ?? NOTHING_SETTLED,
  };
}

function statusAfter(fact: Fact): string | null {
  if (fact.type === 'status') return fact.status;
  if (fact.type === 'reopened') return 'open';
  return fact.type === 'resolved' || fact.type === 'closed' ? fact.type : null;
}

function applyTerms(
  terms: { policy: SlaPolicy; priority: Priority; changedAt: number | null },
  fact: Fact,
): void {
  if (fact.type === 'terms') terms.changedAt = fact.at;
  if (fact.type === 'policy') {
    const { id, version } = terms.policy;
    if (fact.policy.id !== id || fact.policy.version !== version) terms.changedAt = fact.at;
    terms.policy = fact.policy;
  }
  if (fact.type === 'priority' && fact.priority !== terms.priority) {
    terms.priority = fact.priority;
    terms.changedAt = fact.at;
  }
}

function spansOf(changes: readonly { at: number; status: string }[], asOf: number): StatusSpan[] {
  return changes.map(({ at, status }, i) => ({ from: at, to: changes[i + 1]?.at ?? asOf, status }));
}

/** Join adjacent spans whose status is one of `statuses`. The last may reach the instant of the question. */
export function spansIn(spans: readonly StatusSpan[], statuses: readonly string[]): Pause[] {
  const runs: { from: number; to: number }[] = [];
  for (const [i, { from, to, status }] of spans.entries()) {
    if (!statuses.includes(status)) continue;
    // Skip an empty span between two others: the case was never in that status. The last span is empty when
    // it has just begun.
    if (from === to && i < spans.length - 1) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.to === from) last.to = to;
    else runs.push({ from, to });
  }
  return runs;
}
