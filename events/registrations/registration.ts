import type { EventContract } from '../envelope.ts';

/** Functions that consume events, `<capability>/<function>`; each has its own rule and queue. */
export type ConsumerName =
  | 'desk/notify'
  | 'desk/relate'
  | 'desk/assign'
  | 'desk/inform'
  | 'desk/erase'
  | 'sla/escalate'
  | 'sla/tell'
  | 'surveys/invite'
  | 'surveys/recover'
  | 'outreach/dial'
  | 'outreach/conclude'
  | 'outreach/remind'
  | 'reports/roll-up';

/** Functions whose commands cause events. They write them to the table; only the relay publishes. */
export type ProducerName =
  | 'intake/mail-intake'
  | 'intake/mail-feedback'
  | 'intake/call-desk'
  | 'intake/call-log'
  | 'intake/call-record'
  | 'intake/agent-log'
  | 'surveys/call-survey'
  | 'sla/clock'
  | 'desk/relate'
  | 'desk/assign'
  | 'desk/erase'
  | 'desk/retain'
  | 'outreach/dial'
  | 'outreach/call-out-desk'
  | 'outreach/conclude'
  | 'web/console'
  | 'web/people'
  | 'web/outreach'
  | 'web/survey';

export interface Registration<C extends EventContract = EventContract> {
  readonly event: C;
  /** The capability named in `source`. */
  readonly source: `rida.${string}`;
  readonly producers: readonly ProducerName[];
  /** Who acts on it, or the explicit statement that it is only kept on record. */
  readonly consumers: readonly ConsumerName[] | 'audit only';
}
