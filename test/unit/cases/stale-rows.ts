import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { News } from '#shared/domain/cases/overtaken.ts';
import { VIRUS } from '#shared/domain/cases/set-aside.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

export const by = 'agent:salem' as const;
export const hers = 'agent:huda' as const;
const OTHER = 'other';
const soon = WORKING_MORNING + DAY;
const later = WORKING_MORNING + 30 * DAY;

const wrote: CaseCommand = { do: 'receive', channel: 'mail' };
export const answered: CaseCommand = { do: 'reply', by: hers };
const called: CaseCommand = { do: 'log-contact', means: 'phone', by: hers };
const asked: CaseCommand = { do: 'ask-department', department: 'environment', asks: false, by: hers };
const reported: CaseCommand = { do: 'answer-request', request: 'r1', says: false, by: hers };
const waits: CaseCommand = { do: 'set-status', to: 'pending-beneficiary', by: hers };
const resolved: CaseCommand = { do: 'resolve', as: 'done', outcome: 'تم', by: hers };
const closed: CaseCommand = { do: 'close', reason: 'withdrawn', by: hers };
const promised: CaseCommand = { do: 'promise', dueAt: soon, by: hers };
const noted: CaseCommand = { do: 'note', by: hers };
const split = (message: string, actor: typeof by | typeof hers): CaseCommand => ({
  ...{ do: 'split', message, type: 'report', category: 'lighting', department: 'operations' },
  ...{ priority: 'normal', by: actor },
});

/** An act, the state before it, and the act of another that is committed at the same moment, but first. */
export interface Row {
  readonly act: CaseCommand;
  readonly given?: readonly CaseCommand[];
  readonly over?: Partial<Case>;
  readonly first: CaseCommand;
  /** Why it is stopped: newer events, or a rejection. Otherwise it is committed. */
  readonly stopped?: News | { readonly rejected: string };
}

const licence = (actor: typeof by | typeof hers): CaseCommand => ({
  ...{ do: 'add-procedure', kind: 'licence', department: 'licensing', dueAt: later, by: actor },
});
const moved = (state: 'done' | 'under-way', actor: typeof by | typeof hers): CaseCommand => ({
  ...{ do: 'change-procedure', procedure: 'p1', to: { state }, by: actor },
});
const obstacle = (actor: typeof by | typeof hers): CaseCommand => ({
  ...{ do: 'meet-obstacle', procedure: 'p1', kind: 'unpaid-fees', by: actor },
});
const aboutData = { over: { type: 'data-request' } } as const satisfies Partial<Row>;
const extended = (actor: typeof by | typeof hers): CaseCommand => ({
  ...{ do: 'extend-period', because: 'effort', by: actor },
});
/** A case with the plan of an investor and one open procedure. */
const planned = {
  over: { segment: 'investor' },
  given: [{ do: 'start-plan', by: hers }, licence(hers)],
} as const satisfies Partial<Row>;

export const reply: CaseCommand = { do: 'reply', by };
const held: CaseCommand = { do: 'hold-reply', by };
const close: CaseCommand = { do: 'close', reason: 'withdrawn', by };
const mine: CaseCommand = { do: 'resolve', as: 'done', outcome: 'أُصلح', by };

