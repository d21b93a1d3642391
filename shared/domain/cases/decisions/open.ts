import { writableAddress } from '../../mail/writable-address.ts';
import type { Case } from '../case.ts';
import type { CaseCommand } from '../case-command.ts';
import type { Deciding } from '../context.ts';
import type { Decision, EventDraft } from '../decision.ts';
import { isVerdict, MACHINE_MAIL } from '../set-aside.ts';
import { factIds } from './case-step.ts';

type Open = Extract<CaseCommand, { do: 'open' }>;

/**
 * Open a case. An unreadable mail opens a case too, so that a person checks it. A mail with a spam or virus
 * verdict, or of a machine that belongs to no case, opens a closed case, so that no clock runs and no staff are
 * notified.
 */
export function open(command: Open, { now, cause, correlationId = cause }: Deciding): Decision {
  const { do: _, quarantine, acknowledge, ...given } = command;
  const { beneficiary } = given;
  const setAside = isVerdict(quarantine?.reason);
  const reason = quarantine?.reason === MACHINE_MAIL ? 'machine-mail' : 'spam';
  const state: Case = {
    ...given,
    version: 0,
    causes: [],
    correlationId,
    status: setAside ? 'closed' : 'new',
    openedAt: now,
    generation: 0,
    facts: [
      { at: now, type: 'opened' },
      ...(setAside ? [{ at: now, type: 'status', status: 'closed' } as const] : []),
    ],
    ...(setAside && { closing: { at: now, reason } as const }),
    fired: [],
    level: 0,
    ...(quarantine && { quarantine: quarantine.reason }),
  };
  const opened: EventDraft = {
    type: 'rida.case.opened.v1',
    data: {
      type: given.type,
      category: given.category,
      department: given.department,
      segment: given.segment,
      channel: given.channel,
      language: given.language,
      priority: given.priority,
      beneficiaryId: beneficiary.id,
      ...factIds(given),
      acknowledge:
        !quarantine &&
        !given.automatic &&
        (beneficiary.authenticated || acknowledge === true) &&
        writableAddress(beneficiary.email ?? '') !== undefined,
      ...(given.related !== undefined && { related: given.related }),
      ...(setAside && { setAside }),
    },
  };
  if (!quarantine) return { case: state, events: [opened] };
  return {
    case: state,
    events: [
      opened,
      { type: 'rida.mail.quarantined.v1', data: { ...quarantine, department: given.department } },
      ...(setAside ? [{ type: 'rida.case.closed.v1', data: { by: 'rida', reason } } as const] : []),
    ],
  };
}
