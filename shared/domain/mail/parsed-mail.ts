import type { Language } from '#shared/domain/text/language.ts';
import type { MailReport } from './mail-report.ts';

/** A mailbox: the display name is the owner's claim, the address is lower-case in its domain. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** A file of a mail. `content` is what the sender attached, decoded and otherwise untouched. */
export interface MailAttachment {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly content: Uint8Array;
  readonly inline: boolean;
  readonly contentId: string | null;
}

/** What makes a mail doubtful without making it unreadable. */
export type MailDefect =
  | 'several-from-headers'
  | 'several-authors'
  | 'html-too-deep'
  /** Its text is longer than anybody reads; the raw mail has the rest. */
  | 'text-cut'
  /** The declared boundary stands nowhere; the parts were found by the one that does. */
  | 'wrong-boundary'
  /** S/MIME or PGP: nobody but the recipient's key can read it, and Rida holds none. */
  | 'encrypted'
  /** Outlook's own wrapper (winmail.dat) that could not be opened: kept as a file. */
  | 'tnef';

/** A received mail in the few terms Rida uses. Everything in it is the sender's word. */
export interface ParsedMail {
  readonly kind: 'parsed';
  /** With angle brackets, as on the wire. */
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  /** Oldest first; a report's last one is the mail it reports on. */
  readonly references: readonly string[];
  /** Epoch milliseconds of the Date header. */
  readonly date: number | null;
  readonly from: MailAddress | null;
  readonly replyTo: MailAddress | null;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  /** Plain text; made from the HTML when the mail has no text part. */
  readonly text: string;
  /** The sender's HTML, not cleaned. */
  readonly html: string | null;
  readonly attachments: readonly MailAttachment[];
  /** Lower-case names of the headers that decide about automatic mail; repeated ones joined by a line feed. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of the part the author wrote now. */
  readonly language: Language;
  /** What a delivery, read or abuse report says. */
  readonly report?: MailReport;
  /** `METHOD` of its calendar object (RFC 5546), in capitals. */
  readonly calendarMethod?: string;
  readonly defects: readonly MailDefect[];
}

/** Why a mail cannot be read by a machine; it becomes a quarantined case for a person. */
export type UnreadableReason =
  | 'empty'
  | 'too-large'
  | 'header-too-large'
  | 'too-many-parts'
  | 'nested-too-deep'
  | 'not-a-mail'
  | 'malformed'
  | 'took-too-long'
  | 'needs-too-much-memory';

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly reason: UnreadableReason;
  readonly message: string;
}

/** Bounds checked before and while a mail is parsed. */
export interface MailLimits {
  /** Bytes of the raw mail. */
  readonly bytes: number;
  /** Bytes of one header block. */
  readonly headerBytes: number;
  readonly parts: number;
  /** Multiparts and attached messages inside each other. */
  readonly depth: number;
  /** Milliseconds one mail may take. */
  readonly time: number;
  /** MiB of JavaScript heap the parser may use. */
  readonly heap: number;
}

/** 40 MB is what SES accepts; the rest is far above any mail a person writes. */
export const MAIL_LIMITS: MailLimits = {
  bytes: 40_000_000,
  headerBytes: 256 * 1024,
  parts: 1_000,
  depth: 20,
  time: 5_000,
  heap: 192,
};

/** Builds the refusal of a mail. */
export function unreadable(reason: UnreadableReason, message: string): Unreadable {
  return { kind: 'unreadable', reason, message };
}
