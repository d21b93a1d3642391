import { describe, expect, it } from 'vitest';
import { runClock } from '#functions/sla/clock.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import { updateStaff } from '#shared/application/update-staff.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Targets } from '#shared/domain/sla/policy.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { WorkingCentre } from './working-centre.ts';

const by = 'agent:salem' as const;

describe('a survey', () => {
  it('is not sent to somebody who asked not to get any, under whichever of their addresses', async () => {
    const centre = new WorkingCentre();
    const person = { by, at: T, recordedAt: T };
    const join = { do: 'join', other: 'b-norah', by } as const;
    await updatePerson(centre.store, { id: 'b-all', cause: 'join', command: join, ...person });
    const into = { do: 'join-into', into: 'b-all' } as const;
    await updatePerson(centre.store, { id: 'b-norah', cause: 'into', command: into, ...person });
    const optOuts = { do: 'prefer', optOuts: ['surveys'], by } as const;
    await updatePerson(centre.store, { id: 'b-all', cause: 'prefer', command: optOuts, ...person });
    const supportCase = aCase({ nextDueAt: T });
    centre.store.seed(supportCase);
    await centre.do(supportCase.id, { do: 'resolve', as: 'done', outcome: 'تم', by });
    await centre.passUntil(T + 2 * DAY, 6 * HOUR);
    const surveys = centre.announced().filter((line) => line.includes('survey'));
    expect(surveys).toEqual(['01-04 13:00 survey suppressed opted-out']);
  });
});

describe('an absence', () => {
  it('begins and ends by the clock, each told once', async () => {
    const centre = new WorkingCentre();
    const command = { do: 'plan-absence', from: T + DAY, until: T + 2 * DAY, by } as const;
    const at = { at: T, recordedAt: T, by };
    await updateStaff(centre.store, { id: 'noura', cause: 'plan', command, ...at });
    await centre.passUntil(T + 3 * DAY, 6 * HOUR);
    expect(centre.announced()).toEqual(['01-05 07:00 agent absent', '01-06 07:00 agent returned']);
  });
});

const doubled = ({ firstResponseMinutes = 0, resolutionMinutes = 0, ...rest }: Targets): Targets => ({
  ...rest,
  firstResponseMinutes: 2 * firstResponseMinutes,
  resolutionMinutes: 2 * resolutionMinutes,
});

describe('new settings', () => {
  const twice: Rules = {
    ...shippedRules,
    version: 7,
    policies: shippedRules.policies.map((policy) => {
      const { urgent, high, normal, low } = policy.targets;
      const targets = {
        urgent: doubled(urgent),
        high: doubled(high),
        normal: doubled(normal),
        low: doubled(low),
      };
      return { ...policy, targets };
    }),
  };

  it('set the timer of an open case again once, and its timeline tells which deadlines moved', async () => {
    const centre = new WorkingCentre();
    const supportCase = aCase({ nextDueAt: T + HOUR });
    centre.store.seed(supportCase);
    const deps = { ...centre.deps(), rules: rulesOf(twice), pastRules: async () => shippedRules };
    const item = { kind: 'case', id: supportCase.id, dueAt: T + HOUR, retime: { from: 6, to: 7 } } as const;
    expect([await runClock(deps, item), await runClock(deps, item)]).toEqual(['committed', 'duplicate']);
    const [event] = centre.store.commits.flatMap(({ events }) => events);
    expect(event).toMatchObject({ type: 'rida.case.retimed.v1', data: { settings: 7 } });
    expect((await centre.store.load('case', supportCase.id))?.nextDueAt).toBeGreaterThan(T + HOUR);
  });

  it('that change twice before they were told are told once, against what the case heard of last', async () => {
    const retimedBy = async (heard: readonly { from: number; to: number; inForce: Rules }[]) => {
      const centre = new WorkingCentre();
      const supportCase = aCase({ nextDueAt: T + HOUR });
      centre.store.seed(supportCase);
      const asked: number[] = [];
      const pastRules = async (version: number) => {
        asked.push(version);
        return version === 6 ? twice : shippedRules;
      };
      for (const { inForce, ...retime } of heard) {
        const deps = { ...centre.deps(), rules: rulesOf(inForce), pastRules };
        await runClock(deps, { kind: 'case', id: supportCase.id, dueAt: T + HOUR, retime });
      }
      const events = centre.store.commits.flatMap((commit) => commit.events);
      return { asked, moves: events.map(({ type, data }) => [type, 'settings' in data && data.settings]) };
    };
    const moved = (settings: number) => ['rida.case.retimed.v1', settings];
    const [at6, at7] = [
      { ...twice, version: 6 },
      { ...shippedRules, version: 7 },
    ];
    // The first change was applied to no case and the second reverted it, or the case received both.
    expect(await retimedBy([{ from: 5, to: 7, inForce: at7 }])).toEqual({ asked: [5], moves: [] });
    expect(
      await retimedBy([
        { from: 5, to: 6, inForce: at6 },
        { from: 5, to: 7, inForce: at7 },
      ]),
    ).toEqual({ asked: [5, 6], moves: [moved(6), moved(7)] });
    // A message of the first change is processed under the second, and later messages find it applied.
    const late = await retimedBy([
      { from: 5, to: 6, inForce: { ...twice, version: 7 } },
      { from: 6, to: 7, inForce: { ...twice, version: 7 } },
    ]);
    expect(late.moves).toEqual([moved(7)]);
  });

  it('that this process has not read yet are waited for', async () => {
    const centre = new WorkingCentre();
    const supportCase = aCase({ nextDueAt: T + HOUR });
    centre.store.seed(supportCase);
    const item = { kind: 'case', id: supportCase.id, dueAt: T + HOUR, retime: { from: 6, to: 7 } } as const;
    await expect(runClock(centre.deps(), item)).rejects.toThrow(
      'the settings in force are older than version 7; try again',
    );
    expect(centre.store.commits).toEqual([]);
  });
});
