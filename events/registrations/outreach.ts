import { callOutAttempted } from '../call-out-attempted.v1.ts';
import { callOutDue } from '../call-out-due.v1.ts';
import { callOutFinished } from '../call-out-finished.v1.ts';
import { callOutPlanned } from '../call-out-planned.v1.ts';
import type { Registration } from './registration.ts';

/** Calls the centre places. */
export const outreachEvents = [
  {
    event: callOutPlanned,
    source: 'rida.outreach',
    producers: ['web/outreach'],
    consumers: 'audit only',
  },
  { event: callOutDue, source: 'rida.outreach', producers: ['sla/clock'], consumers: ['outreach/dial'] },
  {
    event: callOutAttempted,
    source: 'rida.outreach',
    producers: ['outreach/conclude', 'outreach/call-out-desk', 'sla/clock'],
    consumers: ['reports/roll-up'],
  },
  {
    event: callOutFinished,
    source: 'rida.outreach',
    producers: [
      'outreach/conclude',
      'outreach/call-out-desk',
      'outreach/dial',
      'web/outreach',
      'desk/erase',
      'sla/clock',
    ],
    consumers: ['outreach/conclude', 'reports/roll-up'],
  },
] as const satisfies readonly Registration[];
