import type { ConnectAgentEvent } from '#events/inbound/connect-agent-event.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { defined } from '#shared/domain/telephone/join.ts';
import type { AgentState } from '#shared/domain/telephone/leg-facts.ts';
import { isLegOfCaller } from '#shared/domain/telephone/legs.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { idOf, parseConnectTime, wordOf } from './connect-facts.ts';
import type { ContactEventDeps } from './contact-events.ts';

/** The effect of contact states in agent events on a call. Ringing has no effect. */
const STATES: ReadonlyMap<string, AgentState['state']> = new Map([
  ['CONNECTED', 'connected'],
  ['CONNECTED_ONHOLD', 'hold'],
  ['MISSED', 'missed'],
  ['REJECTED', 'missed'],
  ['ENDED', 'ended'],
  ['ERROR', 'ended'],
]);

/**
 * Add the contact states of an agent event to their calls: answered, held, missed. Most events repeat stored
 * states and write nothing. Return how many calls changed.
 */
export async function recordAgentEvent(
  { store, clock }: ContactEventDeps,
  event: ConnectAgentEvent,
): Promise<number> {
  const { Configuration, Contacts } = event.CurrentAgentSnapshot ?? {};
  const agent = wordOf(Configuration?.Username) ?? wordOf(idOf(event.AgentARN));
  let recorded = 0;
  for (const contact of Contacts ?? []) {
    const state = STATES.get(contact.State ?? '');
    const at = parseConnectTime(contact.StateStartTimestamp);
    if (contact.Channel !== 'VOICE' || state === undefined || at === undefined) continue;
    const { ContactId: contactId, InitialContactId, InitiationMethod: method } = contact;
    if (!isLegOfCaller(method ?? undefined)) continue;
    const { outcome } = await updateCall(store, {
      id: InitialContactId || contactId,
      cause: causeId(`agent-event:${contactId}:${event.AgentARN}:${state}:${at}`),
      at,
      recordedAt: clock.now(),
      facts: { source: 'agent', contactId, states: [defined<AgentState>({ at, state, agent })] },
    });
    if (outcome === 'committed') recorded += 1;
  }
  return recorded;
}
