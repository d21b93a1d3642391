import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { clocksOf, deadlinesOf } from '#shared/domain/cases/clocks.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { isRejection } from '#shared/domain/cases/decision.ts';
import { openRequests } from '#shared/domain/cases/decisions/department.ts';
import { isRunning } from '#shared/domain/investors/plan.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { beginning, contact, history, SOURCE } from './any-command.ts';
import { latestInstant, live } from './lives.ts';

const by = 'agent:salem' as const;
const runs = { numRuns: 60, seed: 20_260_104 };

function does(state: Case, command: CaseCommand, now: number, recordedAt = now) {
  const decision = decideCase(state, command, { now, recordedAt, rules, cause: 'a-cause' });
  if (isRejection(decision)) throw new Error(decision.rejected);
  return decision;
}

/** A case after a random history, and its time. */
const lived = fc.tuple(beginning, history).map(([first, moments]) => {
  const steps = live(first, moments);
  const state = steps.at(-1)?.after ?? first;
  return { state, now: latestInstant(state, steps.at(-1)?.recordedAt ?? WORKING_MORNING) };
});
/** A case that holds no reply, which would be sent before a merge. */
const apart = ({ state }: { state: Case }) =>
  !state.merged && !state.erased && !state.heldReply && !isRunning(state.plan) && state.status !== 'closed';

describe('merging', { timeout: 60_000 }, () => {
  it('and their reversal restore a case, including its clocks', () => {
    fc.assert(
      fc.property(lived.filter(apart), fc.integer({ min: 0, max: 90 }), ({ state, now }, hours) => {
        const later = now + hours * HOUR;
        const merged = does(state, { do: 'merge', into: SOURCE, by }, now).case;
        expect(merged.nextDueAt).toBeUndefined();
        const back = does(merged, { do: 'unmerge', by }, later).case;
        const asked = openRequests(state).length > 0;
        expect(back).toMatchObject({
          status: asked ? 'open' : state.status,
          generation: state.generation,
          level: state.level,
        });
        for (const field of ['promise', 'resolution', 'closing', 'assignee'] as const)
          expect(back[field]).toEqual(state[field]);
        // A survey that waited when the case was merged is decided: it is not sent.
        const waited = state.survey?.state === 'planned';
        expect(back.survey).toEqual(waited ? { state: 'suppressed', reason: 'merged' } : state.survey);
        if (!asked) expect(deadlinesOf(back, rules, later)).toEqual(deadlinesOf(state, rules, later));
      }),
      runs,
    );
  });

  it('keeps the earliest promise of both, whichever was opened first, until they part', () => {
    const when = fc.integer({ min: 0, max: 60 * 24 }).map((n) => WORKING_MORNING - n * MINUTE);
    const priority = fc.constantFrom('urgent' as const, 'normal' as const, 'low' as const);
    const one = fc.tuple(when, priority).map(([openedAt, urgency]) => aCase({ openedAt, priority: urgency }));
    fc.assert(
      fc.property(one, one, (source, target) => {
        const now = WORKING_MORNING;
        const { events } = does(source, { do: 'merge', into: target.id, by }, now);
        const owed = events.flatMap(({ type, data }) =>
          type === 'rida.case.merged.v1' ? [data.remaining] : [],
        )[0] as { firstResponse?: number; resolution?: number };
        const whole = does(
          target,
          { do: 'absorb', source: source.id, remaining: owed, owedSince: source.openedAt, by },
          now,
        ).case;
        const [theirs, ours, both] = [source, target, whole].map((each) => clocksOf(each, rules, now).clocks);
        if (!theirs || !ours || !both) throw new Error('nothing was evaluated');
        for (const name of ['firstResponse', 'resolution'] as const) {
          // A case cannot have been late before it was opened.
          const earliest = Math.max(theirs[name].marginMs ?? 0, -ours[name].elapsedMs);
          expect(both[name].marginMs).toBe(Math.min(ours[name].marginMs ?? 0, earliest));
        }
        const parted = does(whole, { do: 'release', source: source.id, by }, now + 1).case;
        expect(deadlinesOf(parted, rules, now + 1)).toEqual(deadlinesOf(target, rules, now + 1));
      }),
      runs,
    );
  });
});

it('contacts have the same effect in every order of recording', { timeout: 60_000 }, () => {
  const commands = fc.oneof(
    contact.filter((command) => command.do === 'log-contact'),
    fc.constant<CaseCommand>({ do: 'receive', channel: 'mail' }),
  );
  const moments = fc.uniqueArray(fc.tuple(commands, fc.integer({ min: 1, max: 600 })), {
    selector: ([, minute]) => minute,
    minLength: 2,
    maxLength: 8,
  });
  const open = does(aCase(), { do: 'set-status', to: 'open', by }, WORKING_MORNING).case;
  const written = WORKING_MORNING + 11 * HOUR;
  fc.assert(
    fc.property(
      moments.chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
        ),
      ),
      (lists) => {
        const [one, other] = lists.map((list) =>
          list.reduce(
            (state, [command, minute]) =>
              does(state, command, WORKING_MORNING + minute * MINUTE, written).case,
            open,
          ),
        );
        if (!one || !other) throw new Error('nothing was lived');
        expect(clocksOf(one, rules, written)).toEqual(clocksOf(other, rules, written));
        expect(one.nextDueAt).toBe(other.nextDueAt);
        expect(isActive(one.status)).toBe(true);
      },
    ),
    runs,
  );
});
