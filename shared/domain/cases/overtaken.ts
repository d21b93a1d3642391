import type { Timeless } from '../staleness.ts';
import type { CaseCommand } from './case-command.ts';
import type { EventDraft } from './decision.ts';

/** A newer event that the author of a command has to see before the command is carried out. */
export type News =
  | 'answered'
  | 'wrote'
  | 'reported'
  | 'noted'
  | 'reclassified'
  | 'corrected'
  | 'moved'
  | 'assigned'
  | 'promised'
  | 'asked'
  | 'held'
  | 'linked'
  | 'procedure'
  | 'split';

/**
 * The news before which a text to the beneficiary, or the end of the case, is looked at again. A colleague's note may
 * say "do not send" or "do not resolve".
 */
const BEFORE_AN_ANSWER = ['answered', 'wrote', 'reported', 'noted'] as const satisfies readonly News[];
const BEFORE_AN_END = [
  ...[...BEFORE_AN_ANSWER, 'asked', 'held', 'promised', 'moved'],
] as const satisfies readonly News[];

/**
 * For each command: the news that make it stale, the most important first, or the reason why none does. A command
 * without an entry does not compile.
 */
const staleness: Readonly<Record<CaseCommand['do'], readonly News[] | Timeless>> = {
  open: 'happened',
  receive: 'happened',
  reply: BEFORE_AN_ANSWER,
  'hold-reply': BEFORE_AN_ANSWER,
  'undo-reply': 'names',
  note: 'adds',
  'mail-failed': 'happened',
  'return-outcome': 'happened',
  'withhold-acknowledgement': 'happened',
  assign: ['assigned'],
  unassign: ['assigned'],
  reclassify: ['reclassified'],
  correct: ['corrected'],
  'log-contact': 'adds',
  'attach-recording': 'happened',
  promise: ['promised', 'noted'],
  'withdraw-promise': ['promised'],
  'ask-department': ['asked', 'noted'],
  'answer-request': 'names',
  'withdraw-request': 'names',
  'hear-department': 'happened',
  'ask-time': 'happened',
  'decide-time': 'names',
  'pass-on': 'happened',
  'hand-over': ['held', 'wrote', 'reported', 'noted'],
  'take-back': 'names',
  'extend-period': BEFORE_AN_ANSWER,
  'start-plan': 'names',
  'add-procedure': 'adds',
  'change-procedure': ['procedure'],
  'meet-obstacle': 'names',
  'clear-obstacle': 'names',
  'hand-over-plan': ['assigned'],
  'hear-investor': 'happened',
  'end-plan': ['procedure'],
  merge: BEFORE_AN_END,
  unmerge: ['moved', 'noted'],
  absorb: 'happened',
  release: 'happened',
  link: ['linked'],
  unlink: 'names',
  split: ['split'],
  watch: 'names',
  unwatch: 'names',
  retime: 'happened',
  erase: ['wrote', 'moved', 'noted'],
  'set-status': ['wrote', 'reported', 'moved', 'noted'],
  resolve: BEFORE_AN_END,
  reopen: ['moved', 'noted'],
  restore: ['moved', 'noted'],
  close: BEFORE_AN_END,
  'answer-survey': 'names',
  'answer-outcome': 'names',
  'suspect-outcome': 'happened',
  'fail-check': 'happened',
  tick: 'happened',
};

/** Events that are the same news for the author of any command. */
const ALWAYS: Readonly<Partial<Record<EventDraft['type'], News>>> = {
  'rida.message.sent.v1': 'answered',
  'rida.contact.logged.v1': 'answered',
  'rida.message.spoken.v1': 'wrote',
  'rida.survey.answered.v1': 'wrote',
  'rida.outcome.answered.v1': 'wrote',
  'rida.department.answered.v1': 'reported',
  'rida.department.wrote.v1': 'reported',
  'rida.case.reclassified.v1': 'reclassified',
  'rida.case.corrected.v1': 'corrected',
  'rida.case.resolved.v1': 'moved',
  'rida.case.closed.v1': 'moved',
  'rida.case.reopened.v1': 'moved',
  'rida.case.restored.v1': 'moved',
  'rida.case.merged.v1': 'moved',
  'rida.case.unmerged.v1': 'moved',
  'rida.case.assigned.v1': 'assigned',
  'rida.case.unassigned.v1': 'assigned',
  'rida.promise.made.v1': 'promised',
  'rida.promise.ended.v1': 'promised',
};

/** Two departments, bodies or links may follow each other, but each of them only once. */
const unlessOther = (isOther: boolean, news: News): News | undefined => (isOther ? undefined : news);

/** Return whether an event has new words of the beneficiary, or of a department. */
export function isHeard({ type, data }: EventDraft): boolean {
  switch (type) {
    case 'rida.message.received.v1':
      return data.automatic === undefined;
    case 'rida.case.opened.v1':
    case 'rida.message.spoken.v1':
    case 'rida.survey.answered.v1':
    case 'rida.outcome.answered.v1':
    case 'rida.department.wrote.v1':
    case 'rida.department.time-asked.v1':
    case 'rida.department.passed-on.v1':
      return true;
    case 'rida.department.answered.v1':
      return data.by.startsWith('department:');
    default:
      return false;
  }
}

/** Return the news that an event is for the author of a command. Most events concern no other command. */
function newsOf({ type, data }: EventDraft, command: CaseCommand): News | undefined {
  switch (type) {
    case 'rida.message.received.v1':
      return data.automatic === undefined && !data.thanks ? 'wrote' : undefined;
    case 'rida.department.asked.v1':
      return unlessOther(command.do === 'ask-department' && command.department !== data.department, 'asked');
    case 'rida.note.added.v1':
      // Its author knows it, also when it was written on another page.
      return 'by' in command && command.by === data.by ? undefined : 'noted';
    case 'rida.case.status-changed.v1':
      // The first act of anybody opens a new case.
      return data.from === 'new' ? undefined : 'moved';
    case 'rida.procedure.changed.v1':
      return unlessOther(
        command.do === 'change-procedure' && command.procedure !== data.procedure,
        'procedure',
      );
    case 'rida.case.handed-over.v1':
      return unlessOther(command.do === 'hand-over' && command.holder !== data.holder, 'held');
    case 'rida.case.linked.v1':
    case 'rida.case.unlinked.v1':
      return unlessOther(command.do === 'link' && command.to !== data.to, 'linked');
    case 'rida.case.split.v1':
      return command.do !== 'split' || command.message === data.message ? 'split' : undefined;
    default:
      return ALWAYS[type];
  }
}

/** Return the most important news for a command among the events that its author had not seen. */
export function overtakenBy(command: CaseCommand, unseen: readonly EventDraft[]): News | undefined {
  const stale = staleness[command.do];
  if (typeof stale === 'string') return undefined;
  const news = new Set(unseen.map((event) => newsOf(event, command)));
  return stale.find((one) => news.has(one));
}
