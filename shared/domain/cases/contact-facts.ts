import type { ClockFact } from './case.ts';
import { settledUntil } from './settle-facts.ts';

type ContactType = 'beneficiary-contact' | 'agent-contact';

/**
 * Maximum number of contacts of one side in a row. Only the first one begins or ends the wait for an answer;
 * later ones matter when an answer of the other side is recorded late and falls between them.
 *
 * @internal exported for tests
 */
export const MOST_IN_A_ROW = 16;

/**
 * Append a contact to the facts. Of a long row of contacts without an answer keep the earliest one and the
 * newest ones, so that a flood of messages does not make the case grow. A contact that happened in the settled
 * part of a long case does not change the clocks any more.
 */
export function appendContact(
  facts: readonly ClockFact[],
  contact: { readonly at: number; readonly type: ContactType },
): readonly ClockFact[] {
  if (contact.at < settledUntil(facts)) return facts;
  const start = facts.findLastIndex(({ type }) => type !== contact.type) + 1;
  const row = [...facts.slice(start), contact];
  if (row.length <= MOST_IN_A_ROW) return [...facts, contact];
  const [earliest, second] = [...row].sort((a, b) => a.at - b.at);
  return [...facts.slice(0, start), ...row.filter((fact) => fact === earliest || fact !== second)];
}
