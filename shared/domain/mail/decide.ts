import type { Automatic, AutomaticKind } from './automatic.ts';
import type { MailDefect } from './parsed-mail.ts';
import type { ReferenceCandidate } from './threading.ts';

/** SES's DMARC verdict on a received mail. It is read from the receipt, never from a header of the mail. */
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

/** The decision about a received mail. */
export interface MailDecision {
  /**
   * `open` a case, `append` to one, `feedback` about a sent mail (recorded, opens nothing), `own` mail sent
   * back (dropped), `quarantine` for a person.
   */
  readonly action: 'open' | 'append' | 'feedback' | 'own' | 'quarantine';
  /** The case to append to. */
  readonly reference?: string;
  /** The case to link a new one to, because the mail named it without the right to write to it. */
  readonly linkedTo?: string;
  /** True when an acknowledgement may be sent, to an authenticated person only. */
  readonly acknowledge: boolean;
  readonly reasons: readonly DecisionReason[];
}

/** The stored facts about a candidate case. */
interface CandidateCase {
  readonly reference: string;
  /** Lower-case addresses of the participants. */
  readonly participants: readonly string[];
  /** False when the case was closed too long ago to be reopened. */
  readonly acceptsMessages: boolean;
}

export interface DecisionFacts {
  readonly from: string | null;
  readonly dmarc: Verdict;
  readonly automatic: Automatic | null;
  readonly defects: readonly MailDefect[];
  readonly candidates: readonly ReferenceCandidate[];
  /** The existing candidates. */
  readonly cases: readonly CandidateCase[];
}

/** Reports of machines about a sent mail. They are recorded on its case and never open one. */
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

/** Return why the author may not write to the case. Empty when they may. */
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
 * Decide what a received mail becomes. Append it to a case only when a reference names an existing case,
 * DMARC passed (so the author's domain confirms the author), and the author is a participant. Otherwise open
 * a new case and link it to the named one.
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
