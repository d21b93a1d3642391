import type { EventContract } from '../envelope.ts';

/** Functions that consume events, `<capability>/<function>`. Each has its own rule and queue. */
export type ConsumerName =
  | 'mail/notify-beneficiary'
  | 'cases/propagate-links'
  | 'cases/assign'
  | 'notices/collect-for-watchers'
  | 'cases/erase'
  | 'notices/collect-escalations'
  | 'notices/send-digest'
  | 'surveys/invite'
  | 'surveys/send-message'
  | 'surveys/alert-supervisor'
  | 'outreach/dial'
  | 'outreach/complete-call'
  | 'outreach/task-for-deadline'
  | 'reports/roll-up'
  | 'cases/index-case';

export interface Registration<C extends EventContract = EventContract> {
  readonly event: C;
  /** The capability named in `source`. */
  readonly source: `rida.${string}`;
  /** The consumers, or `audit only` for an event without consumers. */
  readonly consumers: readonly ConsumerName[] | 'audit only';
}
