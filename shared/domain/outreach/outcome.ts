import type { AttemptOutcome, CallAnswers, CallPurpose, Disposition } from '#events/vocabulary.ts';
import type { Attempt, Ended, Said } from './call-out.ts';

/** What answering machine detection says of a call that reached nobody (Connect API reference, Contact). */
const BY_MACHINE_STATUS: Readonly<Record<string, AttemptOutcome>> = {
  VOICEMAIL_BEEP: 'machine',
  VOICEMAIL_NO_BEEP: 'machine',
  FAX_MACHINE_DETECTED: 'machine',
  SIT_TONE_BUSY: 'busy',
  SIT_TONE_INVALID_NUMBER: 'invalid-number',
  SIT_TONE_DETECTED: 'no-answer',
  AMD_UNANSWERED: 'no-answer',
};

/** Disconnect reasons that mean that we, not they, are the cause (Connect administrator guide, contact records). */
const BY_REASON: Readonly<Record<string, AttemptOutcome>> = {
  OUTBOUND_DESTINATION_ENDPOINT_ERROR: 'not-allowed',
  OUTBOUND_RESOURCE_ERROR: 'failed',
  OUTBOUND_ATTEMPT_FAILED: 'failed',
  LOST: 'failed',
};

const unreached = ({ reason = '', machine = '' }: Ended): AttemptOutcome =>
  BY_MACHINE_STATUS[machine] ?? BY_REASON[reason] ?? 'no-answer';

/** A call that was taken and came to nothing: by a machine, broken off by them, or ended by a flow that failed. */
const taken = ({ reason, machine = '' }: Ended): AttemptOutcome => {
  if (BY_MACHINE_STATUS[machine] === 'machine') return 'machine';
  return reason === 'CONTACT_FLOW_DISCONNECT' || reason === 'LOST' ? 'failed' : 'hung-up';
};

/** What a conversation came to; undefined while nothing was said that decides. */
function spoken(said: Said, purpose: CallPurpose): AttemptOutcome | undefined {
  if (said.never) return 'opted-out';
  if (said.wrongNumber) return 'wrong-number';
  if (said.notUser) return 'not-user';
  // Whoever speaks with an agent about their own matter has what the call was for.
  if (said.done || (said.agent && purpose !== 'evaluation')) return 'completed';
  if (said.refused) return 'refused';
  if (said.later !== undefined) return 'callback-agreed';
  if (said.agent || said.registered !== undefined || Object.keys(said.answers ?? {}).length > 0)
    return 'partial';
  return undefined;
}

/** How an attempt ended; undefined while it goes on. The order in which its facts came does not matter. */
export function outcomeOf({ said, ended }: Attempt, purpose: CallPurpose): AttemptOutcome | undefined {
  if (!ended) return undefined;
  const decided = spoken(said, purpose);
  if (decided) return decided;
  // A voice that greets and then says nothing by key is a machine that was not recognised.
  if (said.machine || said.silent) return 'machine';
  if (said.answered || ended.connected) return taken(ended);
  return unreached(ended);
}

/** Outcomes after which nobody calls again. The others are tried again while the rules allow it. */
const FINAL = {
  completed: 'completed',
  partial: 'partial',
  refused: 'refused',
  'opted-out': 'opted-out',
  'wrong-number': 'wrong-number',
  'not-user': 'not-user',
  'invalid-number': 'invalid-number',
  'not-allowed': 'not-allowed',
} as const satisfies Partial<Record<AttemptOutcome, Disposition>>;

export const finalOf = (outcome: AttemptOutcome): Disposition | undefined =>
  (FINAL as Partial<Record<AttemptOutcome, Disposition>>)[outcome];

/** What a call out comes to when the last of its attempts was no success. */
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

/** What both sources told, whichever came first. Two answers to one question: the lower, so that order is nothing. */
export function joinSaid(a: Said, b: Said): Said {
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

/** The end as two tellings have it: the earlier time, and of what else is said whatever one knows. */
export function joinEnded(a: Ended | undefined, b: Ended): Ended {
  if (!a) return b;
  const key = (ended: Ended): string => JSON.stringify(Object.entries(ended).sort());
  const [one = a, other = b] = [a, b].sort((x, y) => x.at - y.at || (key(x) < key(y) ? -1 : 1));
  return { ...other, ...one };
}
