import type { EventFor, EventType } from '#events/registry.ts';
import { parseMail } from '#shared/adapters/mail/parse-mail.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { openCase } from '#shared/application/open-case.ts';
import type { Beneficiary, Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { aBeneficiary } from '#test/builders/a-case.ts';
import { shippedRules as rules, rulesOf } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryQuotas } from '#test/doubles/memory-quotas.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { RecordingMailer } from '#test/doubles/recording-mailer.ts';
import { testKeys as keys } from '#test/doubles/test-keys.ts';

/** A desk with the consumers that send mail. */
export class AnsweringDesk {
  readonly store = new MemoryStore();
  readonly blobs = new MemoryBlobs();
  readonly mailer = new RecordingMailer();
  readonly clock = fixedClock();
  readonly rules = rulesOf();
  readonly quotas = new MemoryQuotas();
  readonly keys = keys;

  /** Open a case with a mail. */
  async open(
    over: {
      beneficiary?: Partial<Beneficiary>;
      language?: 'ar' | 'en';
      cause?: string;
      subject?: string;
    } = {},
  ): Promise<Case> {
    const cause = over.cause ?? `mail ${this.store.commits.length}`;
    const at = this.clock.now();
    const trace = {
      cause,
      by: 'beneficiary',
      at,
      recordedAt: at,
      correlationId: cause,
      causationId: cause,
    } as const;
    const { case: opened } = await openCase(
      { store: this.store, rules, keys },
      {
        ...trace,
        openCaseFrom: {
          ...{ type: 'report', category: 'lighting', department: 'operations', segment: 'citizen' },
          ...{ channel: 'mail', language: over.language ?? 'ar', priority: 'normal' },
          subject: over.subject ?? 'كلمات المستفيد نفسها',
          beneficiary: aBeneficiary(over.beneficiary),
          lastMessageId: '<first@example.com>',
        },
      },
    );
    return opened;
  }

  async do(id: string, command: CaseCommand, at = this.clock.now()): Promise<Case> {
    const cause = `${command.do} ${this.store.commits.length}`;
    const trace = {
      cause,
      by: 'agent:salem',
      at,
      recordedAt: at,
      correlationId: cause,
      causationId: cause,
    } as const;
    const person = command.do === 'tick' ? ({ person: 'asked' } as const) : {};
    const done = await handleCommand({ store: this.store, rules }, { id, command, ...person, ...trace });
    if (done.outcome !== 'committed') throw new Error(`${command.do}: ${done.outcome}`);
    return done.case;
  }

  /** Return the newest event of a type, as published on the bus. */
  event<T extends EventType>(type: T, id?: string): EventFor<T> {
    const found = this.store.commits
      .filter((commit) => id === undefined || commit.id === id)
      .flatMap((commit) => toEnvelopes(commit))
      .findLast((event) => event.type === type);
    if (!found) throw new Error(`no ${type} happened`);
    return found as EventFor<T>;
  }

  /** Return all events of a type, the oldest first. */
  events<T extends EventType>(type: T): EventFor<T>[] {
    return this.store.commits
      .flatMap((commit) => toEnvelopes(commit))
      .filter((event): event is EventFor<T> => event.type === type);
  }

  /** Return the newest mail, as parsed by its recipient, and its raw text. */
  async newest(): Promise<{
    readonly mail: ParsedMail;
    readonly raw: string;
    readonly to: readonly string[];
  }> {
    const last = this.mailer.sent.at(-1);
    if (!last) throw new Error('no mail was sent');
    const raw = new TextDecoder().decode(last.raw);
    const mail = await parseMail(new Uint8Array(last.raw));
    if (mail.kind === 'unreadable') throw new Error(mail.message);
    return { mail, raw, to: last.to };
  }
}
