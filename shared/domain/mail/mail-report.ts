import { addressKey } from './address-key.ts';
import { decodeWords } from './encoded-words.ts';

/** The result for one recipient of a mail from Rida, in the terms of RFC 3464 §2.3. */
export interface ReportedRecipient {
  readonly address: string;
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Enhanced status code (RFC 3463) such as `5.1.1`. Empty when missing. */
  readonly status: string;
  readonly diagnostic: string;
}

/** A machine's report about a mail. */
export interface MailReport {
  /** `delivery` (RFC 3464 or prose), `disposition` (RFC 8098: read, deleted), `abuse` (RFC 5965, ARF). */
  readonly kind: 'delivery' | 'disposition' | 'abuse';
  readonly recipients: readonly ReportedRecipient[];
  /** With angle brackets: the mail that the report is about. */
  readonly originalMessageId: string | null;
  /** Subject and addresses of that mail, as far as the report returns them. */
  readonly original?: readonly string[];
  /** `displayed`, `deleted` (RFC 8098 §3.2.6) or the feedback type (`abuse`, RFC 5965 §3.1). */
  readonly disposition: string | null;
}

type Fields = ReadonlyMap<string, string>;

const ACTIONS = new Set(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);
const MOST_RECIPIENTS = 100;

/** Parse groups of header-like fields, separated by empty lines. */
function fieldGroups(text: string): Fields[] {
  return text
    .slice(0, 200_000)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map(
      (group) =>
        new Map(
          group.split('\n').flatMap((line): [string, string][] => {
            const colon = line.indexOf(':');
            return colon < 1
              ? []
              : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
          }),
        ),
    )
    .filter((group) => group.size > 0);
}

/** Extract the address from `rfc822; a@b`, `<a@b>` and `a@b`. */
const addressIn = (value: string | undefined): string =>
  addressKey(/[^\s<>;,"]{1,200}@[^\s<>;,"]{1,255}/.exec(value ?? '')?.[0] ?? '');

/** Return the Message-ID in a text, from `Original-Message-ID` or the returned headers. */
export function messageIdIn(text: string): string | null {
  const unfolded = text.slice(0, 200_000).replace(/\r?\n[ \t]+/g, ' ');
  return /^(?:original-)?message-id[ \t]*:[ \t]*(<[^<>\s]{1,998}>)/im.exec(unfolded)?.[1] ?? null;
}

/** Return the headers of a returned mail that can contain a reference. */
export function originalFields(text: string): string[] {
  const unfolded = text.slice(0, 200_000).replace(/\r?\n[ \t]+/g, ' ');
  return [...unfolded.matchAll(/^[ \t>]*(?:subject|reply-to)[ \t]*:[ \t]*(.{1,998})$/gim)]
    .slice(0, 6)
    .map(([, value = '']) => decodeWords(value));
}

function recipientOf(group: Fields): ReportedRecipient | null {
  const address = addressIn(group.get('final-recipient')) || addressIn(group.get('original-recipient'));
  const action = (group.get('action') ?? '').toLowerCase().split(/[\s;(]/)[0] ?? '';
  if (address === '') return null;
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(group.get('status') ?? '')?.[0] ?? '';
  return {
    address,
    action: ACTIONS.has(action)
      ? (action as ReportedRecipient['action'])
      : status.startsWith('4')
        ? 'delayed'
        : 'failed',
    status,
    diagnostic: (group.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '').slice(0, 300),
  };
}

/** Parse the machine-readable part of a report: its recipients or its disposition. */
export function readReportFields(
  text: string,
  kind: MailReport['kind'],
  originalMessageId: string | null,
): MailReport {
  const groups = fieldGroups(text);
  const first = (name: string): string | undefined => groups.find((group) => group.has(name))?.get(name);
  const recipients = groups.slice(0, MOST_RECIPIENTS).flatMap((group) => recipientOf(group) ?? []);
  const done = kind === 'abuse' ? first('feedback-type') : first('disposition')?.split(';').at(-1);
  return {
    kind,
    recipients: kind === 'delivery' ? recipients : [],
    originalMessageId: messageIdIn(text) ?? originalMessageId,
    disposition: kind === 'delivery' ? null : (done?.trim().toLowerCase() ?? null),
  };
}
