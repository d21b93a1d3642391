import * as fc from 'fast-check';
import { extensionGround } from '#events/case-extended.v1.ts';
import { obstacleKind, procedureKind, procedureState } from '#events/investor-vocabulary.ts';
import { contactMeans, mailFailure } from '#events/vocabulary.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase, aReference } from '#test/builders/a-case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { drawn, type Generators } from '../generators.ts';

const by = 'agent:salem' as const;
const WORK = ['open', 'pending-beneficiary', 'pending-department'] as const;
const fixed = <const T extends CaseCommand>(command: T): fc.Arbitrary<T> => fc.constant(command);

/**
 * Personal data that must not exist after an erasure. The beneficiary of the builders and every free text
 * match it.
 */
export const PERSONAL = /نورة|norah/u;
export const SOURCE = '9A1-1A1-0002';

const soon = fc.integer({ min: 1, max: 200 }).map((hours) => WORKING_MORNING + hours * HOUR);
/** Few values, so that the time that is decided is often the one that was asked for. */
const later = fc.constantFrom(WORKING_MORNING + 480 * HOUR, WORKING_MORNING + 960 * HOUR);
const inAYear = fc.constant(WORKING_MORNING + 365 * DAY);
const request = fc.integer({ min: 1, max: 4 }).map((n) => `r${n}`);
const user = fc.constantFrom('salem', 'huda');
const priority = fc.constantFrom('urgent' as const, 'normal' as const, 'low' as const);
const type = fc.constantFrom('report' as const, 'complaint' as const, 'data-request' as const);
const department = fc.constantFrom('operations', 'environment', 'nowhere');
const procedure = fc.constantFrom('p1', 'p1', 'p2');
const linkedAs = fc.constantFrom('related' as const, 'child' as const);

