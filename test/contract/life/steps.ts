import * as fc from 'fast-check';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

/** An action in the centre, or a failure. */
export type WorldStep =
  | { readonly do: 'open'; readonly priority: 'urgent' | 'normal' }
  | { readonly do: 'command'; readonly of: number; command(others: readonly string[]): CaseCommand }
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'sweep'; readonly times: number }
  | { readonly do: 'deliver'; readonly order: number; readonly times: number }
  /** The nth call to the store of the next action fails, before or after its effect. */
  | { readonly do: 'crash'; readonly at: number; readonly when: 'before' | 'after' };

const by = 'agent:salem' as const;
type Made = (others: readonly string[]) => CaseCommand;
const one =
  (command: CaseCommand): Made =>
  () =>
    command;
const other =
  (make: (to: string) => CaseCommand): Made =>
  (others) =>
    make(others[0] ?? '');

const COMMANDS: readonly Made[] = [
  one({ do: 'receive', channel: 'mail' }),
  one({ do: 'reply', by }),
  one({ do: 'log-contact', means: 'phone', by }),
  one({ do: 'set-status', to: 'pending-beneficiary', by }),
  one({ do: 'set-status', to: 'open', by }),
  one({ do: 'ask-department', department: 'environment', asks: false, by }),
  one({ do: 'answer-request', request: 'r1', says: false, by }),
  one({ do: 'promise', dueAt: WORKING_MORNING + 30 * HOUR, by }),
  one({ do: 'assign', to: 'huda', by }),
  one({ do: 'unassign', because: 'absence', by }),
  one({ do: 'reclassify', to: { priority: 'urgent' }, by }),
  one({ do: 'reclassify', to: { department: 'environment', priority: 'low' }, by }),
  one({ do: 'watch', user: 'huda', by }),
  one({ do: 'resolve', as: 'done', outcome: 'تم', by }),
  one({ do: 'reopen', by }),
  one({ do: 'close', reason: 'withdrawn', by }),
  other((into) => ({ do: 'merge', into, by })),
  one({ do: 'unmerge', by }),
  other((to) => ({ do: 'link', to, as: 'parent', by })),
  other((to) => ({ do: 'unlink', to, as: 'parent', by })),
  one({ do: 'erase', because: 'request', by }),
];

const step: fc.Arbitrary<WorldStep> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      priority: fc.constantFrom('urgent' as const, 'normal' as const),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      of: fc.nat(3),
      command: fc.constantFrom(...COMMANDS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('advance' as const),
      ms: fc.oneof(
        fc.integer({ min: 1, max: 50 }).map((n) => n * MINUTE),
        fc.integer({ min: 1, max: 40 }).map((n) => n * HOUR),
        fc.constant(3 * DAY),
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('sweep' as const), times: fc.integer({ min: 1, max: 2 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      order: fc.nat(99),
      times: fc.integer({ min: 1, max: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      at: fc.integer({ min: 1, max: 6 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
);

/** A life of the centre. It starts with a case, because all other steps need one. */
export const life = (longest: number): fc.Arbitrary<WorldStep[]> =>
  fc
    .array(step, { minLength: 5, maxLength: longest })
    .map((steps) => [{ do: 'open', priority: 'normal' }, ...steps]);
