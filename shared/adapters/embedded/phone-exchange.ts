import { randomUUID } from 'node:crypto';
import {
  type ContactFacts,
  checkAttributes,
  type DialOrder,
  TASK_HORIZON_MS,
  type TaskOrder,
  type Telephone,
} from '#shared/ports/telephone-system.ts';

/** A call that rings at the browser phone. */
interface Ringing {
  readonly contactId: string;
  readonly order: DialOrder;
}

/** A task that is not ended. */
export interface OpenTask {
  readonly contactId: string;
  readonly order: TaskOrder;
}

/** The browser phone's handling of outgoing calls. */
interface DialSide {
  /** Start to ring. When it throws, the call is not placed. */
  ring(call: Ringing): void | Promise<void>;
  /** End a ringing or active call. */
  end(contactId: string): void | Promise<void>;
}

/** The telephone system of one computer, between the browser phone and the port. */
export interface PhoneExchange extends Telephone {
  /** Register an incoming or outgoing call. A known id starts again. */
  register(contactId: string, facts: ContactFacts): void;
  /** Add facts to a call. @throws RangeError for an unknown call */
  update(contactId: string, facts: ContactFacts): void;
  /** Set the attributes of a call. @throws RangeError for an unknown call */
  keep(contactId: string, attributes: Readonly<Record<string, string>>): void;
  /** Return the calls that have not ended, oldest first. */
  open(): readonly string[];
  /** Set the handler of outgoing calls. Without it none can be placed. */
  onDial(side: DialSide): void;
  /** Return the tasks that are offered now, oldest first. */
  tasks(): readonly OpenTask[];
}

interface Kept {
  readonly facts: ContactFacts;
  readonly attributes: Readonly<Record<string, string>>;
}

const E164 = /^\+[1-9]\d{6,14}$/u;

/**
 * Create an exchange that keeps the newest `most` contacts in memory. A browser's call does not survive the
 * process, so the exchange starts empty after a restart.
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