/** A generator of each command to a case. */
const commands: Generators<CaseCommand> = {
  open: fixed({
    ...{ do: 'open', id: aReference(), type: 'report', category: 'lighting', department: 'operations' },
    ...{ subject: 'نورة', beneficiary: aBeneficiary(), segment: 'citizen', channel: 'mail' },
    ...{ language: 'ar', priority: 'normal' },
  }),
  receive: fc.oneof(
    { weight: 3, arbitrary: fixed({ do: 'receive', channel: 'mail', lastMessageId: '<norah@b.example>' }) },
    { weight: 1, arbitrary: fixed({ do: 'receive', channel: 'mail', automatic: 'out-of-office' }) },
  ),
  reply: fc.oneof(
    fixed({ do: 'reply', by }),
    fc.constantFrom(...WORK).map((thenStatus) => ({ do: 'reply' as const, by, thenStatus })),
  ),
  'hold-reply': fc
    .record(
      { thenStatus: fc.constantFrom(...WORK), outcome: fc.constant('أُجيبت نورة') },
      { requiredKeys: [] },
    )
    .map((wanted) => ({ do: 'hold-reply' as const, by, ...wanted })),
  'undo-reply': fc.constantFrom('m1', 'm2').map((message) => ({ do: 'undo-reply' as const, message, by })),
  note: fixed({ do: 'note', by }),
  'mail-failed': fc.record({
    do: fc.constant('mail-failed' as const),
    message: fc.constantFrom('m1', 'm2'),
    to: fc.constantFrom('norah@b.example', 'other@b.example'),
    reason: fc.constantFrom(...mailFailure.options),
    permanent: fc.boolean(),
  }),
  'return-outcome': fixed({ do: 'return-outcome', sentAt: Number.MAX_SAFE_INTEGER }),
  'withhold-acknowledgement': fc
    .record(
      { reason: fc.constantFrom('address-limit' as const, 'ping-pong' as const), until: soon },
      { requiredKeys: ['reason'] },
    )
    .map((withheld) => ({ do: 'withhold-acknowledgement' as const, ...withheld })),
  'log-contact': fc
    .constantFrom(...contactMeans.options)
    .map((means) => ({ do: 'log-contact' as const, means, by })),
  'attach-recording': fc.record({
    do: fc.constant('attach-recording' as const),
    contactId: fc.constantFrom('c1', 'c2'),
    isNews: fc.boolean(),
  }),
  assign: user.map((to) => ({ do: 'assign' as const, to, by })),
  unassign: fixed({ do: 'unassign', by, because: 'staff' }),
  'set-status': fc.constantFrom(...WORK).map((to) => ({ do: 'set-status' as const, to, by })),
  reclassify: fc
    .oneof(fc.record({ priority, department, type }), fc.record({ type }), fc.record({ priority }))
    .map((to) => ({ do: 'reclassify' as const, to, by })),
  correct: fc
    .oneof(
      fc.constant({ subject: 'موضوع نورة', name: 'نورة' }),
      fc.constant({ email: 'norah@c.example', beneficiaryId: 'b2', phone: null }),
      fc.constantFrom('nuzhah', 'malaz', 'nowhere').map((district) => ({ district, words: 'بيت نورة' })),
      fc.constant({ position: { position: { latitude: 24.7136, longitude: 46.6753 } } }),
      fc.constant({ position: { link: 'https://maps.app.goo.gl/norah' }, service: 'building-permit' }),
      fc.constant({ district: null, words: null, position: null, service: null }),
    )
    .map((to) => ({ do: 'correct' as const, to, says: true, by })),
  resolve: fixed({ do: 'resolve', as: 'done', outcome: 'أنجزت نورة معاملتها', by }),
  reopen: fixed({ do: 'reopen', by }),
  restore: fc.boolean().map((bySupervisor) => ({ do: 'restore' as const, by, bySupervisor })),
  close: fc
    .constantFrom('withdrawn' as const, 'spam' as const, 'duplicate' as const)
    .map((reason) => ({ do: 'close' as const, reason, by })),
  promise: soon.map((dueAt) => ({ do: 'promise' as const, dueAt, by })),
  'withdraw-promise': fixed({ do: 'withdraw-promise', by }),
  'ask-department': fc.oneof(
    fc
      .record({ department: fc.constantFrom('operations', 'planning'), asks: fc.boolean() })
      .map((asked) => ({ do: 'ask-department' as const, ...asked, by })),
    soon.map((dueAt) => ({ do: 'ask-department' as const, department: 'planning', dueAt, asks: true, by })),
  ),
  'answer-request': request.map((id) => ({
    ...{ do: 'answer-request' as const, request: id, says: true },
    by: 'department:planning' as const,
  })),
  'withdraw-request': request.map((id) => ({ do: 'withdraw-request' as const, request: id, by })),
  'hear-department': fc
    .record(
      {
        request,
        unproven: fc.constant(true as const),
        department: fc.constantFrom('operations', 'environment'),
      },
      { requiredKeys: ['department'] },
    )
    .map((said) => ({ do: 'hear-department' as const, ...said, by: 'department:operations' as const })),
  'ask-time': fc
    .record({ request, until: later })
    .map((asked) => ({ do: 'ask-time' as const, ...asked, by: 'department:operations' as const })),
  'decide-time': fc
    .record({ request, until: later, granted: fc.boolean() })
    .map((decided) => ({ do: 'decide-time' as const, ...decided, by })),
  'pass-on': fc
    .record({ request, to: department })
    .map((passed) => ({ do: 'pass-on' as const, ...passed, by: 'department:operations' as const })),
  'hand-over': soon.map((dueAt) => ({
    do: 'hand-over' as const,
    holder: 'بلدي',
    number: 'نورة 7',
    dueAt,
    by,
  })),
  'take-back': fixed({ do: 'take-back', holding: 'h1', by }),
  'extend-period': fc
    .record(
      {
        because: fc.constantFrom(...extensionGround.options),
        informedBy: fc.constantFrom(...contactMeans.options),
      },
      { requiredKeys: ['because'] },
    )
    .map((extended) => ({ do: 'extend-period' as const, ...extended, by })),
  'start-plan': fixed({ do: 'start-plan', by }),
  'add-procedure': fc
    .record({ kind: fc.constantFrom(...procedureKind.options), department, dueAt: fc.oneof(soon, inAYear) })
    .map((added) => ({ do: 'add-procedure' as const, ...added, number: 'نورة 9', by })),
  'change-procedure': fc
    .record({
      procedure,
      to: fc.record(
        { state: fc.constantFrom(...procedureState.options), department, dueAt: later },
        { requiredKeys: [] },
      ),
    })
    .map((changed) => ({ do: 'change-procedure' as const, ...changed, by })),
  'meet-obstacle': fc
    .record({ procedure, kind: fc.constantFrom(...obstacleKind.options) })
    .map((met) => ({ do: 'meet-obstacle' as const, ...met, by })),
  'clear-obstacle': fc
    .constantFrom('o1', 'o2')
    .map((obstacle) => ({ do: 'clear-obstacle' as const, obstacle, by })),
  'hand-over-plan': user.map((to) => ({ do: 'hand-over-plan' as const, to, by })),
  'hear-investor': fc
    .record({ finished: fc.boolean(), means: fc.constantFrom('staff' as const, 'call' as const) })
    .map((heard) => ({ do: 'hear-investor' as const, ...heard, by })),
  'end-plan': fixed({ do: 'end-plan', by }),
  merge: fixed({ do: 'merge', into: '7M2-4K9-0131', by }),
  unmerge: fixed({ do: 'unmerge', by }),
  absorb: fc.integer({ min: -5, max: 40 }).map((hours) => ({
    do: 'absorb' as const,
    source: SOURCE,
    remaining: { firstResponse: hours * MINUTE, resolution: hours * HOUR },
    promisedFor: WORKING_MORNING + hours * HOUR,
    owedSince: WORKING_MORNING,
    by,
  })),
  release: fixed({ do: 'release', source: SOURCE, by }),
  link: linkedAs.map((as) => ({ do: 'link' as const, to: 'x', as, by })),
  unlink: linkedAs.map((as) => ({ do: 'unlink' as const, to: 'x', as, by })),
  split: fixed({
    ...{ do: 'split', message: 'm', type: 'inquiry', category: 'parking', department: 'licensing' },
    ...{ priority: 'low', by },
  }),
  watch: user.map((who) => ({ do: 'watch' as const, user: who, by })),
  unwatch: user.map((who) => ({ do: 'unwatch' as const, user: who, by })),
  retime: fixed({ do: 'retime', settings: 2, before: {} }),
  erase: fixed({ do: 'erase', because: 'request', by }),
  'answer-survey': fc
    .record({ score: fc.integer({ min: 1, max: 5 }), finished: fc.boolean(), round: fc.nat(2) })
    .map(({ score, finished, round }) => ({
      ...{ do: 'answer-survey' as const, invitation: `s${round}`, score, finished },
      ...{ language: 'ar' as const, comment: 'شكرًا من نورة' },
    })),
  'answer-outcome': fc
    .record({ score: fc.constantFrom(undefined, 1, 5), finished: fc.boolean(), round: fc.nat(2) })
    .map(({ score, finished, round }) => ({
      ...{ do: 'answer-outcome' as const, question: `c${round}`, finished, mode: 'mail' as const },
      ...{ language: 'ar' as const, comment: 'شكرًا من نورة' },
      ...(score !== undefined && { score }),
    })),
  'suspect-outcome': fixed({ do: 'suspect-outcome', question: 'c0', because: 'too-soon' }),
  'fail-check': fixed({ do: 'fail-check', day: '2026-01-04', caller: 'hidden' }),
  tick: fixed({ do: 'tick' }),
};

