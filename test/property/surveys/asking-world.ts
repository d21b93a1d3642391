import type { RidaEvent } from '#events/registry.ts';
import type { SurveyChannel } from '#events/vocabulary.ts';
import { notifyBeneficiary } from '#functions/mail/notify-beneficiary.ts';
import { completeCall } from '#functions/outreach/complete-call.ts';
import { dial } from '#functions/outreach/dial.ts';
import { runClock } from '#functions/sla/clock.ts';
import type { DueItem } from '#functions/sla/due-item.ts';
import { sweep } from '#functions/sla/sweep.ts';
import { sendMessage } from '#functions/surveys/send-message.ts';
import { answerOutboundFlow } from '#functions/telephone/outbound-flow.ts';
import { DeliveryWaits } from '#shared/application/deliver-once.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Change, CommitOutcome, Kind, Store } from '#shared/ports/store.ts';
import type { ContactFacts, DialOrder } from '#shared/ports/telephone-system.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryMessages } from '#test/doubles/memory-messages.ts';
import { MemoryQuotas } from '#test/doubles/memory-quotas.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';
import { RecordingMailer } from '#test/doubles/recording-mailer.ts';
import { testKeys as keys } from '#test/doubles/test-keys.ts';

/** A question for an opinion as its person gets it. */
export interface Heard {
  readonly who: number;
  readonly channel: SurveyChannel;
  readonly about: string;
  readonly at: number;
}

interface Delivery {
  readonly event: RidaEvent;
  readonly to: (event: never) => Promise<unknown>;
}

/** The people of the histories: a mail address, a mobile number, both, and a number of a landline. */
export const PEOPLE: readonly { readonly email?: string; readonly phone?: string }[] = [
  { email: 'norah@example.com' },
  { phone: '+966512345671' },
  { email: 'salem@example.com', phone: '+966512345672' },
  { phone: '+966112345673' },
];

/** A centre with all channels of surveys over any store. Each event is delivered twice. */
export class AskingWorld {
  readonly store: Store;
  readonly clock = fixedClock();
  readonly heard: Heard[] = [];
  protected readonly rules: Rules;
  readonly #mailer = new RecordingMailer();
  readonly #messages = new MemoryMessages();
  readonly #blobs = new MemoryBlobs();
  readonly #settings = new MemorySettings();
  readonly #facts = new Map<string, ContactFacts>();
  readonly #ringing: { readonly contactId: string; readonly order: DialOrder }[] = [];
  protected readonly away = new Set<number>();
  protected readonly cases = new Map<string, number>();
  readonly #touched = new Set<string>();
  readonly #relayed = new Map<string, number>();
  #pending: Delivery[] = [];
  #due: DueItem[] = [];

  constructor(store: Store, messages: boolean) {
    this.rules = {
      ...shippedRules,
      messages: { ...shippedRules.messages, use: messages ? 'before-call' : 'off' },
    };
    const touched = this.#touched;
    this.store = new Proxy(store, {
      get(whole, name) {
        if (name === 'commit')
          return <K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>> => {
            touched.add(`${change.kind} ${change.id}`);
            return whole.commit(change);
          };
        const value: unknown = Reflect.get(whole, name, whole);
        return typeof value === 'function' ? value.bind(whole) : value;
      },
    });
  }

