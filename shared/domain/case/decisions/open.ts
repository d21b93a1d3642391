import type { Case } from '../case.ts';
import type { Command, Decision, Draft } from '../command.ts';
import type { Deciding } from '../context.ts';

type Open = Extract<Command, { do: 'open' }>;

/** A case begins. An unreadable mail begins one too, so that a person looks at it. */
export function open(command: Open, { now }: Deciding): Decision {
  const { do: _, quarantine, ...given } = command;
  const { beneficiary } = given;
  const state: Case = {
    ...given,
    version: 0,
    causes: [],
    status: 'new',
    openedAt: now,
    generation: 0,
    facts: [{ at: now, type: 'opened' }],
    fired: [],
    level: 0,
    ...(quarantine && { quarantine: quarantine.reason }),
  };
  const opened: Draft = {
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
      acknowledge:
        !quarantine && !given.automatic && beneficiary.email !== undefined && beneficiary.authenticated,
      ...(given.related !== undefined && { related: given.related }),
    },
  };
  if (!quarantine) return { case: state, events: [opened] };
  return {
    case: state,
    events: [
      opened,
      { type: 'rida.mail.quarantined.v1', data: { ...quarantine, department: given.department } },
    ],
  };
}
