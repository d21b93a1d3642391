import type { Priority, SlaPolicy } from './policy.ts';

interface FactBase {
  /** When it happened (epoch ms), which may be earlier than when it was recorded. */
  readonly at: number;
  /** Position in the case's history, where known: decides between facts of the same instant. */
  readonly seq?: number | undefined;
}

export type Fact = FactBase &
  (
    | {
        readonly type: 'opened';
        readonly status?: string | undefined;
        readonly priority?: Priority | undefined;
      }
    | { readonly type: 'beneficiary-contact' | 'agent-contact' | 'first-response' }
    | { readonly type: 'resolved' | 'reopened' | 'closed' }
    | { readonly type: 'status'; readonly status: string }
    | { readonly type: 'policy'; readonly policy: SlaPolicy }
    | { readonly type: 'priority'; readonly priority: Priority }
  );

/** Of one instant: a contact comes before its answer, and an ending comes last. */
const RANK: { readonly [type in Fact['type']]: number } = {
  opened: 0,
  policy: 1,
  priority: 2,
  reopened: 3,
  'beneficiary-contact': 4,
  'first-response': 5,
  'agent-contact': 6,
  status: 7,
  resolved: 8,
  closed: 9,
};

/**
 * The facts up to `asOf` in the order they happened. The order is total (instant, position, kind, content), so the
 * order of arrival does not show; facts dated before the opening count from the opening.
 */
export function inOrder(timeline: readonly Fact[], asOf: number): readonly Fact[] {
  const sorted = timeline.filter(({ at }) => at <= asOf).sort(compare);
  const opened = sorted.find(({ type }) => type === 'opened');
  if (opened === undefined) return [];
  const rest = sorted.filter((fact) => fact !== opened);
  return [opened, ...rest.map((fact) => (fact.at < opened.at ? { ...fact, at: opened.at } : fact))];
}

function compare(a: Fact, b: Fact): number {
  return (
    a.at - b.at ||
    (a.seq ?? 0) - (b.seq ?? 0) ||
    RANK[a.type] - RANK[b.type] ||
    (detailOf(a) < detailOf(b) ? -1 : detailOf(a) > detailOf(b) ? 1 : 0)
  );
}

function detailOf(fact: Fact): string {
  if (fact.type === 'status') return fact.status;
  if (fact.type === 'priority') return fact.priority;
  if (fact.type === 'policy') {
    return `${fact.policy.id}#${String(fact.policy.version).padStart(9, '0')}#${JSON.stringify(fact.policy)}`;
  }
  if (fact.type === 'opened') return `${fact.status}#${fact.priority}`;
  return '';
}
