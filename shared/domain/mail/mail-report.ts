import { addressKey } from './address-key.ts';
import { decodeWords } from './encoded-words.ts';

/**
 * The result for one recipient of a mail from Rida, in the terms of RFC 3464 §2.3. A recipient `complained` in an abuse
 * report (RFC 5965).
 */
export interface ReportedRecipient {
  readonly address: string;
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'complained';
  /** Enhanced status code (RFC 3463) such as `5.1.1`. Empty when missing. */
  readonly status: string;
  readonly diagnostic: string;
}

/**
 * The result of a report without a recipient. `no-address`: it contains none, `several-receivers`: the returned mail
 * has several, and the report does not say which one failed.
 */
interface UnnamedResult {
  readonly why: 'no-address' | 'several-receivers';
  readonly action: ReportedRecipient['action'];
  readonly status: string;
}

/** A machine's report about a mail. */
export interface MailReport {
  /** `delivery` (RFC 3464 or prose), `disposition` (RFC 8098: read, deleted), `abuse` (RFC 5965, ARF). */
  readonly kind: 'delivery' | 'disposition' | 'abuse';
  readonly recipients: readonly ReportedRecipient[];
  /** Why a delivery report names no recipient, and its result. */
  readonly unnamed?: UnnamedResult;
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

/** Fields that occur once in a group: a second one belongs to the next recipient. */
const ONCE_A_GROUP = new Set(['original-recipient', 'final-recipient']);

/** Parse groups of header-like fields, separated by empty lines or by a field that begins the next recipient. */
function fieldGroups(text: string): Fields[] {
  const unfolded = text
    .slice(0, 200_000)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ');
  let group = new Map<string, string>();
  const groups = [group];
  for (const line of unfolded.split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const isNext = ONCE_A_GROUP.has(name) && (group.has(name) || group.has('final-recipient'));
    if (line.trim() === '' || isNext) {
      group = new Map();
      groups.push(group);
    }
    if (colon > 0 && !group.has(name)) group.set(name, line.slice(colon + 1).trim());
  }
  return groups.filter(({ size }) => size > 0);
}

/** A value that is an address and nothing else. Its local part may contain marks of lists: `a;b@c`. */
const WHOLE = /^\s*<?(?!\/)((?:"(?:[^"\\]|\\.){1,100}"|[^\s<>"@|]{1,200})@[^\s<>;,"@]{1,255})>?\s*$/;

/**
 * Extract the address from `rfc822; a@b`, `<a@b>`, `"a b"@c`, `a@b` and a source route (`@relay:a@b`). Return an empty
 * text for a path of a file, and for a route without an address.
 */
const addressIn = (value: string | undefined): string => {
  const bare = (value ?? '').replace(/^\s*[\w-]+\s*;/, '').replace(/^\s*<?@[^:]*:/, '');
  const whole = WHOLE.exec(bare)?.[1];
  if (whole !== undefined) return addressKey(whole);
  return addressKey(/(?:"[^"]{1,100}"|[^\s<>;,"/@]{1,200})@[^\s<>;,"@]{1,255}/.exec(bare)?.[0] ?? '');
};

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

/** Return the recipient of a group. The mail may have been forwarded, so it may have two addresses. */
function recipientsOf(group: Fields): ReportedRecipient[] {
  const names = ['original-recipient', 'final-recipient', 'x-failed-recipients'];
  const addresses = new Set(names.map((name) => addressIn(group.get(name))).filter((one) => one !== ''));
  const action = (group.get('action') ?? '').toLowerCase().split(/[\s;(]/)[0] ?? '';
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(group.get('status') ?? '')?.[0] ?? '';
  const result = {
    action: ACTIONS.has(action)
      ? (action as ReportedRecipient['action'])
      : status.startsWith('4')
        ? 'delayed'
        : 'failed',
    status,
    diagnostic: (group.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '').slice(0, 300),
  } as const;
  return [...addresses].map((address) => ({ address, ...result }));
}

/** Return the recipients who complained (RFC 5965 §3.2), and those that a provider wants to be removed. */
function complainants(groups: readonly Fields[]): ReportedRecipient[] {
  const names = ['original-rcpt-to', 'removal-recipient', 'original-recipient', 'final-recipient'];
  const found = groups.flatMap((group) => names.map((name) => addressIn(group.get(name))));
  return [...new Set(found.filter(Boolean))].map(complained);
}

/** Build the entry of a recipient who complained. */
export const complained = (address: string): ReportedRecipient => ({
  ...{ address, action: 'complained', status: '', diagnostic: '' },
});

/**
 * Return the code of the reason why a report names no address, as `explain` and the case page show it. Return undefined
 * for a report that names one.
 */
export const unnamedReason = (
  report: MailReport | undefined,
): `unnamed:${UnnamedResult['why']}` | undefined => report?.unnamed && `unnamed:${report.unnamed.why}`;

/** Parse the machine-readable part of a report: its recipients or its disposition. */
export function readReportFields(
  text: string,
  kind: MailReport['kind'],
  originalMessageId: string | null,
): MailReport {
  const groups = fieldGroups(text);
  const first = (name: string): string | undefined => groups.find((group) => group.has(name))?.get(name);
  const recipients = groups.slice(0, MOST_RECIPIENTS).flatMap(recipientsOf);
  const done = kind === 'abuse' ? first('feedback-type') : first('disposition')?.split(';').at(-1);
  return {
    kind,
    recipients: kind === 'delivery' ? recipients : kind === 'abuse' ? complainants(groups) : [],
    originalMessageId: messageIdIn(text) ?? originalMessageId,
    disposition: kind === 'delivery' ? null : (done?.trim().toLowerCase() ?? null),
  };
}
