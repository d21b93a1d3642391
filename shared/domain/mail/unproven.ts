/** Defects of a mail whose displayed author may differ from the author that DMARC checked. */
export const UNPROVEN_DEFECTS = ['several-authors', 'repeated-header', 'misleading-address'] as const;
export type UnprovenDefect = (typeof UNPROVEN_DEFECTS)[number];

/** Return true when the reasons of a decision say that the author of the mail is not proven. */
export const isUnproven = (reasons: readonly string[]): boolean =>
  [...UNPROVEN_DEFECTS, 'sender-not-authenticated', 'named-in-reply-to', 'unproven'].some((one) =>
    reasons.includes(one),
  );
