import { caseAssigned } from '../case-assigned.v1.ts';
import { caseClosed } from '../case-closed.v1.ts';
import { caseErased } from '../case-erased.v1.ts';
import { caseLinked } from '../case-linked.v1.ts';
import { caseMerged } from '../case-merged.v1.ts';
import { caseOpened } from '../case-opened.v1.ts';
import { caseReclassified } from '../case-reclassified.v1.ts';
import { caseReopened } from '../case-reopened.v1.ts';
import { caseResolved } from '../case-resolved.v1.ts';
import { caseRestored } from '../case-restored.v1.ts';
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
import { departmentRequestWithdrawn } from '../department-request-withdrawn.v1.ts';
import { messageFailed } from '../message-failed.v1.ts';
import { messageReceived } from '../message-received.v1.ts';
import { messageSent } from '../message-sent.v1.ts';
import { messageSpoken } from '../message-spoken.v1.ts';
import { noteAdded } from '../note-added.v1.ts';
import { promiseEnded } from '../promise-ended.v1.ts';
import { promiseMade } from '../promise-made.v1.ts';
import type { Registration } from './registration.ts';

const desk = [
  'intake/mail-intake',
  'intake/call-desk',
  'intake/call-record',
  'sla/clock',
  'desk/relate',
  'web/console',
] as const;
const staff = ['web/console'] as const;

/** What is done with cases. */
export const deskEvents = [
  {
    event: caseOpened,
    source: 'rida.desk',
    producers: desk,
    consumers: ['desk/notify', 'desk/assign', 'reports/roll-up'],
  },
  {
    event: messageReceived,
    source: 'rida.desk',
    producers: ['intake/mail-intake', 'intake/call-desk', 'intake/call-record', 'sla/clock'],
    consumers: ['desk/inform', 'reports/roll-up'],
  },
  {
    event: messageSent,
    source: 'rida.desk',
    producers: ['web/console'],
    consumers: ['desk/notify', 'reports/roll-up'],
  },
  {
    event: messageFailed,
    source: 'rida.desk',
    producers: ['intake/mail-feedback', 'intake/mail-intake'],
    consumers: ['desk/inform', 'reports/roll-up'],
  },
  {
    event: caseAssigned,
    source: 'rida.desk',
    producers: ['web/console', 'desk/assign'],
    consumers: ['desk/inform'],
  },
  {
    event: caseUnassigned,
    source: 'rida.desk',
    producers: ['web/console', 'desk/assign'],
    consumers: ['desk/assign'],
  },
  {
    event: caseReclassified,
    source: 'rida.desk',
    producers: staff,
    consumers: ['desk/assign', 'reports/roll-up'],
  },
  { event: caseMerged, source: 'rida.desk', producers: staff, consumers: ['desk/relate', 'reports/roll-up'] },
  {
    event: caseUnmerged,
    source: 'rida.desk',
    producers: staff,
    consumers: ['desk/relate', 'reports/roll-up'],
  },
  {
    event: caseLinked,
    source: 'rida.desk',
    producers: ['web/console', 'desk/relate'],
    consumers: ['desk/relate'],
  },
  {
    event: caseUnlinked,
    source: 'rida.desk',
    producers: ['web/console', 'desk/relate'],
    consumers: ['desk/relate'],
  },
  { event: caseSplit, source: 'rida.desk', producers: staff, consumers: ['desk/relate'] },
  { event: caseWatched, source: 'rida.desk', producers: staff, consumers: 'audit only' },
  { event: caseUnwatched, source: 'rida.desk', producers: staff, consumers: 'audit only' },
  { event: contactLogged, source: 'rida.desk', producers: staff, consumers: ['reports/roll-up'] },
  {
    event: promiseMade,
    source: 'rida.desk',
    producers: ['web/console', 'intake/call-record', 'sla/clock', 'desk/relate'],
    consumers: 'audit only',
  },
  {
    event: promiseEnded,
    source: 'rida.desk',
    producers: ['web/console', 'desk/relate'],
    consumers: ['reports/roll-up'],
  },
  { event: departmentAsked, source: 'rida.desk', producers: staff, consumers: ['desk/notify'] },
  {
    event: departmentAnswered,
    source: 'rida.desk',
    producers: ['web/console', 'intake/mail-intake'],
    consumers: ['desk/inform', 'reports/roll-up'],
  },
  {
    event: departmentRequestWithdrawn,
    source: 'rida.desk',
    producers: ['web/console', 'desk/relate'],
    consumers: 'audit only',
  },
  {
    event: caseErased,
    source: 'rida.desk',
    producers: ['web/console', 'desk/erase', 'desk/retain'],
    consumers: ['desk/erase'],
  },
  {
    event: caseStatusChanged,
    source: 'rida.desk',
    producers: ['intake/mail-intake', 'web/console', 'intake/call-desk'],
    consumers: 'audit only',
  },
  {
    event: messageSpoken,
    source: 'rida.desk',
    producers: ['intake/call-record', 'sla/clock'],
    consumers: 'audit only',
  },
  { event: noteAdded, source: 'rida.desk', producers: ['web/console'], consumers: 'audit only' },
  {
    event: caseResolved,
    source: 'rida.desk',
    producers: ['web/console', 'desk/relate'],
    consumers: ['desk/notify', 'desk/relate', 'desk/inform', 'reports/roll-up'],
  },
  {
    event: caseReopened,
    source: 'rida.desk',
    producers: ['intake/mail-intake', 'web/console', 'web/survey', 'intake/call-desk', 'surveys/call-survey'],
    consumers: ['desk/inform', 'reports/roll-up'],
  },
  {
    event: caseClosed,
    source: 'rida.desk',
    producers: ['web/console', 'web/survey', 'sla/clock', 'intake/mail-intake', 'surveys/call-survey'],
    consumers: ['reports/roll-up'],
  },
  {
    event: caseRestored,
    source: 'rida.desk',
    producers: staff,
    consumers: ['desk/assign', 'reports/roll-up'],
  },
] as const satisfies readonly Registration[];
