import { addressKey } from './address-key.ts';
import { failedAddresses } from './bounce-addresses.ts';
import { isReturnedMarker, saysDelayed } from './bounce-words.ts';
import { type MailReport, messageIdIn, type ReportedRecipient, readReportFields } from './mail-report.ts';

const MOST_LINES = 400;
const LONGEST_LINE = 1_000;
/** A header at the beginning of a line, as servers copy it. */
const HEADER =
  /^(?:> ?)?(?:received|return-path|message-id|x-[\w-]+|mime-version|delivered-to|from|to|cc|subject|date|sent|content-type|dkim-signature) ?:/i;
/** Headers of the returned mail that a report does not quote to name it. */
const TRACE = /^(?:> ?)?(?:received|return-path|delivered-to|dkim-signature|x-received|arc-[\w-]+) ?:/i;

/** Facts about a report besides its text. */
export interface BounceFacts {
  readonly subject: string;
  /** The addresses of Exim's `X-Failed-Recipients`. */
  readonly failed: readonly string[];
  /** Addresses that did not fail: the reporting server, and the receiver of the report. */
  readonly others: readonly string[];
  /** The headers of the returned mail, if it is a part of its own. */
  readonly returned: string;
}

/** Split a report into the words of the server and the returned mail. */
function splitReport(text: string): { readonly reason: readonly string[]; readonly returned: string } {
  const lines = text.split('\n');
  const looked = lines.slice(0, MOST_LINES).map((line) => line.slice(0, LONGEST_LINE));
  const at = looked.findIndex(
    (line, index) =>
      isReturnedMarker(line) ||
      (TRACE.test(line) && HEADER.test(looked[index + 1]?.replace(/^\s+.*$/, 'x-y:') ?? '')),
  );
  if (at < 0) return { reason: looked, returned: '' };
  return { reason: looked.slice(0, at), returned: lines.slice(at).join('\n') };
}

/** The header of a returned mail, after the line of dashes above it. */
const headOf = (returned: string): string => {
  const start = /^[> ]*[\w-]+[ \t]*:/m.exec(returned)?.index ?? 0;
  return returned.slice(start, start + 100_000).split(/\n[> ]*\r?\n/, 1)[0] ?? '';
};

/** Addresses in the header fields of a name. Folded lines and quote marks are accepted. */
function addressesOf(headers: string, name: string): string[] {
  const unfolded = headers.slice(0, 100_000).replace(/\r?\n[> ]*[ \t]+/g, ' ');
  const fields = unfolded.matchAll(new RegExp(`^[> \\t]*${name}[ \\t]*:(.{1,2000})$`, 'gim'));
  return [...fields].flatMap(([, value = '']) =>
    (value.match(/[^\s<>;,"'()[\]]{1,200}@[^\s<>;,"'()[\]]{1,255}/g) ?? []).map(addressKey),
  );
}

/** Return the receivers of a returned mail by the field that names the fewest. */
function receiversOf(headers: string, others: ReadonlySet<string>): ReadonlySet<string> {
  let fewest = new Set<string>();
  for (const name of ['x-receiver', 'x-original-to', 'to']) {
    const found = new Set(addressesOf(headers, name).filter((one) => !others.has(one)));
    if (found.size > 0 && (fewest.size === 0 || found.size < fewest.size)) fewest = found;
  }
  return fewest;
}

/** Return the single receiver of a returned mail. With several, the report does not say which one failed. */
export function onlyReceiver(headers: string, others: ReadonlySet<string>): string | undefined {
  const [only, ...more] = receiversOf(headers, others);
  return more.length === 0 ? only : undefined;
}

/** Read the enhanced status code (RFC 3463), or make the general one of an SMTP reply code. */
function statusIn(text: string): string {
  const enhanced = /(?:^|[^\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text)?.[1];
  if (enhanced) return enhanced;
  const reply = /(?:^|[^\d.])([45])[0-5]\d(?=[ \-#:;,]|$)/.exec(text)?.[1];
  return reply ? `${reply}.0.0` : '';
}

/**
 * Parse a bounce in prose instead of RFC 3464. The addresses are those that the server lists, otherwise those of its
 * SMTP dialogue, otherwise any in its words, otherwise the only receiver of the returned mail.
 */
export function readBounceText(text: string, { subject, failed, others, returned }: BounceFacts): MailReport {
  const split = splitReport(text);
  const headers = `${returned}\n${split.returned}`;
  const action = saysDelayed(`${subject}\n${split.reason.join('\n')}`) ? 'delayed' : 'failed';
  const senders = ['from', 'sender', 'return-path', 'reply-to'].flatMap((name) =>
    [returned, split.returned].flatMap((one) => addressesOf(headOf(one), name)),
  );
  const excluded = new Set([...others.map(addressKey), ...senders]);
  const wrong = failed.map(addressKey);
  for (const one of wrong) excluded.delete(one);
  const found = new Map<string, ReportedRecipient>();
  const note = (address: string, near: string): void => {
    const key = addressKey(address);
    if (found.has(key)) return;
    found.set(key, { address: key, action, status: statusIn(near), diagnostic: near.slice(0, 300) });
  };
  for (const { address, near } of failedAddresses(split.reason, excluded)) note(address, near);
  for (const address of wrong)
    if (found.size === 0 || !found.has(address)) note(address, split.reason.join(' '));
  const receivers = receiversOf(`${headers}\n${split.reason.join('\n')}`, excluded);
  const [only] = receivers;
  if (found.size === 0 && receivers.size === 1 && only) note(only, split.reason.join(' '));
  const fields = /^[ \t>]*final-recipient[ \t]*:/im.test(text)
    ? readReportFields(text, 'delivery', null)
    : null;
  const recipients = fields && fields.recipients.length > 0 ? fields.recipients : [...found.values()];
  const why = receivers.size > 1 ? 'several-receivers' : 'no-address';
  return {
    kind: 'delivery',
    recipients,
    ...(recipients.length === 0 && { unnamed: { why, action, status: statusIn(split.reason.join(' ')) } }),
    originalMessageId: messageIdIn(split.returned) ?? messageIdIn(text),
    disposition: null,
  };
}
