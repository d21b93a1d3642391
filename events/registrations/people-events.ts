import { agentAbsent } from '../agent-absent.v1.ts';
import { agentCasesMoved } from '../agent-cases-moved.v1.ts';
import { agentListed } from '../agent-listed.v1.ts';
import { agentRemoved } from '../agent-removed.v1.ts';
import { agentReturned } from '../agent-returned.v1.ts';
import { beneficiaryErased } from '../beneficiary-erased.v1.ts';
import { beneficiaryJoined } from '../beneficiary-joined.v1.ts';
import { beneficiaryParted } from '../beneficiary-parted.v1.ts';
import { beneficiaryPreferencesChanged } from '../beneficiary-preferences-changed.v1.ts';
import { beneficiaryVerified } from '../beneficiary-verified.v1.ts';
import type { Registration } from './registration.ts';

/** Events about beneficiaries and staff. */
export const peopleEvents = [
  {
    event: beneficiaryJoined,
    source: 'rida.people',
    consumers: ['cases/propagate-links'],
  },
  { event: beneficiaryParted, source: 'rida.people', consumers: ['cases/propagate-links'] },
  {
    event: beneficiaryPreferencesChanged,
    source: 'rida.people',
    consumers: 'audit only',
  },
  { event: beneficiaryVerified, source: 'rida.people', consumers: 'audit only' },
  { event: beneficiaryErased, source: 'rida.people', consumers: ['cases/erase'] },
  {
    event: agentAbsent,
    source: 'rida.people',
    consumers: ['cases/assign'],
  },
  {
    event: agentReturned,
    source: 'rida.people',
    consumers: ['cases/assign'],
  },
  { event: agentListed, source: 'rida.people', consumers: ['cases/assign'] },
  { event: agentRemoved, source: 'rida.people', consumers: ['cases/assign'] },
  { event: agentCasesMoved, source: 'rida.people', consumers: ['cases/assign'] },
] as const satisfies readonly Registration[];
