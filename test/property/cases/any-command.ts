import * as fc from 'fast-check';
import type { Command } from '#shared/domain/cases/command.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

const by = 'agent:salem' as const;
const WORK = ['open', 'pending-beneficiary', 'pending-department'] as const;
const fixed = <T extends Command>(command: T) => fc.constant<Command>(command);

/**
 * Personal data that must not exist after an erasure. The beneficiary of the builders and every free text
 * match it.
 */
export const PERSONAL = /نورة|norah/u;
export const SOURCE = '9A1-1A1-0002';

const soon = fc.integer({ min: 1, max: 200 }).map((hours) => WORKING_MORNING + hours * HOUR);
const request = fc.integer({ min: 1, max: 4 }).map((n) => `r${n}`);
const user = fc.constantFrom('salem', 'huda');
const priority = fc.constantFrom('urgent' as const, 'normal' as const, 'low' as const);
const type = fc.constantFrom('report' as const, 'complaint' as const, 'inquiry' as const);
const department = fc.constantFrom('operations', 'environment', 'nowhere');

/** Contacts with the beneficiary. */
export const contact: fc.Arbitrary<Command> = fc.oneof(
  fixed({ do: 'reply', by }),
  fc.constantFrom(...WORK).map((thenStatus): Command => ({ do: 'reply', by, thenStatus })),
  fc
    .constantFrom('phone' as const, 'visit' as const)
    .map((means): Command => ({ do: 'log-contact', means, by })),
);

/** Work on the case. */
const deskWork: fc.Arbitrary<Command> = fc.oneof(
  fixed({ do: 'note', by }),
  user.map((to): Command => ({ do: 'assign', to, by })),
  fixed({ do: 'unassign', by, because: 'staff' }),
  fc
    .oneof(fc.record({ priority, department, type }), fc.record({ type }), fc.record({ priority }))
    .map((to): Command => ({ do: 'reclassify', to, by })),
  fixed({
    ...{ do: 'split', message: 'm', type: 'inquiry', category: 'parking', department: 'licensing' },
    ...{ priority: 'low', by },
  }),
);

/** Promises to the beneficiary, and requests to departments. */
const undertaking: fc.Arbitrary<Command> = fc.oneof(
  soon.map((dueAt): Command => ({ do: 'promise', dueAt, by })),
  fixed({ do: 'withdraw-promise', by }),
  fc
    .record({ department: fc.constantFrom('operations', 'planning'), asks: fc.boolean() })
    .map((asked): Command => ({ do: 'ask-department', ...asked, by })),
  soon.map((dueAt): Command => ({ do: 'ask-department', department: 'planning', dueAt, asks: true, by })),
  request.map(
    (id): Command => ({ do: 'answer-request', request: id, says: true, by: 'department:planning' }),
  ),
  request.map((id): Command => ({ do: 'withdraw-request', request: id, by })),
);

/** Links to other cases, and watchers. */
const commitmentCommand: fc.Arbitrary<Command> = fc.oneof(
  fixed({ do: 'merge', into: '7M2-4K9-0131', by }),
  fixed({ do: 'unmerge', by }),
  fc.integer({ min: -5, max: 40 }).map(
    (hours): Command => ({
      do: 'absorb',
      source: SOURCE,
      remaining: { firstResponse: hours * MINUTE, resolution: hours * HOUR },
      promisedFor: WORKING_MORNING + hours * HOUR,
      owedSince: WORKING_MORNING,
      by,
    }),
  ),
  fixed({ do: 'release', source: SOURCE, by }),
  fc
    .constantFrom('related' as const, 'child' as const)
    .chain((as) =>
      fc.constantFrom<Command>({ do: 'link', to: 'x', as, by }, { do: 'unlink', to: 'x', as, by }),
    ),
  user.chain((who) =>
    fc.constantFrom<Command>({ do: 'watch', user: who, by }, { do: 'unwatch', user: who, by }),
  ),
);

/** Resolving, closing and reopening. */
const turning: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fixed({ do: 'resolve', outcome: 'أنجزت نورة معاملتها', by }) },
  { weight: 2, arbitrary: fixed({ do: 'reopen', by }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('withdrawn' as const, 'spam' as const, 'duplicate' as const)
      .map((reason): Command => ({ do: 'close', reason, by })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ score: fc.integer({ min: 1, max: 5 }), finished: fc.boolean(), round: fc.nat(2) })
      .map(
        ({ score, finished, round }): Command => ({
          ...{ do: 'answer-survey', invitation: `s${round}`, score, finished, language: 'ar' },
          comment: 'شكرًا من نورة',
        }),
      ),
  },
);

const heard: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fixed({ do: 'receive', channel: 'mail', lastMessageId: '<norah@b.example>' }) },
  { weight: 1, arbitrary: fixed({ do: 'receive', channel: 'mail', automatic: 'out-of-office' }) },
);

/** Any command on an existing case, with realistic frequencies; `erase` and `retime` are rare. */
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 12, arbitrary: fixed({ do: 'tick' }) },
  { weight: 8, arbitrary: heard },
  { weight: 6, arbitrary: contact },
  { weight: 4, arbitrary: fc.constantFrom(...WORK).map((to): Command => ({ do: 'set-status', to, by })) },
  { weight: 7, arbitrary: turning },
  { weight: 4, arbitrary: deskWork },
  { weight: 6, arbitrary: undertaking },
  { weight: 4, arbitrary: commitmentCommand },
  { weight: 1, arbitrary: fixed({ do: 'retime', settings: 2, before: {} }) },
);
const ending = fixed({ do: 'erase', because: 'request', by });

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
  readonly command: Command;
  readonly pace: number | 'until due';
  readonly lag: number;
}

const moment = (what: fc.Arbitrary<Command>): fc.Arbitrary<Moment> => fc.record({ command: what, pace, lag });

/** A random history of a case, possibly until its erasure. */
export const history: fc.Arbitrary<Moment[]> = fc
  .tuple(
    fc.array(moment(command), { minLength: 1, maxLength: 40, size: 'max' }),
    fc.option(fc.array(moment(fc.oneof(ending, command)), { maxLength: 4, size: 'max' }), { nil: [] }),
  )
  .map(([life, after]) => [...life, ...after]);

export const beginning = fc
  .record({
    type: fc.constantFrom('observation' as const, 'inquiry' as const, 'report' as const),
    priority: fc.constantFrom('urgent' as const, 'high' as const, 'normal' as const, 'low' as const),
    authenticated: fc.boolean(),
  })
  .map((over) =>
    aCase({
      ...over,
      subject: 'بلاغ من نورة',
      beneficiary: aBeneficiary({ authenticated: over.authenticated }),
    }),
  );
