import { caseEscalated } from '../case-escalated.v1.ts';
import { caseRetimed } from '../case-retimed.v1.ts';
import { noticesDue } from '../notices-due.v1.ts';
import { slaBreached } from '../sla-breached.v1.ts';
import { slaRetracted } from '../sla-retracted.v1.ts';
import { slaWarned } from '../sla-warned.v1.ts';
import type { Registration } from './registration.ts';

/** Deadlines, and who is told of them. */
export const slaEvents = [
  {
    event: slaWarned,
    source: 'rida.sla',
    producers: ['sla/clock'],
    consumers: ['sla/escalate', 'outreach/remind', 'reports/roll-up'],
  },
  {
    event: slaBreached,
    source: 'rida.sla',
    producers: ['sla/clock'],
    consumers: ['sla/escalate', 'outreach/remind', 'reports/roll-up'],
  },
  {
    event: caseEscalated,
    source: 'rida.sla',
    producers: ['sla/clock'],
    consumers: ['sla/escalate', 'reports/roll-up'],
  },
  {
    event: slaRetracted,
    source: 'rida.sla',
    producers: ['sla/clock', 'web/console', 'intake/mail-intake', 'desk/relate'],
    consumers: ['sla/escalate', 'reports/roll-up'],
  },
  { event: caseRetimed, source: 'rida.sla', producers: ['sla/clock'], consumers: 'audit only' },
  { event: noticesDue, source: 'rida.sla', producers: ['sla/clock'], consumers: ['sla/tell'] },
] as const satisfies readonly Registration[];
