import { compareText } from '../text/compare-text.ts';
import type { Priority, SlaPolicy } from './policy.ts';
import type { Settled } from './settled.ts';

interface FactBase {
  /** When it happened (epoch milliseconds). It may be earlier than the time of recording. */
  readonly at: number;
  /** Position in the case's history, if available. It orders facts of the same instant. */
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
    /** Classification, policy or calendar changed, which may put earlier tiers into the past. */
    | { readonly type: 'terms' }
    /** A promise such as "We will call you by Thursday noon". A newer promise replaces the open one. */
    | { readonly type: 'promised'; readonly dueAt: number }
    | { readonly type: 'promise-withdrawn' }
    /**
     * A request to a department. Several may be open at once. Without `dueAt` the policy's target applies.
     */
    | { readonly type: 'asked'; readonly request: string; readonly dueAt?: number | undefined }
    | { readonly type: 'answered' | 'request-withdrawn'; readonly request: string }
    /** The next contact by a plan: its number, its due instant, and its end when it took place. */
    | {
        readonly type: 'touch';
        readonly touch: number;
        readonly dueAt: number;
        readonly end?: number | undefined;
      }
    /**
     * Another case was merged into this one, with the remaining working milliseconds of its clocks (negative:
     * late).
     */
    | { readonly type: 'absorbed'; readonly source: string; readonly remaining: Remaining }
    | { readonly type: 'released'; readonly source: string }
    /** The resolution may take longer by plain time, however the calendar counts. */
    | { readonly type: 'extended'; readonly plainMs: number }
    /** The history before this instant is replaced by its results. At most one. */
    | ({ readonly type: 'settled' } & Settled)
  );

/**
 * Working milliseconds that remained on a merged case's clocks. Missing when there was no obligation any
 * more.
 */
export interface Remaining {
  readonly firstResponse?: number | undefined;
  readonly resolution?: number | undefined;
}

/**
 * Order within one instant: a contact before its answer, a question before its answer, and an ending last.
 */
const RANK: { readonly [type in Fact['type']]: number } = {
  opened: 0,
  settled: 0.5,
  policy: 1,
  priority: 2,
  terms: 3,
  absorbed: 4,
  released: 5,
  extended: 5.5,
  reopened: 6,
  'beneficiary-contact': 7,
  promised: 8,
  'promise-withdrawn': 9,
  'first-response': 10,
  'agent-contact': 11,
  asked: 12,
  answered: 13,
  'request-withdrawn': 14,
  touch: 14.5,
  status: 15,
  resolved: 16,
  closed: 17,
};

/**
 * Return the facts up to `asOf` in the order in which they happened, without repetitions. The order is total
 * (instant, position, type, content), so the order of arrival has no effect. Facts dated before the opening
 * are moved to the opening.
 */
export function timelineUntil(timeline: readonly Fact[], asOf: number): readonly Fact[] {
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

/** Return the content that distinguishes two facts of one type and instant. */
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
    case 'touch':
      return `${fact.touch}#${fact.dueAt}#${fact.end}`;
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
    case 'extended':
      return String(fact.plainMs);
    default:
      return '';
  }
}
