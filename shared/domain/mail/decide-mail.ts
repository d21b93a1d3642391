import { membersWith } from '../every-of.ts';
import { addressKey } from './address-key.ts';
import type { Automatic, AutomaticKind } from './automatic.ts';
import type { MailDefect } from './parsed-mail.ts';
import type { ReferenceCandidate } from './threading.ts';
import { UNPROVEN_DEFECTS, type UnprovenDefect } from './unproven.ts';

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
  | UnprovenDefect
  | 'named-in-reply-to'
  | 'not-addressed-to-us'
  | 'dated-long-ago'
  | 'reports-a-sent-mail'
  | 'unproven'
  | `reference-in-${ReferenceCandidate['source']}`
  | 'case-not-open-to-messages';

/** The decision about a received mail. */
export interface MailDecision {
  /**
   * `open` a case, `append` to one, `feedback` about a mail we sent, `own` mail that was returned, `quarantine` for a
   * person to look at. Feedback and own mail move no case: with a `reference` they are put on that case, else
   * they are set aside as machine mail.
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
  /** Addresses of the participants, in the form of `addressKey`. */
  readonly participants: readonly string[];
  /** False when the case was closed too long ago to be reopened. */
  readonly acceptsMessages: boolean;
}

export interface DecisionFacts {
  readonly from: string | null;
  /** Whether `from` is only named in the Reply-To of a form. Nothing proves that this person wrote. */
  readonly writtenFor?: boolean | undefined;
  readonly dmarc: Verdict;
  readonly automatic: Automatic | null;
  readonly defects: readonly MailDefect[];
  readonly candidates: readonly ReferenceCandidate[];
  /** The existing candidates. */
  readonly cases: readonly CandidateCase[];
  /** The case whose sent mail the report names by its Message-ID. */
  readonly reportedOn?: string | undefined;
  /** Whether To or Cc names the centre; undefined when its addresses are unknown. */
  readonly addressedToUs?: boolean | undefined;
  /** Days between the date of the mail and its arrival. */
  readonly daysOld?: number | undefined;
}

/** Reports of machines about a sent mail. They are recorded on its case and never open one. */
const FEEDBACK: Readonly<Record<AutomaticKind, DecisionReason | undefined>> = {
  'delivery-report': 'delivery-report',
  'delivery-delay': 'delivery-delay',
  'delivery-receipt': 'delivery-receipt',
  'read-receipt': 'read-receipt',
  'feedback-report': 'feedback-report',
  'calendar-response': 'calendar-response',
  'out-of-office': 'automatic-reply',
  'auto-reply': 'automatic-reply',
  own: 'own-mail',
  'auto-submitted': undefined,
  'mailing-list': undefined,
  bulk: undefined,
  'unattended-sender': undefined,
  'too-frequent': undefined,
};

/** The kinds of reports about one mail, which name it by its Message-ID. */
const REPORTS = membersWith<AutomaticKind>({
  'delivery-report': true,
  'delivery-delay': true,
  'delivery-receipt': true,
  'read-receipt': true,
  'feedback-report': true,
  own: true,
  'calendar-response': false,
  'out-of-office': false,
  'auto-reply': false,
  'auto-submitted': false,
  'mailing-list': false,
  bulk: false,
  'unattended-sender': false,
  'too-frequent': false,
});

/** A mail that arrives later than this after its date may be a copy. A date in the future is a wrong clock. */
const OLDEST_DAYS = 60;

const unprovenDefects = (defects: readonly MailDefect[]): UnprovenDefect[] =>
  UNPROVEN_DEFECTS.filter((one) => defects.includes(one));

/** Return true when the author of a mail is proven: DMARC passed, and no defect makes the author doubtful. */
export const isAuthenticated = ({
  dmarc,
  defects,
  writtenFor = false,
}: Pick<DecisionFacts, 'dmarc' | 'defects' | 'writtenFor'>): boolean =>
  dmarc === 'PASS' && !writtenFor && unprovenDefects(defects).length === 0;

/** Return the reasons why the author of a mail is not proven. */
const unproven = ({ dmarc, defects, writtenFor }: DecisionFacts): DecisionReason[] => [
  ...(dmarc === 'PASS' ? [] : (['sender-not-authenticated'] as const)),
  ...(writtenFor ? (['named-in-reply-to'] as const) : []),
  ...unprovenDefects(defects),
];

/** Return the reasons why staff must check a mail before it changes a case. */
function doubts({ addressedToUs, daysOld }: DecisionFacts): DecisionReason[] {
  return [
    ...(addressedToUs === false ? (['not-addressed-to-us'] as const) : []),
    ...(daysOld !== undefined && daysOld > OLDEST_DAYS ? (['dated-long-ago'] as const) : []),
  ];
}

/** Return why the author may not write to the case. Empty when they may. */
function objections(candidate: CandidateCase, facts: DecisionFacts): DecisionReason[] {
  const reasons = unproven(facts);
  if (!candidate.participants.includes(addressKey(facts.from ?? '')))
    reasons.push('sender-not-a-participant');
  if (!candidate.acceptsMessages) reasons.push('case-not-open-to-messages');
  return [...reasons, ...doubts(facts)];
}

/**
 * Decide about an automatic mail. Anyone can mark a mail as automatic. It is added to a case only if its
 * sender is a proven participant, or if it reports on a mail that Rida sent.
 */
function feedbackOf(facts: DecisionFacts, kind: AutomaticKind, reason: DecisionReason): MailDecision {
  const action = kind === 'own' ? 'own' : 'feedback';
  const settled = { action, acknowledge: false } as const;
  const caseNamed = (reference: string) => facts.cases.find((one) => one.reference === reference);
  if (facts.reportedOn !== undefined && REPORTS.has(kind))
    return { ...settled, reference: facts.reportedOn, reasons: [reason, 'reports-a-sent-mail'] };
  for (const { reference, source } of facts.candidates) {
    const candidate = caseNamed(reference);
    if (candidate && objections(candidate, facts).length === 0)
      return { ...settled, reference, reasons: [reason, `reference-in-${source}`] };
  }
  const named = facts.candidates.find(({ reference }) => caseNamed(reference));
  return {
    ...settled,
    ...(named && { linkedTo: named.reference }),
    reasons: [reason, ...(named ? (['unproven'] as const) : [])],
  };
}

function withoutCase(facts: DecisionFacts): MailDecision | null {
  const { from, automatic, defects } = facts;
  const feedback = automatic && FEEDBACK[automatic.kind];
  if (feedback) return feedbackOf(facts, automatic.kind, feedback);
  const quarantined = (reason: DecisionReason): MailDecision => ({
    ...{ action: 'quarantine', acknowledge: false, reasons: [reason] },
  });
  if (from === null) return quarantined('no-sender');
  return defects.includes('several-from-headers') ? quarantined('several-from-headers') : null;
}

/**
 * Decide what a received mail becomes. Append it to a case only when a reference names an existing case,
 * DMARC passed (so the author's domain confirms the author), and the author is a participant. Otherwise open
 * a new case and link it to the named one.
 */
export function decideMail(facts: DecisionFacts): MailDecision {
  const settled = withoutCase(facts);
  if (settled) return settled;
  const doubtful = doubts(facts);
  const reasons: DecisionReason[] = [
    ...(facts.automatic ? (['machine-wrote-it'] as const) : []),
    ...unproven(facts),
    ...doubtful,
  ];
  const acknowledge = facts.automatic === null && doubtful.length === 0 && isAuthenticated(facts);
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
