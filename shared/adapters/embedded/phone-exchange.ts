import { randomUUID } from 'node:crypto';
import {
  type ContactFacts,
  checkAttributes,
  type DialOrder,
  TASK_HORIZON_MS,
  type TaskOrder,
  type Telephone,
} from '#shared/ports/telephone.ts';

/** A call that is to ring at the browser phone. */
export interface Ringing {
  readonly contactId: string;
  readonly order: DialOrder;
}

/** A task that agents see, as long as nobody ended it. */
export interface OpenTask {
  readonly contactId: string;
  readonly order: TaskOrder;
}

/** What the browser phone does with calls that go out. */
export interface DialSide {
  /** Begins to ring. Throws when it cannot, and then the call was not placed. */
  ring(call: Ringing): void | Promise<void>;
  /** Ends a call that rings or is under way. */
  end(contactId: string): void | Promise<void>;
}

/** The telephone system of one computer: what the browser phone tells of its calls, and what it is asked to dial. */
export interface PhoneExchange extends Telephone {
  /** A call came in or went out. The same id again begins it anew. */
  register(contactId: string, facts: ContactFacts): void;
  /** More became known of a call. @throws RangeError when the exchange does not know it */
  update(contactId: string, facts: ContactFacts): void;
  /** The attributes a call has now. @throws RangeError when the exchange does not know it */
  keep(contactId: string, attributes: Readonly<Record<string, string>>): void;
  /** The calls that have not ended, oldest first. */
  open(): readonly string[];
  /** Who rings and ends calls that go out; until then none can be placed. */
  onDial(side: DialSide): void;
  /** The tasks that are offered by now, oldest first. */
  tasks(): readonly OpenTask[];
}

interface Kept {
  readonly facts: ContactFacts;
  readonly attributes: Readonly<Record<string, string>>;
}

const E164 = /^\+[1-9]\d{6,14}$/u;

/**
 * Keeps the newest contacts in memory, as many as asked for. A browser's call does not outlive the
 * process, so after a restart the exchange truly knows nothing of it.
 */
export function phoneExchange(now: () => number, most = 1000): PhoneExchange {
  const contacts = new Map<string, Kept>();
  const byToken = new Map<string, string>();
  const tasks = new Map<string, OpenTask>();
  let side: DialSide | undefined;

  function trim(kept: Map<string, unknown>): void {
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  }

  function change(contactId: string, next: (contact: Kept) => Kept): void {
    const contact = contacts.get(contactId);
    if (contact === undefined) throw new RangeError('no such contact');
    contacts.set(contactId, next(contact));
  }

  function remember(token: string, contactId: string): void {
    byToken.set(token, contactId);
    trim(byToken);
  }

  const register = (contactId: string, facts: ContactFacts, attributes: Kept['attributes'] = {}): void => {
    contacts.delete(contactId);
    contacts.set(contactId, { facts, attributes });
    trim(contacts);
  };

  return {
    register: (contactId, facts) => register(contactId, facts),
    update: (contactId, facts) =>
      change(contactId, (contact) => ({ ...contact, facts: { ...contact.facts, ...facts } })),
    keep: (contactId, attributes) => change(contactId, (contact) => ({ ...contact, attributes })),
    open: () => [...contacts].filter(([, { facts }]) => facts.endedAt === undefined).map(([id]) => id),
    onDial(given) {
      side = given;
    },
    tasks: () => [...tasks.values()].filter(({ order }) => (order.at ?? 0) <= now()),

    describe: async (contactId) => contacts.get(contactId)?.facts,
    attributes: async (contactId) => contacts.get(contactId)?.attributes,
    async dial(order) {
      checkAttributes(order.attributes);
      const placed = byToken.get(order.token);
      if (placed !== undefined) return { contactId: placed };
      if (!E164.test(order.to)) return { refused: 'invalid-number' };
      if (!side) return { refused: 'misconfigured' };
      const contactId = randomUUID();
      remember(order.token, contactId);
      register(contactId, { initiatedAt: now() }, order.attributes);
      try {
        await side.ring({ contactId, order });
      } catch (error) {
        byToken.delete(order.token);
        contacts.delete(contactId);
        throw error;
      }
      return { contactId };
    },
    async stop(contactId) {
      if (tasks.delete(contactId)) return true;
      const contact = contacts.get(contactId);
      if (!contact || contact.facts.endedAt !== undefined) return false;
      await side?.end(contactId);
      return true;
    },
    async task(order) {
      checkAttributes(order.attributes);
      const given = byToken.get(order.token);
      if (given !== undefined) return { contactId: given };
      if (order.at !== undefined && order.at - now() > TASK_HORIZON_MS) return { refused: 'too-far' };
      const contactId = randomUUID();
      remember(order.token, contactId);
      tasks.set(contactId, { contactId, order });
      trim(tasks);
      return { contactId };
    },
  };
}
