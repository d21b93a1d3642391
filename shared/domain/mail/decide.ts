import type { Automatic, AutomaticKind } from './automatic.ts';
import type { MailDefect } from './parsed-mail.ts';
import type { ReferenceCandidate } from './threading.ts';

/** SES's DMARC verdict on a received mail, from the receipt: never from a header of the mail. */
export type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED';

export type DecisionReason =
  | 'no-sender'
  | 'several-from-headers'
  | 'own-mail'
  | 'delivery-report'
  | 'delivery-delay'
  | 'delivery-receipt'
  | 'read-receipt'
  | 'feedback-report'
  | 'calendar-response'
  | 'automatic-reply'
  | 'machine-wrote-it'
  | 'no-reference'
  | 'unknown-reference'
  | 'sender-not-authenticated'
  | 'sender-not-a-participant'
  | 'several-authors'
  | `reference-in-${ReferenceCandidate['source']}`
  | 'case-not-open-to-messages';

/** What becomes of a received mail. */
export interface MailDecision {
  /**
   * `open` a case, `append` to one, `feedback` about a mail we sent (noted, opens nothing), `own` mail come
   * back (dropped), `quarantine` for a person to look at.
   */
  readonly action: 'open' | 'append' | 'feedback' | 'own' | 'quarantine';
  /** The case to append to. */
  readonly reference?: string;
  /** The case that a new one is linked with, because the mail named it without the right to write to it. */
  readonly linkedTo?: string;
  /** Whether an acknowledgement may go out: to an authenticated person only. */
  readonly acknowledge: boolean;
  readonly reasons: readonly DecisionReason[];
}

/** What the case store knows about a candidate. */
interface CandidateCase {
  readonly reference: string;
  /** Lower-case addresses of those who take part. */
  readonly participants: readonly string[];
  /** False once the case is closed for longer than it may be reopened. */
  readonly acceptsMessages: boolean;
}

export interface DecisionFacts {
  readonly from: string | null;
  readonly dmarc: Verdict;
  readonly automatic: Automatic | null;
  readonly defects: readonly MailDefect[];
  readonly candidates: readonly ReferenceCandidate[];
  /** The candidates that exist. */
  readonly cases: readonly CandidateCase[];
}

/** What machines say about a mail of ours: noted on its case, never a case of its own. */
const FEEDBACK: Readonly<Partial<Record<AutomaticKind, DecisionReason>>> = {
  'delivery-report': 'delivery-report',
  'delivery-delay': 'delivery-delay',
  'delivery-receipt': 'delivery-receipt',
  'read-receipt': 'read-receipt',
  'feedback-report': 'feedback-report',
  'calendar-response': 'calendar-response',
  'out-of-office': 'automatic-reply',
  'auto-reply': 'automatic-reply',
};

function withoutCase({ from, automatic, defects }: DecisionFacts): MailDecision | null {
  const closed = (action: MailDecision['action'], reason: DecisionReason): MailDecision => ({
    action,
    acknowledge: false,
    reasons: [reason],
  });
  if (automatic?.kind === 'own') return closed('own', 'own-mail');
  const feedback = automatic && FEEDBACK[automatic.kind];
  if (feedback) return closed('feedback', feedback);
  if (from === null) return closed('quarantine', 'no-sender');
  return defects.includes('several-from-headers') ? closed('quarantine', 'several-from-headers') : null;
}

/** Why the author may not write to the case; empty when they may. */
function objections(candidate: CandidateCase, facts: DecisionFacts): DecisionReason[] {
  const reasons: DecisionReason[] = [];
  if (facts.dmarc !== 'PASS') reasons.push('sender-not-authenticated');
  if (facts.defects.includes('several-authors')) reasons.push('several-authors');
  if (!candidate.participants.includes((facts.from ?? '').toLowerCase()))
    reasons.push('sender-not-a-participant');
  if (!candidate.acceptsMessages) reasons.push('case-not-open-to-messages');
  return reasons;
}

/**
 * Decides what a received mail becomes. It is appended to a case only when a reference names one that
 * exists, DMARC passed (the author's domain vouches for the author) and the author takes part in it;
 * otherwise it opens a case of its own, linked to the one it named.
 */
export function decideMail(facts: DecisionFacts): MailDecision {
  const settled = withoutCase(facts);
  if (settled) return settled;
  const reasons: DecisionReason[] = facts.automatic ? ['machine-wrote-it'] : [];
  if (facts.dmarc !== 'PASS') reasons.push('sender-not-authenticated');
  const acknowledge =
    facts.automatic === null && facts.dmarc === 'PASS' && !facts.defects.includes('several-authors');
  if (facts.candidates.length === 0)
    return { action: 'open', acknowledge, reasons: [...reasons, 'no-reference'] };
  let linkedTo: string | undefined;
  for (const candidate of facts.candidates) {
    const namedCase = facts.cases.find(({ reference }) => reference === candidate.reference);
    if (!namedCase) continue;
    const against = objections(namedCase, facts);
    if (against.length === 0) {
      return {
        action: 'append',
        reference: namedCase.reference,
        acknowledge: false,
        reasons: [...reasons, `reference-in-${candidate.source}`],
      };
    }
    linkedTo ??= namedCase.reference;
    reasons.push(`reference-in-${candidate.source}`, ...against);
  }
  if (linkedTo === undefined)
    return { action: 'open', acknowledge, reasons: [...reasons, 'unknown-reference'] };
  return { action: 'open', linkedTo, acknowledge, reasons: [...new Set(reasons)] };
}
