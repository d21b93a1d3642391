import type { MailAddress } from '#shared/domain/mail/parsed-mail.ts';
import type { SentCopy } from '#shared/domain/mail/sent-copy.ts';

/** An attached file. */
export interface OutgoingFile {
  readonly name: string;
  /** Media type, such as `application/pdf`. */
  readonly type: string;
  readonly content: Uint8Array;
  /** The Content-ID by which the HTML shows the file inline: letters, digits and hyphens, with a domain after @. */
  readonly contentId?: string;
}

/** A mail to send. Every value that goes into a header must be free of control characters. */
export interface OutgoingMail {
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  readonly replyTo?: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** With angle brackets. The MIME boundaries are derived from it. */
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly references: readonly string[];
  /** Value of Auto-Submitted (RFC 3834). Missing for an agent's own reply. */
  readonly autoSubmitted?: 'auto-replied' | 'auto-generated';
  /** HTTPS address of a one-click unsubscribe (RFC 8058). */
  readonly listUnsubscribe?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly attachments?: readonly OutgoingFile[];
  /** Epoch milliseconds of the Date header. */
  readonly date: number;
  /** Tags that the provider returns in its reports about the mail: letters, digits and hyphens. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** An address that the provider refused. `permanent` means that the mailbox does not exist. */
export interface RefusedRecipient {
  readonly address: string;
  readonly permanent: boolean;
  /** Enhanced status code (RFC 3463), if given. */
  readonly status?: string;
}

interface SentOut {
  readonly providerId?: string;
  /** Recipients that were refused while others were accepted. */
  readonly refused?: readonly RefusedRecipient[];
}

/**
 * Compose and send a mail. Throw when the provider accepted no recipient, so that the caller retries or a
 * person acts.
 */
export interface Mailer {
  send(mail: OutgoingMail): Promise<SentOut>;
}

/** A mail that was sent about a case: the id of its effect, and its Message-ID. */
interface SentMailId {
  readonly caseId: string;
  readonly effectId: string;
  readonly messageId: string;
}

/** The mails about cases as they were sent, for their pages. They are erased with their case. */
export interface SentMails {
  /** Keep a mail before it is sent. A repeated try replaces it. */
  keep(id: SentMailId, mail: SentCopy): Promise<void>;
  /** Return a mail without its secrets, or undefined when none was kept. */
  find(id: SentMailId): Promise<SentCopy | undefined>;
}

/** Stored copies of sent mail. */
export interface SentCopies {
  /** Delete copies permanently, by Message-ID; of text messages, by the token of their effect. */
  forget(tokens: readonly string[]): Promise<void>;
}
