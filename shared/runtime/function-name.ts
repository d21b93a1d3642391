import type { ConsumerName } from '#events/registry.ts';

/** Functions behind an SQS queue that is filled by another source than Rida's bus. */
export type QueueFunctionName =
  | 'mail/mail-intake'
  | 'mail/mail-feedback'
  | 'telephone/contact-events'
  | 'sla/clock'
  | 'relay/republish';

/** Functions behind a Kinesis stream of Amazon Connect. */
export type KinesisFunctionName = 'telephone/contact-records' | 'telephone/agent-events';

/** Functions that a Connect flow invokes while a caller waits. */
export type FlowFunctionName = 'telephone/inbound-flow' | 'telephone/outbound-flow' | 'telephone/survey-flow';

/** Functions that a schedule calls. */
export type ScheduledFunctionName =
  | 'sla/sweep'
  | 'mail/mail-sweep'
  | 'cases/apply-retention'
  | 'cases/draw-checks'
  | 'cases/recount'
  | 'relay/deliver'
  | 'reports/export-days'
  | 'reports/send-reports'
  | 'telephone/connect-hours';

/** The function behind the table's stream. */
export type StreamFunctionName = 'relay/relay';

/** Functions that answer HTTP requests with pages. */
export type PageFunctionName =
  | 'web/console'
  | 'web/people'
  | 'web/investors'
  | 'web/outreach'
  | 'web/calls'
  | 'web/settings'
  | 'web/figures'
  | 'web/quality'
  | 'web/survey'
  | 'web/departments';

/** Functions that do work, each behind one kind of trigger. */
export type WorkFunctionName =
  | ConsumerName
  | QueueFunctionName
  | KinesisFunctionName
  | FlowFunctionName
  | ScheduledFunctionName
  | StreamFunctionName;

/**
 * Every Lambda function, `<capability>/<function>`: its handler is `functions/<name>.handler.ts`, its
 * declaration `functions/<name>.function.ts`, and each of its log lines has the name as `service`.
 */
export type FunctionName = WorkFunctionName | PageFunctionName;
