import { readFileSync } from 'node:fs';
import type { EventFor, EventType } from '#events/registry.ts';
import type { SweptMail } from '#functions/mail/queued-mail.ts';
import type { DueItem } from '#functions/sla/due-item.ts';
import { tickCallOut } from '#functions/sla/tick-call-out.ts';
import type { LocalPorts } from '#infra/local/functions.ts';
import { blobSentMails } from '#shared/adapters/mail/blob-sent-mails.ts';
import { cleanHtml } from '#shared/adapters/mail/clean-html.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import type { ParsedMail, Unreadable } from '#shared/domain/mail/parsed-mail.ts';
import type { CallOutCommand } from '#shared/domain/outreach/decide-call-out.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { QueuePlace } from '#shared/domain/telephone/spoken-wait.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import type { WaitingMail } from '#shared/ports/mail-inbox.ts';
import type { QuotaStore } from '#shared/ports/quota-store.ts';
import type { Aggregates, Kind } from '#shared/ports/store.ts';
import type { ContactFacts, Dialled, TaskGiven } from '#shared/ports/telephone-system.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { rulesSource } from '#shared/settings/rules-source.ts';
import { aPlan } from '#test/builders/a-call-out.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemoryAccessLog } from '#test/doubles/memory-access-log.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryDesk } from '#test/doubles/memory-desk.ts';
import { MemoryDrafts } from '#test/doubles/memory-drafts.ts';
import { MemoryFeeds } from '#test/doubles/memory-feeds.ts';
import { MemoryFigures } from '#test/doubles/memory-figures.ts';
import { memoryInbox } from '#test/doubles/memory-inbox.ts';
import { MemoryMessages } from '#test/doubles/memory-messages.ts';
import { MemoryQuotas } from '#test/doubles/memory-quotas.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import type { RecordedMail } from '#test/doubles/recording-mailer.ts';
import { searchInMemory } from '#test/doubles/search-in-memory.ts';
import { MemorySwitchboardHours } from '#test/doubles/switchboard.ts';
import { testKeys } from '#test/doubles/test-keys.ts';
import { AnsweringDesk } from '../mail/answering.ts';

/** A store in which another writer acts between two reads of a function. */
export class RacedStore extends MemoryStore {
  #loads = 0;
  #race: { readonly at: number; act(): Promise<unknown> } | undefined;

  /** Run an action before the nth read from now on. */
  race(n: number, act: () => Promise<unknown>): void {
    this.#race = { at: this.#loads + n, act };
  }

  override async load<K extends Kind>(
    kind: K,
    id: string,
    atLeast?: number,
  ): Promise<Aggregates[K] | undefined> {
    this.#loads += 1;
    const race = this.#race;
    if (race?.at === this.#loads) {
      this.#race = undefined;
      await race.act();
    }
    return super.load(kind, id, atLeast);
  }
}

/** Adapters in place of those in memory. The store has the methods for tests of the one in memory. */
export interface WorldAdapters {
  readonly store: RacedStore;
  readonly figures: FigureStore;
  readonly quotas: QuotaStore;
}

/** All dependencies of the functions in memory, as the local centre and the Lambda handlers provide them. */
export class World extends AnsweringDesk implements LocalPorts {
  override readonly store: RacedStore;
  override readonly quotas: MemoryQuotas;
  readonly drafts = new MemoryDrafts();
  readonly accessLog = new MemoryAccessLog();
  readonly desk = new MemoryDesk();
  readonly figures: FigureStore;
  readonly search = searchInMemory();

  constructor({ store, figures, quotas }: Partial<WorldAdapters> = {}) {
    super();
    this.store = store ?? new RacedStore();
    this.figures = figures ?? new MemoryFigures();
    this.quotas = (quotas as MemoryQuotas | undefined) ?? new MemoryQuotas();
  }

  readonly sentMails = blobSentMails(this.blobs);
  readonly settings = new MemorySettings();
  readonly figureShards = 1;
  override readonly keys = testKeys;
  inForce: Rules = shippedRules;
  override readonly rules = {
    ...rulesSource(this.settings, this.clock, defaultSettings),
    current: async () => this.inForce,
  };
  readonly pastRules = async (): Promise<Rules> => this.inForce;
  readonly whenItFits = async <T>(_: string, work: () => Promise<T>): Promise<T> => work();

