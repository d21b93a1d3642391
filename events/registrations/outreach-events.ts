import { callOutAttempted } from '../call-out-attempted.v1.ts';
import { callOutDue } from '../call-out-due.v1.ts';
import { callOutFinished } from '../call-out-finished.v1.ts';
import { callOutPlanned } from '../call-out-planned.v1.ts';
import type { Registration } from './registration.ts';

/** Events about outgoing calls. */
export const outreachEvents = [
  {
    event: callOutPlanned,
    source: 'rida.outreach',
    consumers: 'audit only',
  },
  { event: callOutDue, source: 'rida.outreach', consumers: ['outreach/dial'] },
  {
    event: callOutAttempted,
    source: 'rida.outreach',
    consumers: ['reports/roll-up'],
  },
  {
    event: callOutFinished,
    source: 'rida.outreach',
    consumers: ['outreach/complete-call', 'reports/roll-up', 'surveys/alert-supervisor'],
  },
] as const satisfies readonly Registration[];
