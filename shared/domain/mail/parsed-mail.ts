import type { Language } from '#shared/domain/text/language.ts';
import type { MailReport } from './mail-report.ts';

/** A mailbox. The sender chooses the display name. The domain of the address is lower-case. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** A file of a mail. `content` is decoded and otherwise unchanged. */
export interface MailAttachment {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly content: Uint8Array;
  readonly inline: boolean;
  readonly contentId: string | null;
}

/** Defects that make a mail doubtful but not unreadable. */
export type MailDefect =
  | 'several-from-headers'
  | 'several-authors'
  /** A header that may occur once occurs twice (RFC 5322 §3.6). A signature may cover the other one. */
  | 'repeated-header'
  /** The address of the author changes in IDNA, or contains an encoded word, so it may imitate another. */
  | 'misleading-address'
  | 'html-too-deep'
  /** The text was cut at the maximum length. The raw mail contains the rest. */
  | 'text-cut'
  /** A subject, name, list or header was cut at its maximum length. The raw mail contains the rest. */
  | 'header-cut'
  /** The declared boundary does not occur; the parts were found with the actual one. */
  | 'wrong-boundary'
  /** S/MIME or PGP encryption. Rida has no key. */
  | 'encrypted'
  /** Outlook's wrapper (winmail.dat) could not be opened. It is stored as a file. */
  | 'tnef';

/** A received mail in the fields that Rida uses. The sender controls everything in it. */
export interface ParsedMail {
  readonly kind: 'parsed';
  /** With angle brackets, as transferred. */
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  /** Oldest first. The last one of a report is the mail that it is about. */
  readonly references: readonly string[];
  /** Epoch milliseconds of the Date header. */
  readonly date: number | null;
  readonly from: MailAddress | null;
  readonly replyTo: MailAddress | null;
  /** The other addresses of Reply-To. Missing when it has one. */
  readonly otherReplyTo?: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  /** Plain text. Converted from the HTML when the mail has no text part. */
  readonly text: string;
  /** The sender's HTML, not sanitised. */
  readonly html: string | null;
  readonly attachments: readonly MailAttachment[];
  /** Headers that identify automatic mail, with lower-case names. Repeated ones are joined by a line feed. */
  readonly headers: Readonly<Record<string, string>>;
  /** Language of the centre that is nearest to the new part. */
  readonly language: Language;
  /** Language of the new part (BCP 47), when it is neither of the centre's. */
  readonly writtenIn?: string;
  /** The emoji of a Gmail reaction. */
  readonly reaction?: string;
  /** The content of a delivery, read or abuse report. */
  readonly report?: MailReport;
  /** `METHOD` of its calendar object (RFC 5546), in capitals. */
  readonly calendarMethod?: string;
  readonly defects: readonly MailDefect[];
}

/** Why a mail cannot be parsed. It opens a quarantined case for a person. */
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

/** Limits that are checked before and during parsing. */
export interface MailLimits {
  /** Bytes of the raw mail. */
  readonly bytes: number;
  /** Bytes of one header block. */
  readonly headerBytes: number;
  readonly parts: number;
  /** Nesting depth of multiparts and attached messages. */
  readonly depth: number;
  /** Milliseconds for one mail. */
  readonly time: number;
  /** MiB of JavaScript heap for the parser. */
  readonly heap: number;
}

/** SES accepts up to 40 MB. The other limits are far above any mail that a person writes. */
export const MAIL_LIMITS: MailLimits = {
  bytes: 40_000_000,
  headerBytes: 256 * 1024,
  parts: 1_000,
  depth: 20,
  time: 5_000,
  heap: 192,
};

/** Build the result for an unreadable mail. */
export function unreadable(reason: UnreadableReason, message: string): Unreadable {
  return { kind: 'unreadable', reason, message };
}
