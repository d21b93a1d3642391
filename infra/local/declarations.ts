import { applyRetentionFunction } from '#functions/cases/apply-retention.function.ts';
import { assignFunction } from '#functions/cases/assign.function.ts';
import { drawChecksFunction } from '#functions/cases/draw-checks.function.ts';
import { eraseFunction } from '#functions/cases/erase.function.ts';
import { indexCaseFunction } from '#functions/cases/index-case.function.ts';
import { propagateLinksFunction } from '#functions/cases/propagate-links.function.ts';
import { recountFunction } from '#functions/cases/recount.function.ts';
import { mailFeedbackFunction } from '#functions/mail/mail-feedback.function.ts';
import { mailIntakeFunction } from '#functions/mail/mail-intake.function.ts';
import { mailSweepFunction } from '#functions/mail/mail-sweep.function.ts';
import { notifyBeneficiaryFunction } from '#functions/mail/notify-beneficiary.function.ts';
import { collectEscalationsFunction } from '#functions/notices/collect-escalations.function.ts';
import { collectForWatchersFunction } from '#functions/notices/collect-for-watchers.function.ts';
import { sendDigestFunction } from '#functions/notices/send-digest.function.ts';
import { completeCallFunction } from '#functions/outreach/complete-call.function.ts';
import { dialFunction } from '#functions/outreach/dial.function.ts';
import { taskForDeadlineFunction } from '#functions/outreach/task-for-deadline.function.ts';
import { deliverFunction } from '#functions/relay/deliver.function.ts';
import { relayFunction } from '#functions/relay/relay.function.ts';
import { republishFunction } from '#functions/relay/republish.function.ts';
import { exportDaysFunction } from '#functions/reports/export-days.function.ts';
import { rollUpFunction } from '#functions/reports/roll-up.function.ts';
import { sendReportsFunction } from '#functions/reports/send-reports.function.ts';
import { clockFunction } from '#functions/sla/clock.function.ts';
import { sweepFunction } from '#functions/sla/sweep.function.ts';
import { alertSupervisorFunction } from '#functions/surveys/alert-supervisor.function.ts';
import { inviteFunction } from '#functions/surveys/invite.function.ts';
import { sendMessageFunction } from '#functions/surveys/send-message.function.ts';
import { agentEventsFunction } from '#functions/telephone/agent-events.function.ts';
import { connectHoursFunction } from '#functions/telephone/connect-hours.function.ts';
import { contactEventsFunction } from '#functions/telephone/contact-events.function.ts';
import { contactRecordsFunction } from '#functions/telephone/contact-records.function.ts';
import { inboundFlowFunction } from '#functions/telephone/inbound-flow.function.ts';
import { outboundFlowFunction } from '#functions/telephone/outbound-flow.function.ts';
import { surveyFlowFunction } from '#functions/telephone/survey-flow.function.ts';
import type { WorkFunctionName } from '#shared/runtime/function-name.ts';

/**
 * The declarations of all functions except the pages, by name. A name without its declaration does not
 * compile.
 */
export const declarations = {
  'cases/apply-retention': applyRetentionFunction,
  'cases/assign': assignFunction,
  'cases/erase': eraseFunction,
  'cases/propagate-links': propagateLinksFunction,
  'cases/draw-checks': drawChecksFunction,
  'cases/recount': recountFunction,
  'mail/mail-feedback': mailFeedbackFunction,
  'mail/mail-intake': mailIntakeFunction,
  'mail/mail-sweep': mailSweepFunction,
  'mail/notify-beneficiary': notifyBeneficiaryFunction,
  'notices/collect-escalations': collectEscalationsFunction,
  'notices/collect-for-watchers': collectForWatchersFunction,
  'notices/send-digest': sendDigestFunction,
  'outreach/complete-call': completeCallFunction,
  'outreach/dial': dialFunction,
  'outreach/task-for-deadline': taskForDeadlineFunction,
  'relay/deliver': deliverFunction,
  'relay/relay': relayFunction,
  'relay/republish': republishFunction,
  'reports/export-days': exportDaysFunction,
  'reports/roll-up': rollUpFunction,
  'reports/send-reports': sendReportsFunction,
  'cases/index-case': indexCaseFunction,
  'sla/clock': clockFunction,
  'sla/sweep': sweepFunction,
  'surveys/alert-supervisor': alertSupervisorFunction,
  'surveys/invite': inviteFunction,
  'surveys/send-message': sendMessageFunction,
  'telephone/agent-events': agentEventsFunction,
  'telephone/connect-hours': connectHoursFunction,
  'telephone/contact-events': contactEventsFunction,
  'telephone/contact-records': contactRecordsFunction,
  'telephone/inbound-flow': inboundFlowFunction,
  'telephone/outbound-flow': outboundFlowFunction,
  'telephone/survey-flow': surveyFlowFunction,
} satisfies { readonly [N in WorkFunctionName]: { readonly name: N } };
