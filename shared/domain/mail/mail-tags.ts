/**
 * Names of the message tags of mail sent through SES (SES guide, "Message tags"). SES replaces the Message-ID
 * and uses its own in reports, but returns the tags unchanged. Tag values may contain letters, digits and
 * hyphens, which is enough for references and effect ids.
 */
export const MAIL_TAGS = { case: 'rida-case', mail: 'rida-mail' } as const;
