import type { ContactFacts, Telephone } from '#shared/ports/outside.ts';

/** The telephone system of one computer: what the browser phone tells of its calls. */
export interface PhoneExchange extends Telephone {
  /** A call came in or went out. The same id again begins it anew. */
  register(contactId: string, facts: ContactFacts): void;
  /** More became known of a call. @throws RangeError when the exchange does not know it */
  update(contactId: string, facts: ContactFacts): void;
  /** The calls that have not ended, oldest first. */
  open(): readonly string[];
}

/**
 * Keeps the newest contacts in memory, as many as asked for. A browser's call does not outlive the
 * process, so after a restart the exchange truly knows nothing of it.
 */
export function phoneExchange(most = 1000): PhoneExchange {
  const contacts = new Map<string, ContactFacts>();
  return {
    register(contactId, facts) {
      contacts.delete(contactId);
      contacts.set(contactId, facts);
      const [oldest] = contacts.keys();
      if (contacts.size > most && oldest !== undefined) contacts.delete(oldest);
    },
    update(contactId, facts) {
      const known = contacts.get(contactId);
      if (known === undefined) throw new RangeError('no such contact');
      contacts.set(contactId, { ...known, ...facts });
    },
    open: () => [...contacts].filter(([, { endedAt }]) => endedAt === undefined).map(([id]) => id),
    describe: async (contactId) => contacts.get(contactId),
  };
}
