import { randomUUID } from 'node:crypto';
import type { PhoneExchange } from '#shared/adapters/embedded/phone-exchange.ts';
import { type ContactChange, changedContact } from './contact-change.ts';
import { type Contact, contactFacts } from './local-contact.ts';
import type { PhoneEvents } from './phone-events.ts';
import { ORDINARY_PRIORITY } from './waiting-room.ts';

/** The priority and routing age that a flow sets. */
export interface Turn {
  readonly priority: number;
  readonly addedSeconds: number;
}

export interface LegDeps {
  readonly phoneEvents: PhoneEvents;
  readonly exchange: PhoneExchange;
  now(): number;
}

export type LegStart = Pick<Contact, 'method'> &
  Partial<Pick<Contact, 'id' | 'initialId' | 'previousId' | 'customer' | 'system' | 'attributes'>>;

/** An active contact. Every change publishes its events. */
export class PhoneLeg {
  turn: Turn = { priority: ORDINARY_PRIORITY, addedSeconds: 0 };
  readonly #deps: LegDeps;
  #contact: Contact;

  constructor(start: LegStart, deps: LegDeps) {
    const now = deps.now();
    const dialled = start.method === 'API' || start.method === 'CALLBACK';
    this.#deps = deps;
    this.#contact = {
      id: randomUUID(),
      attributes: {},
      ...start,
      initiatedAt: now,
      ...(!dialled && { connectedAt: now }),
      attempts: 0,
      recordings: [],
    };
    const { id, attributes } = this.#contact;
    // The requester of an outbound call registers it.
    if (start.method !== 'API') deps.exchange.register(id, contactFacts(this.#contact));
    deps.exchange.keep(id, attributes);
    deps.phoneEvents.contact('INITIATED', this.#contact);
  }

  get contact(): Contact {
    return this.#contact;
  }

  get id(): string {
    return this.#contact.id;
  }

  get isOver(): boolean {
    return this.#contact.endedAt !== undefined;
  }

  apply(change: ContactChange): void {
    const { phoneEvents, exchange, now } = this.#deps;
    const wasComplete = this.#contact.completedAt !== undefined;
    const { contact, eventTypes } = changedContact(this.#contact, change, now());
    if (contact === this.#contact) return;
    this.#contact = contact;
    exchange.update(contact.id, contactFacts(contact));
    if (change.do === 'set') exchange.keep(contact.id, contact.attributes);
    for (const type of eventTypes) phoneEvents.contact(type, contact);
    if (wasComplete) phoneEvents.record(contact);
  }
}
