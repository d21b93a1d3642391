import type { ActionName } from '#functions/web/cases/actions/actions.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { VIRUS } from '#shared/domain/cases/set-aside.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

type Fields = Readonly<Record<string, string>>;

/** The fields that two agents send at the same moment from the same page. */
export interface SameMoment {
  readonly first: Fields;
  readonly second: Fields;
  /** Both are carried out. Otherwise one of them is refused. */
  readonly both?: true;
  /** The acts before. `OTHER` stands for the reference of another open case. */
  readonly given?: readonly CaseCommand[];
  readonly setAside?: true;
}

export const OTHER = 'OTHER';
/** The id of the reply that the case holds. */
export const HELD = 'HELD';
/** The message of the case that may be split off. */
export const MESSAGE = 'm'.padEnd(26, '0');
const by = 'agent:noura' as const;

const question: CaseCommand = { do: 'ask-department', department: 'environment', asks: false, by };
const classes = { type: 'report', category: 'lighting', department: 'operations', segment: 'citizen' };
const part = { message: MESSAGE, type: 'report', category: 'lighting', priority: 'normal' };

/** A row for every form of a case. A form without a row does not compile. */
export const sameMoments: Readonly<Record<ActionName, SameMoment>> = {
  reply: { first: { text: 'نعم، سنصلحها.' }, second: { text: 'لا، ليست من اختصاصنا.' } },
  'undo-reply': { first: { message: HELD }, second: { message: HELD }, given: [{ do: 'hold-reply', by }] },
  note: { first: { text: 'اتصلت به' }, second: { text: 'لم يرد' }, both: true },
  contact: {
    first: { text: 'كلمته', means: 'phone' },
    second: { text: 'زرته', means: 'visit' },
    both: true,
  },
  assign: { first: { to: 'huda' }, second: { to: 'salem' } },
  unassign: { first: {}, second: {}, given: [{ do: 'assign', to: 'noura', by }] },
  status: {
    first: { to: 'pending-beneficiary' },
    second: { to: 'pending-department' },
    given: [{ do: 'assign', to: 'noura', by }],
  },
  reclassify: {
    first: { ...classes, priority: 'high', language: 'ar' },
    second: { ...classes, priority: 'low', language: 'ar' },
  },
  correct: { first: { subject: 'عمود مائل' }, second: { name: 'ليلى' } },
  resolve: {
    first: { ended: 'done', outcome: 'أُصلح العمود' },
    second: { ended: 'answered', outcome: 'لا عطل فيه' },
  },
  reopen: { first: {}, second: {}, given: [{ do: 'resolve', as: 'done', outcome: 'تم', by }] },
  restore: { first: {}, second: {}, setAside: true },
  close: { first: { reason: 'withdrawn' }, second: { reason: 'finished' } },
  erase: { first: { sure: '1' }, second: { sure: '1' } },
  promise: { first: { dueAt: '2026-01-06T10:00' }, second: { dueAt: '2026-01-07T10:00' } },
  'withdraw-promise': {
    first: {},
    second: {},
    given: [{ do: 'promise', dueAt: WORKING_MORNING + DAY, by }],
  },
  ask: {
    first: { department: 'environment', text: 'متى الإصلاح؟' },
    second: { department: 'environment', text: 'من المسؤول؟' },
  },
  answer: {
    first: { request: 'r1', text: 'غدًا' },
    second: { request: 'r1', text: 'بعد شهر' },
    given: [question],
  },
  'hand-over': { first: { holder: 'بلدي', number: '1' }, second: { holder: 'بلدي', number: '2' } },
  'take-back': {
    first: { holding: 'h1' },
    second: { holding: 'h1' },
    given: [{ do: 'hand-over', holder: 'بلدي', by }],
  },
  'extend-period': {
    first: { because: 'effort', text: 'بياناتك في خمسة أنظمة.' },
    second: { because: 'several-requests', text: 'وردتنا منك أربعة طلبات.' },
    given: [{ do: 'reclassify', to: { type: 'data-request' }, by }],
  },
  'withdraw-request': { first: { request: 'r1' }, second: { request: 'r1' }, given: [question] },
  'decide-time': {
    first: { request: 'r1', until: `${WORKING_MORNING + 9 * DAY}`, granted: 'yes' },
    second: { request: 'r1', until: `${WORKING_MORNING + 9 * DAY}`, granted: 'no' },
    given: [question, { do: 'ask-time', request: 'r1', until: WORKING_MORNING + 9 * DAY, by }],
  },
  merge: { first: { into: OTHER }, second: { into: OTHER } },
  unmerge: { first: {}, second: {}, given: [{ do: 'merge', into: OTHER, by }] },
  link: { first: { with: OTHER, as: 'parent' }, second: { with: OTHER, as: 'child' } },
  unlink: {
    first: { with: OTHER, as: 'related' },
    second: { with: OTHER, as: 'related' },
    given: [{ do: 'link', to: OTHER, as: 'related', by }],
  },
  split: { first: part, second: { ...part, category: 'roads' } },
  watch: { first: { user: 'huda' }, second: { user: 'salem' }, both: true },
  unwatch: { first: { user: 'huda' }, second: { user: 'huda' }, given: [{ do: 'watch', user: 'huda', by }] },
};

/** The reason of a mail with a virus verdict. */
export const setAside = { quarantine: { reason: VIRUS, rawKey: 'raw/1' } };