/** Realistic frequencies in a life of a case. An erasure ends it, and is drawn apart. So are plans. */
const FREQUENCY: Readonly<Record<CaseCommand['do'], number>> = {
  tick: 48,
  receive: 32,
  reply: 16,
  'hold-reply': 6,
  'undo-reply': 2,
  'log-contact': 12,
  'set-status': 16,
  resolve: 11,
  'answer-survey': 12,
  'answer-outcome': 7,
  'suspect-outcome': 3,
  reopen: 6,
  close: 3,
  note: 3,
  assign: 4,
  unassign: 5,
  reclassify: 3,
  correct: 3,
  split: 3,
  promise: 4,
  'withdraw-promise': 4,
  'ask-department': 8,
  'answer-request': 6,
  'withdraw-request': 4,
  'hear-department': 6,
  'ask-time': 7,
  'decide-time': 5,
  'pass-on': 6,
  'hand-over': 3,
  'take-back': 2,
  'extend-period': 6,
  'start-plan': 0,
  'add-procedure': 0,
  'change-procedure': 0,
  'meet-obstacle': 0,
  'clear-obstacle': 0,
  'hand-over-plan': 0,
  'hear-investor': 0,
  'end-plan': 0,
  merge: 3,
  unmerge: 3,
  absorb: 3,
  release: 3,
  link: 2,
  unlink: 2,
  watch: 2,
  unwatch: 2,
  retime: 4,
  'mail-failed': 3,
  'return-outcome': 2,
  'withhold-acknowledgement': 3,
  'attach-recording': 2,
  'fail-check': 2,
  restore: 3,
  open: 1,
  erase: 0,
};

