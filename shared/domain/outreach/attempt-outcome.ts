import type { AttemptOutcome, CallAnswers, CallPurpose, Disposition } from '#events/vocabulary.ts';
import type { Attempt, AttemptReport, Ended } from './call-out.ts';

/** Outcomes of unanswered calls by answering machine detection status (Connect API reference, Contact). */
const BY_MACHINE_STATUS: Readonly<Record<string, AttemptOutcome>> = {
  VOICEMAIL_BEEP: 'machine',
  VOICEMAIL_NO_BEEP: 'machine',
  FAX_MACHINE_DETECTED: 'machine',
  SIT_TONE_BUSY: 'busy',
  SIT_TONE_INVALID_NUMBER: 'invalid-number',
  SIT_TONE_DETECTED: 'no-answer',
  AMD_UNANSWERED: 'no-answer',
};

/** Disconnect reasons caused on our side (Connect administrator guide, contact records). */
const BY_REASON: Readonly<Record<string, AttemptOutcome>> = {
  OUTBOUND_DESTINATION_ENDPOINT_ERROR: 'not-allowed',
  OUTBOUND_RESOURCE_ERROR: 'failed',
  OUTBOUND_ATTEMPT_FAILED: 'failed',
  LOST: 'failed',
};

const unreached = ({ reason = '', machine = '' }: Ended): AttemptOutcome =>
  BY_MACHINE_STATUS[machine] ?? BY_REASON[reason] ?? 'no-answer';

/**
 * Return the outcome of an answered call without a result: taken by a machine, ended by the person, or ended
 * by a failed flow.
 */
const taken = ({ reason, machine = '' }: Ended): AttemptOutcome => {
  if (BY_MACHINE_STATUS[machine] === 'machine') return 'machine';
  return reason === 'CONTACT_FLOW_DISCONNECT' || reason === 'LOST' ? 'failed' : 'hung-up';
};

/** Return the outcome of a conversation, or undefined while nothing decisive was reported. */
function spoken(report: AttemptReport, purpose: CallPurpose): AttemptOutcome | undefined {
  if (report.never) return 'opted-out';
  if (report.wrongNumber) return 'wrong-number';
  if (report.notUser) return 'not-user';
  if (report.language) return 'language';
  // A transfer to an agent completes every purpose except an evaluation.
  if (report.done || (report.agent && purpose !== 'evaluation')) return 'completed';
  if (report.refused) return 'refused';
  if (report.later !== undefined) return 'callback-agreed';
  if (report.agent || report.registered !== undefined || Object.keys(report.answers ?? {}).length > 0)
    return 'partial';
  return undefined;
}

/**
 * Return the outcome of an attempt, or undefined while it continues. The order of its reports has no effect.
 */
export function outcomeOf({ report, ended }: Attempt, purpose: CallPurpose): AttemptOutcome | undefined {
  if (!ended) return undefined;
  const decided = spoken(report, purpose);
  if (decided) return decided;
  // A call that was answered and then had no key press is an undetected machine.
  if (report.machine || report.silent) return 'machine';
  if (report.answered || ended.connected) return taken(ended);
  return unreached(ended);
}

/** Outcomes after which there is no further attempt. The others are retried while the rules allow it. */
const FINAL = {
  completed: 'completed',
  partial: 'partial',
  refused: 'refused',
  'opted-out': 'opted-out',
  'wrong-number': 'wrong-number',
  'not-user': 'not-user',
  language: 'language',
  'invalid-number': 'invalid-number',
  'not-allowed': 'not-allowed',
} as const satisfies Partial<Record<AttemptOutcome, Disposition>>;

export const finalOf = (outcome: AttemptOutcome): Disposition | undefined =>
  (FINAL as Partial<Record<AttemptOutcome, Disposition>>)[outcome];

/** Disposition of an outgoing call when its last attempt did not succeed. */
const EXHAUSTED: Readonly<Record<Exclude<AttemptOutcome, keyof typeof FINAL>, Disposition>> = {
  'callback-agreed': 'no-answer',
  'hung-up': 'refused',
  busy: 'busy',
  'no-answer': 'no-answer',
  machine: 'machine',
  failed: 'technical',
};

export const exhaustedBy = (outcome: AttemptOutcome): Disposition =>
  finalOf(outcome) ?? EXHAUSTED[outcome as keyof typeof EXHAUSTED];

/**
 * Join the reports of two sources in any order. Of two answers to one question keep the lower one, so that
 * the order has no effect.
 */
export function joinReports(a: AttemptReport, b: AttemptReport): AttemptReport {
  const answers: Record<string, number> = { ...a.answers };
  for (const [question, value] of Object.entries(b.answers ?? {}))
    answers[question] = Math.min(value, answers[question] ?? value);
  const later = [a.later, b.later].filter((at) => at !== undefined);
  const registered = [a.registered, b.registered].filter((ref) => ref !== undefined).sort()[0];
  return {
    ...a,
    ...b,
    ...(Object.keys(answers).length > 0 && { answers: answers as CallAnswers }),
    ...(later.length > 0 && { later: Math.max(...later) }),
    ...(registered !== undefined && { registered }),
  };
}

/** Join two reports of an end: keep the earlier one, and complete it with the fields of the other. */
export function joinEnded(a: Ended | undefined, b: Ended): Ended {
  if (!a) return b;
  const key = (ended: Ended): string => JSON.stringify(Object.entries(ended).sort());
  const [one = a, other = b] = [a, b].sort((x, y) => x.at - y.at || (key(x) < key(y) ? -1 : 1));
  return { ...other, ...one };
}