/** Rows for every command. A command without rows does not compile. */
export const staleRows: Readonly<Record<CaseCommand['do'], readonly Row[]>> = {
  open: [],
  receive: [{ act: wrote, first: answered }],
  reply: [
    { act: reply, first: answered, stopped: 'answered' },
    { act: reply, first: called, stopped: 'answered' },
    { act: reply, first: wrote, stopped: 'wrote' },
    { act: reply, first: { do: 'attach-recording', contactId: 'c1', isNews: true }, stopped: 'wrote' },
    { act: reply, given: [asked], first: reported, stopped: 'reported' },
    { act: reply, first: { ...wrote, automatic: 'vacation' } as CaseCommand },
    { act: reply, first: { do: 'assign', to: 'salem', by: hers } },
    { act: reply, first: noted, stopped: 'noted' },
    { act: reply, first: { do: 'note', by } },
    { act: reply, first: { do: 'tick' } },
    { act: reply, first: resolved, stopped: { rejected: 'not-active' } },
  ],
  'hold-reply': [
    { act: held, first: answered, stopped: 'answered' },
    { act: held, first: { do: 'hold-reply', by: hers }, stopped: 'answered' },
    { act: held, first: wrote, stopped: 'wrote' },
    { act: held, first: noted, stopped: 'noted' },
    { act: held, first: resolved, stopped: { rejected: 'not-active' } },
  ],
  'undo-reply': [
    { act: { do: 'undo-reply', message: 'x', by }, first: wrote, stopped: { rejected: 'already-sent' } },
  ],
  note: [{ act: { do: 'note', by }, first: answered }],
  'mail-failed': [
    { act: { do: 'mail-failed', to: 'norah@example.com', reason: 'bounced', permanent: true }, first: wrote },
  ],
  'return-outcome': [
    { act: { do: 'return-outcome', sentAt: soon }, given: [resolved], first: noted },
    {
      ...{ act: { do: 'return-outcome', sentAt: soon }, given: [resolved] },
      ...{ first: { do: 'reopen', by: hers }, stopped: { rejected: 'nothing-changed' } },
    },
  ],
  'withhold-acknowledgement': [
    {
      act: { do: 'withhold-acknowledgement', reason: 'address-limit', until: soon },
      first: { do: 'note', by: hers },
    },
  ],
  assign: [
    {
      act: { do: 'assign', to: 'salem', by },
      first: { do: 'assign', to: 'noura', by: hers },
      stopped: 'assigned',
    },
    {
      act: { do: 'assign', to: 'salem', by, because: 'rule' },
      first: { do: 'assign', to: 'noura', by: hers },
      stopped: 'assigned',
    },
  ],
  unassign: [
    {
      act: { do: 'unassign', by, because: 'staff' },
      over: { assignee: 'huda' },
      first: { do: 'assign', to: 'noura', by: hers },
      stopped: 'assigned',
    },
  ],
  reclassify: [
    {
      act: { do: 'reclassify', to: { priority: 'low' }, by },
      first: { do: 'reclassify', to: { priority: 'high' }, by: hers },
      stopped: 'reclassified',
    },
    { act: { do: 'reclassify', to: { priority: 'low' }, by }, first: answered },
  ],
  correct: [
    {
      act: { do: 'correct', to: { subject: 'أحدث' }, says: true, by },
      first: { do: 'correct', to: { name: 'ليلى' }, says: true, by: hers },
      stopped: 'corrected',
    },
    { act: { do: 'correct', to: { subject: 'أحدث' }, says: true, by }, first: answered },
  ],
  'log-contact': [{ act: { do: 'log-contact', means: 'visit', by } as CaseCommand, first: wrote }],
  'attach-recording': [{ act: { do: 'attach-recording', contactId: 'c1', isNews: true }, first: answered }],
  promise: [
    { act: { do: 'promise', dueAt: soon + HOUR, by }, first: promised, stopped: 'promised' },
    { act: { do: 'promise', dueAt: soon + HOUR, by }, first: wrote },
    { act: { do: 'promise', dueAt: soon + HOUR, by }, first: noted, stopped: 'noted' },
  ],
  'withdraw-promise': [
    {
      act: { do: 'withdraw-promise', by },
      given: [promised],
      first: { do: 'promise', dueAt: soon + HOUR, by: hers },
      stopped: 'promised',
    },
  ],
  'ask-department': [
    { act: { ...asked, by } as CaseCommand, first: asked, stopped: 'asked' },
    { act: { ...asked, department: 'operations', by } as CaseCommand, first: asked },
    { act: { ...asked, by } as CaseCommand, first: noted, stopped: 'noted' },
  ],
  'answer-request': [
    {
      act: { ...reported, by } as CaseCommand,
      given: [asked],
      first: reported,
      stopped: { rejected: 'no-such-request' },
    },
    { act: { ...reported, by } as CaseCommand, given: [asked], first: wrote },
  ],
  'withdraw-request': [
    {
      act: { do: 'withdraw-request', request: 'r1', by },
      given: [asked],
      first: reported,
      stopped: { rejected: 'no-such-request' },
    },
  ],
  'hear-department': [],
  'ask-time': [],
  'decide-time': [
    {
      act: { do: 'decide-time', request: 'r1', until: later, granted: true, by },
      given: [asked, { do: 'ask-time', request: 'r1', until: later, by }],
      first: reported,
      stopped: { rejected: 'no-such-request' },
    },
  ],
  'pass-on': [],
  merge: [
    { act: { do: 'merge', into: OTHER, by }, first: wrote, stopped: 'wrote' },
    { act: { do: 'merge', into: OTHER, by }, first: answered, stopped: 'answered' },
    { act: { do: 'merge', into: OTHER, by }, first: noted, stopped: 'noted' },
    { act: { do: 'merge', into: OTHER, by }, first: asked, stopped: 'asked' },
    { act: { do: 'merge', into: OTHER, by }, first: promised, stopped: 'promised' },
    { act: { do: 'merge', into: OTHER, by }, first: closed, stopped: 'moved' },
    {
      act: { do: 'merge', into: OTHER, by },
      first: { do: 'merge', into: 'third', by: hers },
      stopped: 'moved',
    },
  ],
  unmerge: [
    {
      act: { do: 'unmerge', by },
      given: [{ do: 'merge', into: OTHER, by: hers }],
      first: { do: 'unmerge', by: hers },
      stopped: 'moved',
    },
  ],
  'hand-over': [
    {
      act: { do: 'hand-over', holder: 'بلدي', by },
      first: { do: 'hand-over', holder: 'بلدي', by: hers },
      stopped: 'held',
    },
    { act: { do: 'hand-over', holder: 'بلدي', by }, first: { do: 'hand-over', holder: '940', by: hers } },
    { act: { do: 'hand-over', holder: 'بلدي', by }, first: noted, stopped: 'noted' },
    { act: { do: 'hand-over', holder: 'بلدي', by }, first: wrote, stopped: 'wrote' },
    { act: { do: 'hand-over', holder: 'بلدي', by }, given: [asked], first: reported, stopped: 'reported' },
    { act: { do: 'hand-over', holder: 'بلدي', by }, first: { do: 'note', by } },
    { act: { do: 'hand-over', holder: 'بلدي', by }, first: resolved, stopped: { rejected: 'not-active' } },
  ],
  'take-back': [
    {
      act: { do: 'take-back', holding: 'h1', by },
      given: [{ do: 'hand-over', holder: 'بلدي', by: hers }],
      first: { do: 'take-back', holding: 'h1', by: hers },
      stopped: { rejected: 'no-such-holding' },
    },
  ],
  'extend-period': [
    { ...aboutData, act: extended(by), first: extended(hers), stopped: { rejected: 'extended-before' } },
    { ...aboutData, act: extended(by), first: wrote, stopped: 'wrote' },
    { ...aboutData, act: extended(by), first: noted, stopped: 'noted' },
    { ...aboutData, act: extended(by), first: resolved, stopped: { rejected: 'not-active' } },
  ],
  'start-plan': [
    {
      ...{ act: { do: 'start-plan', by }, over: { segment: 'investor' } },
      ...{ first: { do: 'start-plan', by: hers }, stopped: { rejected: 'has-plan' } },
    },
    { act: { do: 'start-plan', by }, first: noted, stopped: { rejected: 'not-investor' } },
  ],
  'add-procedure': [{ ...planned, act: licence(by), first: licence(hers) }],
  'change-procedure': [
    { ...planned, act: moved('done', by), first: moved('under-way', hers), stopped: 'procedure' },
    { ...planned, act: moved('done', by), first: licence(hers) },
  ],
  'meet-obstacle': [
    { ...planned, act: obstacle(by), first: obstacle(hers), stopped: { rejected: 'nothing-changed' } },
  ],
  'clear-obstacle': [
    {
      ...{ act: { do: 'clear-obstacle', obstacle: 'o1', by }, over: { segment: 'investor' } },
      ...{ given: [...planned.given, obstacle(hers)], first: moved('done', hers) },
      stopped: { rejected: 'no-such-obstacle' },
    },
  ],
  'hand-over-plan': [
    {
      ...{ ...planned, act: { do: 'hand-over-plan', to: 'salem', by } },
      ...{ first: { do: 'assign', to: 'noura', by: hers }, stopped: 'assigned' },
    },
  ],
  'hear-investor': [
    { ...planned, act: { do: 'hear-investor', means: 'staff', by }, first: moved('under-way', hers) },
  ],
  'end-plan': [
    {
      ...{ ...planned, act: { do: 'end-plan', by }, first: moved('done', hers), stopped: 'procedure' },
    },
  ],
  absorb: [{ act: { do: 'absorb', source: OTHER, remaining: {}, by }, first: wrote }],
  release: [
    {
      act: { do: 'release', source: OTHER, by },
      given: [{ do: 'absorb', source: OTHER, remaining: {}, by }],
      first: wrote,
    },
  ],
  link: [
    {
      act: { do: 'link', to: OTHER, as: 'child', by },
      first: { do: 'link', to: OTHER, as: 'parent', by: hers },
      stopped: 'linked',
    },
    {
      act: { do: 'link', to: OTHER, as: 'child', by },
      first: { do: 'link', to: 'third', as: 'parent', by: hers },
    },
  ],
  unlink: [
    {
      act: { do: 'unlink', to: OTHER, as: 'related', by },
      given: [{ do: 'link', to: OTHER, as: 'related', by: hers }],
      first: { do: 'unlink', to: OTHER, as: 'related', by: hers },
      stopped: { rejected: 'not-linked' },
    },
  ],
  split: [
    { act: split('m1', by), first: split('m1', hers), stopped: 'split' },
    { act: split('m1', by), first: split('m2', hers) },
  ],
  watch: [
    {
      act: { do: 'watch', user: 'salem', by },
      first: { do: 'watch', user: 'salem', by: hers },
      stopped: { rejected: 'already-watching' },
    },
  ],
  unwatch: [
    {
      act: { do: 'unwatch', user: 'huda', by },
      over: { watchers: ['huda'] },
      first: { do: 'unwatch', user: 'huda', by: hers },
      stopped: { rejected: 'not-watching' },
    },
  ],
  retime: [{ act: { do: 'retime', settings: 2, before: { resolution: 1 } }, first: wrote }],
  erase: [
    { act: { do: 'erase', because: 'request', by }, first: wrote, stopped: 'wrote' },
    { act: { do: 'erase', because: 'request', by }, first: resolved, stopped: 'moved' },
    { act: { do: 'erase', because: 'request', by }, first: noted, stopped: 'noted' },
  ],
  'set-status': [
    { act: { ...waits, by } as CaseCommand, over: { status: 'open' }, first: wrote, stopped: 'wrote' },
    { act: { ...waits, by } as CaseCommand, given: [asked], first: reported, stopped: 'reported' },
    { act: { ...waits, by } as CaseCommand, over: { status: 'open' }, first: noted, stopped: 'noted' },
    {
      act: { do: 'set-status', to: 'pending-department', by },
      over: { status: 'open' },
      first: waits,
      stopped: 'moved',
    },
    {
      act: { do: 'set-status', to: 'open', by },
      first: { do: 'assign', to: 'noura', by: hers },
      stopped: { rejected: 'illegal-status' },
    },
  ],
  resolve: [
    { act: mine, first: wrote, stopped: 'wrote' },
    { act: mine, first: answered, stopped: 'answered' },
    { act: mine, first: asked, stopped: 'asked' },
    { act: mine, first: resolved, stopped: 'moved' },
    { act: mine, first: noted, stopped: 'noted' },
    { act: mine, first: called, stopped: 'answered' },
    { act: mine, first: promised, stopped: 'promised' },
    { act: mine, first: { do: 'hand-over', holder: 'بلدي', by: hers }, stopped: 'held' },
    { act: mine, over: { status: 'open' }, first: waits, stopped: 'moved' },
    { act: mine, first: closed, stopped: 'moved' },
    { act: mine, first: { do: 'merge', into: OTHER, by: hers }, stopped: 'moved' },
    { act: mine, first: { do: 'assign', to: 'noura', by: hers } },
    { act: mine, first: { do: 'note', by } },
  ],
  reopen: [
    { act: { do: 'reopen', by }, given: [resolved], first: { do: 'reopen', by: hers }, stopped: 'moved' },
    { act: { do: 'reopen', by }, given: [resolved], first: closed, stopped: 'moved' },
    { act: { do: 'reopen', by }, given: [resolved], first: noted, stopped: 'noted' },
  ],
  restore: [
    {
      act: { do: 'restore', by, bySupervisor: true },
      over: { status: 'closed', quarantine: VIRUS, closing: { at: WORKING_MORNING, reason: 'spam' } },
      first: { do: 'restore', by: hers, bySupervisor: true },
      stopped: 'moved',
    },
  ],
  close: [
    { act: close, first: wrote, stopped: 'wrote' },
    { act: close, first: closed, stopped: 'moved' },
    { act: close, first: asked, stopped: 'asked' },
    { act: close, first: noted, stopped: 'noted' },
    { act: close, first: promised, stopped: 'promised' },
    { act: close, first: { do: 'hand-over', holder: 'بلدي', by: hers }, stopped: 'held' },
    { act: close, first: { do: 'merge', into: OTHER, by: hers }, stopped: 'moved' },
  ],
  'answer-survey': [
    {
      act: { do: 'answer-survey', invitation: 's0', score: 5, finished: true, language: 'ar', mode: 'phone' },
      given: [resolved],
      first: {
        do: 'answer-survey',
        invitation: 's0',
        score: 1,
        finished: true,
        language: 'ar',
        mode: 'phone',
      },
      stopped: { rejected: 'already-answered' },
    },
  ],
  'answer-outcome': [
    {
      act: { do: 'answer-outcome', question: 'c0', finished: true, language: 'ar', mode: 'mail' },
      given: [resolved],
      first: { do: 'answer-outcome', question: 'c0', finished: true, language: 'ar', mode: 'mail' },
      stopped: { rejected: 'already-answered' },
    },
  ],
  'suspect-outcome': [
    {
      act: { do: 'suspect-outcome', question: 'c0', because: 'no-page' },
      given: [resolved],
      first: { do: 'note', by: hers },
    },
  ],
  'fail-check': [{ act: { do: 'fail-check', day: '2026-01-04', caller: 'x' }, first: wrote }],
  tick: [],
};
