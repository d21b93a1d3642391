import { endsLikeDeliverySubject, isDeliverySubject, saysUndelivered } from './bounce-words.ts';

type Headers = Readonly<Record<string, string>>;

/** Facts about a mail that may be a bounce. */
export interface BounceMail {
  readonly subject: string;
  readonly text: string;
  /** The raw From header. */
  readonly author: string;
  readonly headers: Headers;
  /** Whether it answers or forwards a mail, by its subject. */
  readonly answers: boolean;
  /** Whether it returns a mail, as a part or in its text. */
  readonly returnsMail: boolean;
}

/** Names under which mail servers and gateways write. */
const SERVER =
  /mailer[-_. ]?daemon|post[-_. ]?master|\bmdaemon|mail[-_. ]?delivery|deliver(?:y|er)[-_. ]?(?:sub)?-?system|delivery[-_. ]?(?:status|notification|report)|mail[-_. ]?(?:administrator|service|gateway|system)\b|smtp[-_. ]?(?:gateway|mail|service)|system[-_. ]?admin|\bimss@|anti-?virus|double-bounce@/i;

/** Return true when a mail server wrote a mail, by its From header. An empty address is a server too. */
export const isServer = (author: string): boolean =>
  SERVER.test(author) || (author.trim() !== '' && /<\s*>\s*$/.test(author));

/** Return true for the null return path, and for its old form, the daemon's own address. */
export const hasNullReturnPath = (headers: Headers): boolean =>
  /^\s*<\s*>|^\s*<?mailer-daemon\b/i.test(headers['return-path'] ?? '');

const isMarkedAutomatic = (headers: Headers): boolean =>
  /^\s*auto-(?:replied|generated|notified)/i.test(headers['auto-submitted'] ?? '') ||
  /\b(?:bulk|junk|auto_reply)\b/i.test(headers.precedence ?? '');

/**
 * Return true when a mail server reports in prose that a mail was not delivered. Words alone never decide: the mail
 * comes from a server, from the null return path, or returns the mail in the form of servers.
 */
export function isBounce({ subject, text, author, headers, answers, returnsMail }: BounceMail): boolean {
  if (headers['x-failed-recipients'] !== undefined) return true;
  const endsLike = endsLikeDeliverySubject(subject);
  const isSubject = endsLike || isDeliverySubject(subject);
  const says = saysUndelivered(text);
  if (isServer(author) || hasNullReturnPath(headers)) return isSubject || says;
  if (author.trim() === '' || isMarkedAutomatic(headers)) return isSubject && says;
  return isSubject && says && (endsLike || (!answers && returnsMail));
}
