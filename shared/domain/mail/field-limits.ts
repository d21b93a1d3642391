import { cutText } from '../text/cut-text.ts';
import type { MailAddress, ParsedMail } from './parsed-mail.ts';

/**
 * Limits of the fields of a parsed mail, in characters or entries. They are far above any field that a person
 * writes. With them, the work of every rule is bounded, whatever a mail contains.
 *
 * @internal exported for tests
 */
export const FIELD_LIMITS = {
  subject: 5_000,
  name: 200,
  addresses: 500,
  references: 200,
  header: 10_000,
  headers: 200,
} as const;

type Bounded = Pick<
  ParsedMail,
  'from' | 'replyTo' | 'otherReplyTo' | 'to' | 'cc' | 'subject' | 'references' | 'headers'
>;

const boundedAddress = ({ name, address }: MailAddress): MailAddress => ({
  name: cutText(name, FIELD_LIMITS.name),
  address,
});

const boundedList = (list: readonly MailAddress[]): readonly MailAddress[] =>
  list.slice(0, FIELD_LIMITS.addresses).map(boundedAddress);

/** Cut each field at its limit. The newest references are kept: they name the mail that is answered. */
export function withinLimits<T extends Bounded>(fields: T): T {
  const { from, replyTo, otherReplyTo, to, cc, subject, references, headers } = fields;
  return {
    ...fields,
    from: from && boundedAddress(from),
    replyTo: replyTo && boundedAddress(replyTo),
    ...(otherReplyTo && { otherReplyTo: boundedList(otherReplyTo) }),
    to: boundedList(to),
    cc: boundedList(cc),
    subject: cutText(subject, FIELD_LIMITS.subject),
    references: references.slice(-FIELD_LIMITS.references),
    headers: Object.fromEntries(
      Object.entries(headers)
        .slice(0, FIELD_LIMITS.headers)
        .map(([name, value]) => [cutText(name, FIELD_LIMITS.name), cutText(value, FIELD_LIMITS.header)]),
    ),
  };
}
