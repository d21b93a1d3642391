/**
 * The acts of a caller on a case that exists, and whether they need proof. A reference proves nothing: people read
 * it out and forward it. Proof is a call from a number on the case, or the code that was mailed to its address.
 * An unproven caller acts as somebody else, and only what needs no proof reaches the case.
 */
const NEEDS_PROOF = {
  /** Hear that the case exists, and whether work on it has ended. */
  'hear-existence': false,
  /** Hear type, subject, department, deadline and outcome. */
  'hear-details': true,
  /** Add a spoken remark to an active case. It is marked, and changes nothing else. */
  'leave-remark': false,
  /** Add a message as the beneficiary. It ends a wait, and may reopen the case. */
  'leave-message': true,
  /** Have a callback promised on the case. */
  'ask-for-call': true,
  /** Answer the survey of its resolution, which closes or reopens it. */
  'answer-survey': true,
  /** Confirm or contest that its matter is finished. */
  'answer-outcome': true,
  /** Continue the case in this call, so that an agent sees it as the caller's. */
  continue: true,
} as const;

export type CallerAct = keyof typeof NEEDS_PROOF;

/** Return whether a caller may do something with a case. */
export const mayCaller = (act: CallerAct, { proven }: { readonly proven: boolean }): boolean =>
  proven || !NEEDS_PROOF[act];