/** Contacts with the beneficiary. */
export const contact: fc.Arbitrary<CaseCommand> = fc.oneof(commands.reply, commands['log-contact']);

/** Any command on an existing case, except its erasure. */
const command: fc.Arbitrary<CaseCommand> = drawn(commands, FREQUENCY);
/** The commands of an investor's plan, and the contacts and ends beside them. */
export const planned: fc.Arbitrary<CaseCommand> = fc.oneof(
  commands['start-plan'],
  commands['add-procedure'],
  commands['change-procedure'],
  commands['meet-obstacle'],
  commands['clear-obstacle'],
  commands['hand-over-plan'],
  commands['hear-investor'],
  commands['end-plan'],
  commands['log-contact'],
  commands.tick,
  commands.resolve,
  commands.reopen,
);
const ending: fc.Arbitrary<CaseCommand> = commands.erase;

/**
 * The time between steps: mostly forward, by minutes or weeks. Clocks of two machines may differ by some
 * minutes.
 */
const pace = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 40 }).map((n) => n * MINUTE) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 90 }).map((n) => n * HOUR) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 20 }).map((n) => n * DAY) },
  { weight: 1, arbitrary: fc.integer({ min: -30, max: 0 }).map((n) => n * MINUTE) },
  { weight: 2, arbitrary: fc.constant('until due' as const) },
);
/** The time between an event and its recording. */
const lag = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 600 }).map((n) => n * MINUTE) },
);

export interface Moment {
  readonly command: CaseCommand;
  readonly pace: number | 'until due';
  readonly lag: number;
}

const moment = (what: fc.Arbitrary<CaseCommand>): fc.Arbitrary<Moment> =>
  fc.record({ command: what, pace, lag });

/** A random history of a case, possibly until its erasure. */
export const history: fc.Arbitrary<Moment[]> = fc
  .tuple(
    fc.array(moment(command), { minLength: 1, maxLength: 40, size: 'max' }),
    fc.option(fc.array(moment(fc.oneof(ending, command)), { maxLength: 4, size: 'max' }), { nil: [] }),
  )
  .map(([life, after]) => [...life, ...after]);

/** A new case; one in ten was set aside as spam when it arrived, and can be restored. */
export const beginning = fc
  .record({
    type: fc.constantFrom('observation' as const, 'inquiry' as const, 'report' as const),
    priority: fc.constantFrom('urgent' as const, 'high' as const, 'normal' as const, 'low' as const),
    authenticated: fc.boolean(),
    setAside: fc.integer({ min: 1, max: 10 }).map((n) => n === 1),
  })
  .map(({ authenticated, setAside, ...over }) =>
    aCase({
      ...over,
      subject: 'بلاغ من نورة',
      beneficiary: aBeneficiary({ authenticated }),
      ...(setAside && {
        status: 'closed',
        quarantine: 'spam-verdict',
        closing: { at: WORKING_MORNING, reason: 'spam' },
        facts: [
          { at: WORKING_MORNING, type: 'opened' },
          { at: WORKING_MORNING, type: 'status', status: 'closed' },
        ],
      }),
    }),
  );
