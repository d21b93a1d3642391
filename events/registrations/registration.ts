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
  | 'surveys/alert-supervisor'
  | 'outreach/dial'
  | 'outreach/complete-call'
  | 'outreach/task-for-deadline'
  | 'reports/roll-up';

/**
 * Functions whose commands cause events. They store the events in the table; only the relay publishes them.
 */
type ProducerName =
  | 'mail/mail-intake'
  | 'mail/mail-feedback'
  | 'telephone/inbound-flow'
  | 'telephone/contact-events'
  | 'telephone/contact-records'
  | 'telephone/agent-events'
  | 'telephone/survey-flow'
  | 'sla/clock'
  | 'cases/propagate-links'
  | 'cases/assign'
  | 'cases/erase'
  | 'cases/apply-retention'
  | 'outreach/dial'
  | 'telephone/outbound-flow'
  | 'outreach/complete-call'
  | 'web/console'
  | 'web/people'
  | 'web/outreach'
  | 'web/survey';

export interface Registration<C extends EventContract = EventContract> {
  readonly event: C;
  /** The capability named in `source`. */
  readonly source: `rida.${string}`;
  readonly producers: readonly ProducerName[];
  /** The consumers, or `audit only` for an event without consumers. */
  readonly consumers: readonly ConsumerName[] | 'audit only';
}
