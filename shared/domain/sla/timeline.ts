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
    /** Classification, policy or calendar became another, so that earlier tiers were put into the past. */
    | { readonly type: 'terms' }
    /** "We will call you by Thursday noon": a newer promise replaces the one that is open. */
    | { readonly type: 'promised'; readonly dueAt: number }
    | { readonly type: 'promise-withdrawn' }
    /** A request to a department; several may be open at once. Without `dueAt` the policy's target holds. */
    | { readonly type: 'asked'; readonly request: string; readonly dueAt?: number | undefined }
    | { readonly type: 'answered' | 'request-withdrawn'; readonly request: string }
    /** Another case was merged into this one, with the working ms its clocks still had (negative: late). */
    | { readonly type: 'absorbed'; readonly source: string; readonly remaining: Remaining }
    | { readonly type: 'released'; readonly source: string }
  );

/** Working ms a merged case's clocks still had; absent where nothing was owed any more. */
export interface Remaining {
  readonly firstResponse?: number | undefined;
  readonly resolution?: number | undefined;
}

/** Of one instant: a contact comes before its answer, what is asked before what is answered, and an ending last. */
const RANK: { readonly [type in Fact['type']]: number } = {
  opened: 0,
  policy: 1,
  priority: 2,
  terms: 3,
  absorbed: 4,
  released: 5,
  reopened: 6,
  'beneficiary-contact': 7,
  promised: 8,
  'promise-withdrawn': 9,
  'first-response': 10,
  'agent-contact': 11,
  asked: 12,
  answered: 13,
  'request-withdrawn': 14,
  status: 15,
  resolved: 16,
  closed: 17,
};

/**
 * The facts up to `asOf` in the order they happened, each once. The order is total (instant, position, kind,
 * content), so the order of arrival does not show; facts dated before the opening count from the opening.
 */
export function inOrder(timeline: readonly Fact[], asOf: number): readonly Fact[] {
  const sorted = timeline.filter(({ at }) => at <= asOf).sort(compare);
  const opened = sorted.find(({ type }) => type === 'opened');
  if (opened === undefined) return [];
  const rest = sorted.filter((fact, i) => {
    const previous = sorted[i - 1];
    return fact !== opened && (previous === undefined || compare(previous, fact) !== 0);
  });
  return [opened, ...rest.map((fact) => (fact.at < opened.at ? { ...fact, at: opened.at } : fact))];
}

function compare(a: Fact, b: Fact): number {
  return (
    a.at - b.at ||
    (a.seq ?? 0) - (b.seq ?? 0) ||
    RANK[a.type] - RANK[b.type] ||
    compareText(detailOf(a), detailOf(b))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What tells two facts of one kind and instant apart. */
function detailOf(fact: Fact): string {
  switch (fact.type) {
    case 'status':
      return fact.status;
    case 'priority':
      return fact.priority;
    case 'policy':
      return `${fact.policy.id}#${String(fact.policy.version).padStart(9, '0')}#${JSON.stringify(fact.policy)}`;
    case 'opened':
      return `${fact.status}#${fact.priority}`;
    case 'promised':
      return String(fact.dueAt);
    case 'asked':
      return `${fact.request}#${fact.dueAt}`;
    case 'answered':
    case 'request-withdrawn':
      return fact.request;
    case 'absorbed':
      return `${fact.source}#${fact.remaining.firstResponse}#${fact.remaining.resolution}`;
    case 'released':
      return fact.source;
    default:
      return '';
  }
}
