import { saidBy, wishesOf } from '#shared/application/telephone/call-attributes.ts';
import { fulfilWishes } from '#shared/application/telephone/fulfil-wishes.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import type { CallReport } from '#shared/domain/telephone/leg-facts.ts';
import type { Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { Contacts } from '#shared/ports/telephone-system.ts';

export interface RepairDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
  readonly telephone: Contacts;
  /** The keys that map a phone number to its cases. */
  readonly keys: Keys;
}

/** Return what the telephone system reports about a contact, and whether the report is final. */
async function askAbout(telephone: Contacts, contactId: string): Promise<CallReport & { customer?: string }> {
  const found = await telephone.describe(contactId);
  return found ? { ...found, source: 'describe', contactId } : { contactId, lost: true };
}

/**
 * Process the timer of a call. If its data is complete, announce its end. Otherwise query the telephone
 * system, because contact events are best effort: for every contact without an end or with an incomplete one,
 * and for the attributes of the flow, in case Rida was unavailable and the contact record is missing.
 */
export async function repairCall(
  { store, clock, telephone, rules, keys }: RepairDeps,
  id: string,
  cause: string,
): Promise<'committed' | 'duplicate' | 'not-due'> {
  const now = clock.now();
  const storedCall = await store.load('call', id);
  if (!storedCall || storedCall.nextDueAt === undefined || storedCall.nextDueAt > now) return 'not-due';
  const { legs, complete } = callSummary(storedCall);
  const missing = legs.filter((leg) => !leg.complete).map(({ contactId }) => contactId);
  const asked = complete ? [] : missing.length > 0 ? missing : [id];
  const facts = await Promise.all(asked.map((contactId) => askAbout(telephone, contactId)));
  const attributes = (asked.length > 0 && (await telephone.attributes(id))) || {};
  const inForce = await rules.current();
  const { outcome, call } = await updateCall(store, {
    ...{ id, cause, at: now, recordedAt: now },
    facts: [...facts, { ...saidBy(attributes), source: 'describe' }],
    announcing: inForce.telephone,
  });
  const wishes = wishesOf(attributes);
  const number = facts.find(({ customer }) => customer !== undefined)?.customer;
  await fulfilWishes({ store, rules: inForce, keys }, { call, wishes, number, recordedAt: now });
  return outcome;
}
