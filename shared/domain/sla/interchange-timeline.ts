import type { InterchangeEvent, InterchangePolicy } from './interchange-schema.ts';
import type { SlaPolicy, Targets } from './policy.ts';
import type { Fact } from './timeline.ts';

/**
 * Convert a policy of the interchange form: one target for every priority, and `closed` is an ordinary pause.
 */
export function toPolicy(foreign: InterchangePolicy): SlaPolicy {
  const targets: Targets = {
    firstResponseMinutes: foreign.firstResponseMinutes ?? undefined,
    nextResponseMinutes: foreign.nextResponseMinutes ?? undefined,
    resolutionMinutes: foreign.resolutionMinutes ?? undefined,
  };
  const held = foreign.pauseStates;
  return {
    id: 'interchange',
    version: 1,
    name: { ar: 'سياسة مستوردة', en: 'Imported policy' },
    calendarId: 'interchange',
    when: {},
    targets: { urgent: targets, high: targets, normal: targets, low: targets },
    pauseStatuses: { firstResponse: held, nextResponse: held, resolution: held },
    finalStatuses: ['closed'],
    reopening: 'runs-on',
    ladder: [],
  };
}

/** Convert an event of the interchange form to a fact. */
export function toFact(event: InterchangeEvent): Fact {
  const { at } = event;
  switch (event.type) {
    case 'created':
      return { at, type: 'opened', status: event.state };
    case 'customer_contact':
      return { at, type: 'beneficiary-contact' };
    case 'agent_contact':
      return { at, type: 'agent-contact' };
    case 'first_response':
      return { at, type: 'first-response' };
    case 'closed':
      return { at, type: 'closed' };
    case 'state':
      return { at, type: 'status', status: event.state };
    case 'policy':
      return { at, type: 'policy', policy: toPolicy(event.policy) };
  }
}
