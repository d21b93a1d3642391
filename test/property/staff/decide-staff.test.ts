import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideStaff, isAbsent, type StaffCommand } from '#shared/domain/staff/decide-staff.ts';
import type { StaffMember } from '#shared/domain/staff/staff-member.ts';
import { holdsInEveryLife } from '../every-life.ts';
import { drawn, type Generators } from '../generators.ts';

const commands: Generators<StaffCommand> = {
  'plan-absence': fc.record(
    {
      do: fc.constant('plan-absence' as const),
      from: fc.nat(200),
      until: fc.nat(200),
      handOverTo: fc.constantFrom('noura', 'salem'),
      by: fc.constant('agent:noura' as const),
    },
    { requiredKeys: ['do', 'from', 'by'] },
  ),
  'end-absence': fc.constant({ do: 'end-absence' as const, by: 'agent:salem' as const }),
  tick: fc.constant({ do: 'tick' as const }),
  list: fc.constant({ do: 'list' as const }),
  remove: fc.constant({ do: 'remove' as const }),
  'go-on': fc.record({
    do: fc.constant('go-on' as const),
    because: fc.constantFrom('absence', 'removal', 'return'),
    moved: fc.nat(100),
  }),
};
const command = drawn<StaffCommand>(commands, {
  ...{ 'plan-absence': 3, 'end-absence': 3, tick: 3, list: 1, remove: 1, 'go-on': 1 },
});

/** Execute commands at their times, with a tick whenever the timer of the record is due. */
function live(commands: readonly (readonly [StaffCommand, number])[], until: number) {
  let member: StaffMember | undefined;
  let isAnnounced = false;
  const apply = (one: StaffCommand, now: number): void => {
    const step = decideStaff('salem', member, one, now);
    if ('rejected' in step) return;
    member = step.state;
    for (const { type } of step.events) {
      // An absence may be published again with another colleague. A return is published only after an
      // absence.
      if (type === 'rida.agent.returned.v1') expect(isAnnounced).toBe(true);
      if (type === 'rida.agent.absent.v1' || type === 'rida.agent.returned.v1')
        isAnnounced = type === 'rida.agent.absent.v1';
    }
    // Other commands leave an absence that is due now to the tick behind them.
    const isDue = member.nextDueAt !== undefined && member.nextDueAt <= now;
    if (!isDue) expect(isAnnounced).toBe(isAbsent(member.absence, now));
  };
  const waiting = [...commands];
  for (let now = 0; now <= until; now += 1) {
    while (waiting[0] && waiting[0][1] <= now) apply((waiting.shift() as (typeof waiting)[number])[0], now);
    if (member?.nextDueAt !== undefined && member.nextDueAt <= now) apply({ do: 'tick' }, now);
  }
  return member;
}

describe('absences', () => {
  it('are told when they begin and when they end, and never of somebody who is there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(command, fc.nat(40)), { maxLength: 8 }).map((list) => {
          let at = 0;
          return list.map(([one, gap]) => {
            at += gap;
            return [one, at] as const;
          });
        }),
        (commands) => {
          const member = live(commands, 600);
          expect(member?.absence?.until).toBeUndefined();
          if (!member?.absence) expect(member?.nextDueAt).toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('a decision about a member of staff depends on nothing else, and only gives a reason when it rejects', () => {
  holdsInEveryLife<StaffMember, StaffCommand>({
    commands: command,
    begins: 0,
    decide: (state, one, now) => decideStaff('salem', state, one, now),
  });
});
