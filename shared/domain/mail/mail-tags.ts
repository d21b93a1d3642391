/**
 * Names of the message tags a mail of ours carries through SES (SES guide, "Message tags"). SES puts its own
 * Message-ID in the place of ours and reports by that one; tags come back as they were set, and their values
 * may hold what references and effect ids consist of: letters, digits and hyphens.
 */
export const MAIL_TAGS = { case: 'rida-case', mail: 'rida-mail' } as const;