  /** The waiting mail in the inbox, and the queued messages. */
  waiting: WaitingMail[] = [];
  readonly inbox = { ...memoryInbox(this.blobs), waiting: async () => this.waiting };
  readonly publisher = { publish: async () => ({ failed: [], rejected: [] }) };
  readonly dueQueue = { send: async (_: readonly DueItem[]) => {} };
  readonly receivedQueue = { send: async (_: readonly SweptMail[]) => {} };

  /** Parsed mails by the key of the raw mail. */
  readonly parsed = new Map<string, ParsedMail | Unreadable>();
  readonly parseMail = async (raw: Uint8Array): Promise<ParsedMail | Unreadable> =>
    this.parsed.get(new TextDecoder().decode(raw)) ?? {
      kind: 'unreadable',
      reason: 'not-a-mail',
      message: '',
    };

  readonly cleanHtml = cleanHtml;
  /** The files of the daily export. */
  readonly exports = new MemoryBlobs();
  readonly rasteriser = { png: async () => new Uint8Array([137, 80, 78, 71]) };
  readonly messages = new MemoryMessages();

  /** The responses of the telephone system. */
  dialled: Dialled = { contactId: 'contact-1' };
  taskGiven: TaskGiven = { contactId: 'task-1' };
  readonly contacts = new Map<string, ContactFacts>();
  readonly telephone = {
    dial: async () => this.dialled,
    task: async () => this.taskGiven,
    stop: async (id: string) => this.contacts.has(id),
    describe: async (id: string) => this.contacts.get(id),
    attributes: async () => undefined,
  };
  /** The hours of operation in Connect. */
  readonly hours = new MemorySwitchboardHours();
  place: () => Promise<QueuePlace | undefined> = async () => undefined;
  readonly queueFeeds = new MemoryFeeds(this.clock);
  readonly functionsAtATime = 2;
  readonly feeds = [{ queue: 'due', worker: 'clock', batchSize: 10 }];
  readonly queues = { placeOf: () => this.place() };

  readonly #lines: string[] = [];
  readonly logger = createLogger({
    ...{ service: 'local/centre', level: 'debug' },
    write: (line) => void this.#lines.push(line),
    now: () => 0,
  });

  /** All log lines. */
  lines(): readonly Readonly<Record<string, unknown>>[] {
    return this.#lines.map((line) => JSON.parse(line));
  }

  set(rules: Partial<Rules>): void {
    this.inForce = { ...this.inForce, ...rules };
  }

  /** Store a raw mail in the inbox, with its parsed content. */
  async accept(rawKey: string, mail: ParsedMail | Unreadable): Promise<void> {
    await this.blobs.put(rawKey, new TextEncoder().encode(rawKey), 'message/rfc822');
    this.parsed.set(rawKey, mail);
  }

  /** Return the newest sent mail. */
  lastSent(): RecordedMail {
    const sent = this.mailer.sent.at(-1);
    if (!sent) throw new Error('no mail was sent');
    return sent;
  }

  /** Execute a command on an outbound call. */
  async doCallOut(id: string, command: CallOutCommand): Promise<void> {
    const now = this.clock.now();
    const cause = causeId(`${id} ${command.do} ${now}`);
    const change = { id, command, cause, by: 'agent:salem', at: now, recordedAt: now } as const;
    await updateCallOut(this.store, this.inForce.outbound, change);
  }

  /** Plan a call and let its timer run. */
  async due(
    id = 'call-out-1',
    over: Parameters<typeof aPlan>[0] = {},
  ): Promise<EventFor<'rida.call-out.due.v1'>> {
    await this.doCallOut(
      id,
      aPlan({ notBefore: WORKING_MORNING, beneficiaryId: `beneficiary-${id}`, ...over }),
    );
    await tickCallOut(this, id, causeId(`timer ${id}`));
    return this.event('rida.call-out.due.v1', id);
  }
}

/** Return a sample event. A test overrides the fields it needs. */
export function anEvent<T extends EventType>(
  type: T,
  { data = {}, ...over }: { readonly subject?: string; readonly id?: string; readonly data?: object } = {},
): EventFor<T> {
  const sample = JSON.parse(
    readFileSync(new URL(`../../../events/samples/${type}.json`, import.meta.url), 'utf8'),
  );
  return { ...sample, subjectVersion: 1, ...over, data: { ...sample.data, ...data } };
}

/** Return a sample event of an AWS service. */
export const inbound = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../events/samples/inbound/${name}.json`, import.meta.url), 'utf8'));
