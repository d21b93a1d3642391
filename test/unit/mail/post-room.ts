import { ingestMail, type MailIntakeDeps, type MailOutcome } from '#functions/mail/mail-intake.ts';
import type { ReceivedMail } from '#functions/mail/received-mail.ts';
import { cleanHtml } from '#shared/adapters/mail/clean-html.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { readMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { ParsedMail, Unreadable } from '#shared/domain/mail/parsed-mail.ts';
import type { RulesSource } from '#shared/ports/outside.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { memoryInbox } from '#test/doubles/memory-inbox.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys } from '#test/doubles/test-keys.ts';

export const HELP = 'help@rida.example';
export const NORAH = 'norah@example.com';

/** A parsed mail. A test overrides the fields it needs. */
export const aMail = (over: Partial<ParsedMail> = {}): ParsedMail => ({
  kind: 'parsed',
  messageId: '<first@example.com>',
  inReplyTo: null,
  references: [],
  date: WORKING_MORNING,
  from: { name: 'Norah', address: NORAH },
  replyTo: null,
  to: [{ name: '', address: HELP }],
  cc: [],
  subject: 'إنارة الشارع معطلة',
  text: 'عمود الإنارة أمام منزلي لا يعمل منذ أسبوع.',
  html: null,
  attachments: [],
  headers: {},
  language: 'ar',
  defects: [],
  ...over,
});

/** The receipt of the mail: authenticated, unless a test says otherwise. */
export const received = (over: Partial<ReceivedMail> = {}): ReceivedMail => ({
  rawKey: 'mail/1',
  envelopeFrom: NORAH,
  recipients: [HELP],
  dmarc: 'PASS',
  spam: false,
  virus: false,
  receivedAt: WORKING_MORNING,
  ...over,
});

/** Mail intake over stores in memory. Raw mails are keys under which a test stores the parsed mail. */
export class PostRoom {
  readonly store: MemoryStore;
  readonly blobs = new MemoryBlobs();
  readonly clock = fixedClock();
  readonly rules: RulesSource = rulesOf();
  readonly #parsed = new Map<string, ParsedMail | Unreadable>();

  constructor(store = new MemoryStore()) {
    this.store = store;
  }

  readonly deps: () => MailIntakeDeps = () => ({
    store: this.store,
    blobs: this.blobs,
    inbox: memoryInbox(this.blobs),
    rules: this.rules,
    keys: testKeys,
    clock: this.clock,
    cleanHtml,
    parseMail: async (raw) => {
      const mail = this.#parsed.get(new TextDecoder().decode(raw));
      if (!mail) throw new Error('the test keeps no such mail');
      return mail;
    },
  });

  /** Store a raw mail under the key of its receipt. */
  async keep(mail: ParsedMail | Unreadable, at: ReceivedMail = received()): Promise<ReceivedMail> {
    // Relay headers differ between deliveries; the content of the author is the same.
    const raw = `Received: ${at.rawKey}\r\n\r\n${JSON.stringify(mail)}`;
    this.#parsed.set(raw, mail);
    await this.blobs.put(at.rawKey, new TextEncoder().encode(raw), 'message/rfc822');
    return at;
  }

  async ingest(mail: ParsedMail | Unreadable, at: ReceivedMail = received()): Promise<MailOutcome> {
    return ingestMail(this.deps(), await this.keep(mail, at));
  }

  /** Norah's first mail, which opened a case. */
  async opened(): Promise<Case> {
    return this.case((await this.ingest(aMail())).caseRef);
  }

  async case(id: string): Promise<Case> {
    const supportCase = await this.store.load('case', id);
    if (!supportCase) throw new Error(`no case ${id}`);
    return supportCase;
  }

  async do(id: string, command: CaseCommand, at: number): Promise<void> {
    const by = 'agent:salem' as const;
    const cause = `${command.do} ${at}`;
    const trace = { cause, by, at, recordedAt: at, correlationId: cause, causationId: cause };
    const { outcome } = await handleCommand(
      { store: this.store, rules: shippedRules },
      { id, command, ...trace },
    );
    if (outcome !== 'committed') throw new Error(`${command.do}: ${outcome}`);
  }

  /**
   * Return the messages in the commits of all cases: case and message, each read back from the blob store.
   */
  async messages() {
    const announced = this.store.commits.flatMap(({ id, cause, events }) =>
      events.some(({ type }) => type === 'rida.case.opened.v1' || type === 'rida.message.received.v1')
        ? [{ id, cause }]
        : [],
    );
    return Promise.all(
      announced.map(async ({ id, cause }) => ({ id, message: await readMessage(this.blobs, id, cause) })),
    );
  }

  /** Return the event types, in order. */
  happened(): string[] {
    return this.store.commits.flatMap(({ events }) => events.map(({ type }) => type.slice(5, -3)));
  }
}
