import { acknowledgementDue } from '../acknowledgement-due.v1.ts';
import { acknowledgementWithheld } from '../acknowledgement-withheld.v1.ts';
import { caseAssigned } from '../case-assigned.v1.ts';
import { caseClosed } from '../case-closed.v1.ts';
import { caseCorrected } from '../case-corrected.v1.ts';
import { caseErased } from '../case-erased.v1.ts';
import { caseExtended } from '../case-extended.v1.ts';
import { caseHandedOver } from '../case-handed-over.v1.ts';
import { caseLinked } from '../case-linked.v1.ts';
import { caseMerged } from '../case-merged.v1.ts';
import { caseOpened } from '../case-opened.v1.ts';
import { caseReclassified } from '../case-reclassified.v1.ts';
import { caseReopened } from '../case-reopened.v1.ts';
import { caseResolved } from '../case-resolved.v1.ts';
import { caseRestored } from '../case-restored.v1.ts';
import { caseReturned } from '../case-returned.v1.ts';
import { caseSplit } from '../case-split.v1.ts';
import { caseStatusChanged } from '../case-status-changed.v1.ts';
import { caseUnassigned } from '../case-unassigned.v1.ts';
import { caseUnlinked } from '../case-unlinked.v1.ts';
import { caseUnmerged } from '../case-unmerged.v1.ts';
import { caseUnwatched } from '../case-unwatched.v1.ts';
import { caseWatched } from '../case-watched.v1.ts';
import { contactLogged } from '../contact-logged.v1.ts';
import { departmentAnswered } from '../department-answered.v1.ts';
import { departmentAsked } from '../department-asked.v1.ts';
import { departmentPassedOn } from '../department-passed-on.v1.ts';
import { departmentReminderDue } from '../department-reminder-due.v1.ts';
import { departmentRequestWithdrawn } from '../department-request-withdrawn.v1.ts';
import { departmentTimeAsked } from '../department-time-asked.v1.ts';
import { departmentTimeDecided } from '../department-time-decided.v1.ts';
import { departmentWrote } from '../department-wrote.v1.ts';
import { messageFailed } from '../message-failed.v1.ts';
import { messageReceived } from '../message-received.v1.ts';
import { messageSent } from '../message-sent.v1.ts';
import { messageSpoken } from '../message-spoken.v1.ts';
import { noteAdded } from '../note-added.v1.ts';
import { obstacleCleared } from '../obstacle-cleared.v1.ts';
import { obstacleMet } from '../obstacle-met.v1.ts';
import { planClosingDue } from '../plan-closing-due.v1.ts';
import { planEnded } from '../plan-ended.v1.ts';
import { planStarted } from '../plan-started.v1.ts';
import { planTouched } from '../plan-touched.v1.ts';
import { procedureChanged } from '../procedure-changed.v1.ts';
import { promiseEnded } from '../promise-ended.v1.ts';
import { promiseMade } from '../promise-made.v1.ts';
import type { Registration } from './registration.ts';

