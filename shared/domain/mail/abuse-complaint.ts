/** Facts about a mail that may be a complaint of a provider without a part in the form of RFC 5965. */
interface ComplaintMail {
  /** The raw From header. */
  readonly author: string;
  readonly subject: string;
  readonly answers: boolean;
  /** Whether the mail of the complaint is a part of it. */
  readonly returnsMail: boolean;
}

/** The addresses from which providers send complaints: Hotmail, Yahoo, Comcast, abuse desks. */
const DESK =
  /\b(?:staff@hotmail\.|abuse|complaints?|feedback-?loop|feedback@|fbl|arf|spam-?report|scomp|postmaster)/i;
/** The subjects of such mails: Hotmail (JMRP), AOL, Comcast, SpamCop. */
const COMPLAINT =
  /^(?:complaint about message from\b|abuse report\b|(?:e-?mail )?abuse (?:report|complaint)|(?:email )?feedback report for\b|\[?spam(?:cop)?\b.{0,20}(?:report|complaint)|fw: \[complaint\]|customer complaint\b|feedback loop\b)/i;

/**
 * Return true for a complaint of a provider that returns the mail without a report part, as Hotmail does. A person who
 * passes a mail on has another address or subject.
 */
export const isAbuseComplaint = ({ author, subject, answers, returnsMail }: ComplaintMail): boolean =>
  returnsMail && !answers && DESK.test(author) && COMPLAINT.test(subject.trim());
