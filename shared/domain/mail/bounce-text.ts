import { addressKey } from './address-key.ts';
import type { MailReport, ReportedRecipient } from './mail-report.ts';
import { messageIdIn } from './mail-report.ts';

const FAILED_ADDRESS = [
  /^<([^<>\s]{1,200}@[^<>\s]{1,255})>:?\s*(.{0,300})$/,
  /^(?:to: )?([^<>\s:;,]{1,200}@[^<>\s:;,]{1,255}):?$/,
  /^(?:the following (?:address|recipient).{0,40}|(?:your )?(?:message|mail) (?:to|for)|delivery to)[: ]{1,3}<?([^<>\s]{1,200}@[^<>\s,;]{1,255}?)>? .{0,200}$/i,
];
const DELAYED =
  /(?:\bdelayed|has not yet been delivered|not been delivered yet|will (?:continue|keep) (?:to try|trying)|still being retried|warning: message|تاخر|تأخر|لم يتم تسليم .{0,40}(?:بعد|حتى الآن))/i;
const MOST_LINES = 200;

/**
 * Parse a bounce in prose instead of RFC 3464: qmail (`Hi. This is the qmail-send program`), Exim (`This
 * message was created automatically by mail delivery software`) and similar ones.
 * @param failed addresses of Exim's `X-Failed-Recipients`, if present
 */
export function readBounceText(text: string, subject: string, failed: readonly string[]): MailReport {
  const body = text.split(
    /^(?:--- ?below this line is a copy|-{4,} this is a copy of|-{3,} ?original message)/im,
  );
  const [reason = '', returned = ''] = body;
  const lines = reason
    .split('\n')
    .slice(0, MOST_LINES)
    .map((line) => line.trim());
  const action = DELAYED.test(`${subject}\n${reason.slice(0, 4_000)}`) ? 'delayed' : 'failed';
  const found = new Map<string, ReportedRecipient>();
  const note = (address: string, at: number): void => {
    const near = lines.slice(at, at + 5).join(' ');
    const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(near)?.[0] ?? '';
    const key = addressKey(address);
    if (!found.has(key)) found.set(key, { address: key, action, status, diagnostic: near.slice(0, 300) });
  };
  for (const [at, line] of lines.entries()) {
    for (const pattern of FAILED_ADDRESS) {
      const address = pattern.exec(line)?.[1];
      if (address) note(address, at);
    }
  }
  for (const address of failed) note(address, lines.length);
  return {
    kind: 'delivery',
    recipients: [...found.values()],
    originalMessageId: messageIdIn(returned) ?? messageIdIn(text),
    disposition: null,
  };
}
