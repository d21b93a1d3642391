import { callEnded } from '../call-ended.v1.ts';
import { callStarted } from '../call-started.v1.ts';
import { mailQuarantined } from '../mail-quarantined.v1.ts';
import type { Registration } from './registration.ts';

/** What reaches the centre. */
export const intakeEvents = [
  {
    event: mailQuarantined,
    source: 'rida.intake',
    producers: ['intake/mail-intake'],
    consumers: ['sla/escalate', 'reports/roll-up'],
  },
  {
    event: callStarted,
    source: 'rida.intake',
    producers: [
      'intake/call-desk',
      'intake/call-log',
      'intake/call-record',
      'intake/agent-log',
      'surveys/call-survey',
    ],
    consumers: ['reports/roll-up'],
  },
  {
    event: callEnded,
    source: 'rida.intake',
    producers: ['sla/clock'],
    consumers: ['outreach/conclude', 'reports/roll-up'],
  },
] as const satisfies readonly Registration[];
