import { callEnded } from '../call-ended.v1.ts';
import { callStarted } from '../call-started.v1.ts';
import { mailQuarantined } from '../mail-quarantined.v1.ts';
import type { Registration } from './registration.ts';

/** Events about incoming mail and calls. */
export const intakeEvents = [
  {
    event: mailQuarantined,
    source: 'rida.intake',
    consumers: ['notices/collect-escalations', 'reports/roll-up'],
  },
  {
    event: callStarted,
    source: 'rida.intake',
    consumers: ['reports/roll-up'],
  },
  {
    event: callEnded,
    source: 'rida.intake',
    consumers: ['outreach/complete-call', 'reports/roll-up'],
  },
] as const satisfies readonly Registration[];
