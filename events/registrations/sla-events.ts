import { caseEscalated } from '../case-escalated.v1.ts';
import { caseRetimed } from '../case-retimed.v1.ts';
import { noticesDue } from '../notices-due.v1.ts';
import { slaBreached } from '../sla-breached.v1.ts';
import { slaRetracted } from '../sla-retracted.v1.ts';
import { slaWarned } from '../sla-warned.v1.ts';
import type { Registration } from './registration.ts';

/** Events about deadlines and their notices. */
export const slaEvents = [
  {
    event: slaWarned,
    source: 'rida.sla',
    consumers: ['notices/collect-escalations', 'outreach/task-for-deadline', 'reports/roll-up'],
  },
  {
    event: slaBreached,
    source: 'rida.sla',
    consumers: ['notices/collect-escalations', 'outreach/task-for-deadline', 'reports/roll-up'],
  },
  {
    event: caseEscalated,
    source: 'rida.sla',
    consumers: ['notices/collect-escalations', 'reports/roll-up'],
  },
  {
    event: slaRetracted,
    source: 'rida.sla',
    consumers: ['notices/collect-escalations', 'reports/roll-up'],
  },
  { event: caseRetimed, source: 'rida.sla', consumers: 'audit only' },
  { event: noticesDue, source: 'rida.sla', consumers: ['notices/send-digest'] },
] as const satisfies readonly Registration[];
