/** A mail that was sent about a case, as staff may see it: without its secrets. */
export interface SentCopy {
  readonly subject: string;
  readonly text: string;
  /** HTML of our templates. */
  readonly html: string;
}

/** The labels of the code by which the reader proves on the telephone to have the address. */
export const TELEPHONE_CODE = { ar: 'رمز الهاتف', en: 'Telephone code' } as const;

const HIDDEN = '••••';
const LABELS = Object.values(TELEPHONE_CODE).join('|');
/** The label, then signs and tags without a digit outside of tags, then the code. */
const CODE = new RegExp(`((?:${LABELS})(?:<[^<>]*>|[^<>\\d])*)\\d{4,}`, 'gu');
/** A sealed link of the pages for beneficiaries and departments: survey, outcome, status, request. */
const SEALED = /(https?:\/\/[^\s"'<>]*?\/s\/)[^\s"'<>]+/gu;
const SEALED_LINK = /\s(?:href|target|rel)="https?:\/\/[^\s"'<>]*?\/s\/[^"]*"/gu;

const hidden = (text: string): string =>
  text.replaceAll(CODE, `$1${HIDDEN}`).replaceAll(SEALED, `$1${HIDDEN}`);

/**
 * Return the mail without its secrets: staff must not answer a survey, confirm an outcome, or pass for the reader on
 * the telephone.
 */
export const withoutSecrets = ({ subject, text, html }: SentCopy): SentCopy => ({
  subject,
  text: hidden(text),
  html: hidden(html.replaceAll(SEALED_LINK, '')),
});
