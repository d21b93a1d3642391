import type { PhoneAgent } from './agents.ts';
import type { ContactEventType } from './contact-change.ts';
import { contactRecord, type LocalContactRecord } from './contact-record.ts';
import { agentEvent, type LocalAgentEvent } from './local-agent-event.ts';
import type { Contact } from './local-contact.ts';
import { contactEvent, type LocalContactEvent } from './local-contact-event.ts';

/** The receivers of events of the telephone system. Each resolves when the event is stored. */
export interface Listeners {
  contactEvent(event: LocalContactEvent): Promise<void>;
  contactRecord(record: LocalContactRecord): Promise<void>;
  agentEvent(event: LocalAgentEvent): Promise<void>;
}

/** Publishes events in the form of Connect, and tracks when they are stored. */
export class PhoneEvents {
  readonly #listeners: Listeners;
  readonly #now: () => number;
  #pending: Promise<void>[] = [];

  constructor(listeners: Listeners, now: () => number) {
    this.#listeners = listeners;
    this.#now = now;
  }

  contact(type: ContactEventType, contact: Contact): void {
    this.#pending.push(this.#listeners.contactEvent(contactEvent(type, contact, this.#now())));
    if (type === 'COMPLETED') this.record(contact);
  }

  /** Publish the contact record: when the contact is complete, and again when it changes later. */
  record(contact: Contact): void {
    this.#pending.push(this.#listeners.contactRecord(contactRecord(contact, this.#now())));
  }

  agent<L extends { readonly contact: Contact }>(
    before: PhoneAgent<L> | undefined,
    after: PhoneAgent<L> | undefined,
  ): void {
    this.#pending.push(this.#listeners.agentEvent(agentEvent(before, after, this.#now())));
  }

  /** Resolve when all events so far are stored. */
  async kept(): Promise<void> {
    const pending = this.#pending;
    this.#pending = [];
    await Promise.all(pending);
  }
}