  readonly deps = () => ({
    ...{ store: this.store, clock: this.clock, keys, rules: rulesOf(this.rules), blobs: this.#blobs },
    ...{ mailer: this.#mailer, messages: this.#messages, quotas: new MemoryQuotas() },
    ...{ settings: this.#settings, recordings: this.#blobs, pastRules: async () => this.rules },
    dueQueue: { send: async (items: readonly DueItem[]) => void this.#due.push(...items) },
    queues: { placeOf: async () => undefined },
    logger: createLogger({ service: 'test', write: () => undefined }),
    turn: async () => undefined,
    telephone: {
      dial: async (order: DialOrder) => {
        const contactId = `contact-${order.token}`;
        this.#ringing.push({ contactId, order });
        return { contactId };
      },
      describe: async (id: string) => this.#facts.get(id),
      attributes: async () => undefined,
      stop: async () => true,
    },
  });

  protected async invitation(reference: string): Promise<string> {
    const { survey } = (await this.store.load('case', reference)) ?? {};
    return invitationAbout.case(reference, survey && 'invitation' in survey ? survey.invitation : '');
  }

  protected hears(who: number, channel: SurveyChannel, about: string, at = this.clock.now()): void {
    this.heard.push({ who, channel, about, at });
  }

  /** Note what an event tells people, and pass it to its consumers. */
  #receive(event: RidaEvent): void {
    const who = this.cases.get(event.subject) ?? -1;
    const deps = this.deps();
    const pass = (...to: ((event: never) => Promise<unknown>)[]) =>
      this.#pending.push(...to.map((one) => ({ event, to: one })));
    const about = (invitation: string) => invitationAbout.case(event.subject, invitation);
    switch (event.type) {
      case 'rida.survey.invited.v1': {
        const { channel, invitation } = event.data;
        // The other channels hear the question in a call.
        if (channel === 'mail' || channel === 'message')
          this.hears(who, channel, about(invitation), Date.parse(event.recordedTime));
        break;
      }
      case 'rida.outcome.returned.v1': {
        if (!event.data.survey) break;
        const mailed = this.heard.findIndex(
          (one) => one.channel === 'mail' && one.about === about(event.data.question.replace('c', 's')),
        );
        if (mailed >= 0) this.heard.splice(mailed, 1);
        break;
      }
      case 'rida.case.resolved.v1':
        pass(
          (one) => notifyBeneficiary(deps, one),
          (one) => sendMessage(deps, one),
        );
        break;
      case 'rida.call-out.due.v1':
        pass((one) => dial(deps, one));
        break;
      case 'rida.call-out.finished.v1':
        pass((one) => completeCall(deps, one));
    }
  }

  async #relay(): Promise<void> {
    const names = [...this.#touched];
    this.#touched.clear();
    for (const name of names) {
      const [kind = 'case', id = ''] = [name.split(' ')[0] as Kind, name.slice(name.indexOf(' ') + 1)];
      for (const commit of await this.store.timeline(kind, id)) {
        if (commit.version <= (this.#relayed.get(name) ?? 0)) continue;
        this.#relayed.set(name, commit.version);
        for (const event of toEnvelopes(commit)) this.#receive(event);
      }
    }
  }

  /** Do everything that is due now, until nothing is. */
  protected async settle(): Promise<void> {
    const waiting: Delivery[] = [];
    for (let busy = true; busy; ) {
      await this.#relay();
      await sweep(this.deps());
      const due = this.#due;
      this.#due = [];
      const done = await Promise.all(due.map((item) => runClock(this.deps(), item)));
      const deliveries = this.#pending;
      this.#pending = [];
      for (const delivery of deliveries) {
        for (let times = 0; times < 2; times += 1)
          await delivery.to(delivery.event as never).catch((failure: unknown) => {
            if (!(failure instanceof DeliveryWaits)) throw failure;
            if (times > 0) waiting.push(delivery);
          });
      }
      const calls = this.#ringing.splice(0);
      for (const call of calls) await this.#talk(call);
      busy = this.#touched.size > 0 || deliveries.length > 0 || done.includes('committed');
    }
    this.#pending = waiting;
  }

  /** Somebody takes a call of the centre, or lets it ring. */
  async #talk({
    contactId,
    order,
  }: {
    readonly contactId: string;
    readonly order: DialOrder;
  }): Promise<void> {
    const now = this.clock.now();
    const who = PEOPLE.findIndex(({ phone }) => phone === order.to);
    const isHeard = !this.away.has(who);
    const callOut = await this.store.load('call-out', order.attributes.callOutId ?? '');
    const ask = (Parameters: Record<string, string>) =>
      answerOutboundFlow(this.deps(), {
        Details: {
          ContactData: {
            ...{
              ContactId: contactId,
              Channel: 'VOICE',
              InitiationMethod: 'API',
              Attributes: order.attributes,
            },
          },
          Parameters,
        },
      });
    if (isHeard && callOut) {
      const { goes, rate } = await ask({ step: 'begin' });
      if (goes === 'true' && callOut.purpose === 'evaluation')
        this.hears(who, 'evaluation', invitationAbout.callOut(callOut.id));
      if (rate === 'true' && callOut.caseRef !== undefined)
        this.hears(who, 'follow-up', await this.invitation(callOut.caseRef));
      if (goes === 'true')
        for (const step of ['answer', 'done']) await ask({ step, question: 'satisfaction', key: '4' });
    }
    const ended = { initiatedAt: now, endedAt: now, reason: 'CUSTOMER_DISCONNECT' };
    this.#facts.set(contactId, { ...ended, ...(isHeard && { connectedAt: now }) });
    const at = isoInstant(now);
    await completeCall(this.deps(), {
      ...{ id: causeId(`ended ${contactId}`), type: 'rida.call.ended.v1', source: 'rida.intake' },
      ...{ subject: contactId, subjectVersion: 1, time: at, recordedTime: at },
      ...{ correlationId: contactId, causationId: contactId },
      data: {
        contactId,
        startedAt: at,
        seconds: 60,
        queued: false,
        answered: false,
        reason: 'CUSTOMER_DISCONNECT',
      },
    } as Extract<RidaEvent, { type: 'rida.call.ended.v1' }>);
  }

  /** Return each question that reached its person: a message was sent, and a mail did not bounce. */
  reached(): readonly Heard[] {
    const sent = new Set(this.#messages.sent.map(({ to }) => to));
    return this.heard.filter(
      ({ channel, who }) => channel !== 'message' || sent.has(PEOPLE[who]?.phone ?? ''),
    );
  }
}