/** Events about cases. */
export const deskEvents = [
  {
    event: caseOpened,
    source: 'rida.desk',
    consumers: ['mail/notify-beneficiary', 'cases/assign', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: messageReceived,
    source: 'rida.desk',
    consumers: ['notices/collect-for-watchers', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: acknowledgementWithheld,
    source: 'rida.desk',
    consumers: 'audit only',
  },
  {
    event: acknowledgementDue,
    source: 'rida.desk',
    consumers: ['mail/notify-beneficiary'],
  },
  {
    event: messageSent,
    source: 'rida.desk',
    consumers: ['mail/notify-beneficiary', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: messageFailed,
    source: 'rida.desk',
    consumers: ['notices/collect-for-watchers', 'reports/roll-up'],
  },
  {
    event: caseAssigned,
    source: 'rida.desk',
    consumers: ['cases/assign', 'notices/collect-for-watchers'],
  },
  {
    event: caseUnassigned,
    source: 'rida.desk',
    consumers: ['cases/assign', 'notices/collect-escalations'],
  },
  {
    event: caseReclassified,
    source: 'rida.desk',
    consumers: ['cases/assign', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: caseCorrected,
    source: 'rida.desk',
    consumers: ['reports/roll-up', 'cases/index-case'],
  },
  {
    event: caseMerged,
    source: 'rida.desk',
    consumers: ['cases/propagate-links', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: caseUnmerged,
    source: 'rida.desk',
    consumers: ['cases/assign', 'cases/propagate-links', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: caseLinked,
    source: 'rida.desk',
    consumers: ['cases/propagate-links'],
  },
  {
    event: caseUnlinked,
    source: 'rida.desk',
    consumers: ['cases/propagate-links'],
  },
  { event: caseSplit, source: 'rida.desk', consumers: ['cases/propagate-links'] },
  { event: caseWatched, source: 'rida.desk', consumers: 'audit only' },
  { event: caseUnwatched, source: 'rida.desk', consumers: 'audit only' },
  { event: contactLogged, source: 'rida.desk', consumers: ['reports/roll-up', 'cases/index-case'] },
  {
    event: promiseMade,
    source: 'rida.desk',
    consumers: 'audit only',
  },
  {
    event: promiseEnded,
    source: 'rida.desk',
    consumers: ['reports/roll-up'],
  },
  { event: planStarted, source: 'rida.desk', consumers: ['reports/roll-up'] },
  { event: planTouched, source: 'rida.desk', consumers: ['reports/roll-up'] },
  { event: planClosingDue, source: 'rida.desk', consumers: ['outreach/complete-call'] },
  { event: planEnded, source: 'rida.desk', consumers: ['reports/roll-up'] },
  { event: procedureChanged, source: 'rida.desk', consumers: ['reports/roll-up'] },
  { event: obstacleMet, source: 'rida.desk', consumers: ['reports/roll-up'] },
  { event: obstacleCleared, source: 'rida.desk', consumers: ['reports/roll-up'] },
  {
    event: caseHandedOver,
    source: 'rida.desk',
    consumers: ['mail/notify-beneficiary', 'cases/index-case'],
  },
  { event: caseReturned, source: 'rida.desk', consumers: 'audit only' },
  {
    event: caseExtended,
    source: 'rida.desk',
    consumers: ['mail/notify-beneficiary', 'cases/index-case'],
  },
  {
    event: departmentAsked,
    source: 'rida.desk',
    consumers: ['mail/notify-beneficiary', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: departmentAnswered,
    source: 'rida.desk',
    consumers: ['notices/collect-for-watchers', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: departmentRequestWithdrawn,
    source: 'rida.desk',
    consumers: ['mail/notify-beneficiary'],
  },
  { event: departmentReminderDue, source: 'rida.desk', consumers: ['mail/notify-beneficiary'] },
  {
    event: departmentWrote,
    source: 'rida.desk',
    consumers: ['notices/collect-for-watchers', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: departmentTimeAsked,
    source: 'rida.desk',
    consumers: ['notices/collect-for-watchers', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: departmentTimeDecided,
    source: 'rida.desk',
    consumers: ['mail/notify-beneficiary', 'reports/roll-up'],
  },
  {
    event: departmentPassedOn,
    source: 'rida.desk',
    consumers: ['notices/collect-for-watchers', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: caseErased,
    source: 'rida.desk',
    consumers: ['cases/erase'],
  },
  {
    event: caseStatusChanged,
    source: 'rida.desk',
    consumers: 'audit only',
  },
  {
    event: messageSpoken,
    source: 'rida.desk',
    consumers: 'audit only',
  },
  { event: noteAdded, source: 'rida.desk', consumers: ['cases/index-case'] },
  {
    event: caseResolved,
    source: 'rida.desk',
    consumers: [
      'mail/notify-beneficiary',
      'surveys/send-message',
      'cases/assign',
      'cases/propagate-links',
      'notices/collect-for-watchers',
      'reports/roll-up',
      'cases/index-case',
    ],
  },
  {
    event: caseReopened,
    source: 'rida.desk',
    consumers: ['cases/assign', 'notices/collect-for-watchers', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: caseClosed,
    source: 'rida.desk',
    consumers: ['cases/assign', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: caseRestored,
    source: 'rida.desk',
    consumers: ['cases/assign', 'reports/roll-up', 'cases/index-case'],
  },
] as const satisfies readonly Registration[];
