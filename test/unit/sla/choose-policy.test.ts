import { expect, test } from 'vitest';
import { choosePolicy } from '#shared/domain/sla/choose-policy.ts';
import { policies } from '#shared/domain/sla/data/policies.ts';
import { CLOCK_NAMES, type PolicyConditions, PRIORITIES, targetOf } from '#shared/domain/sla/policy.ts';

const [base] = policies;
if (base === undefined) throw new Error('policies are shipped');
const policy = (id: string, when: PolicyConditions) => ({ ...base, id, when });
const traits = {
  type: 'report',
  category: 'roads',
  segment: 'investor',
  priority: 'high',
  channel: 'mail',
  department: 'works',
} as const;

test.each<[string, PolicyConditions, boolean]>([
  ['no condition', {}, true],
  [
    'every condition',
    {
      types: ['report'],
      categories: ['roads'],
      segments: ['investor'],
      priorities: ['high'],
      channels: ['mail'],
      departments: ['works'],
    },
    true,
  ],
  ['another type', { types: ['inquiry'] }, false],
  ['another category', { categories: ['water'] }, false],
  ['another segment', { segments: ['citizen'] }, false],
  ['another priority', { priorities: ['low', 'normal'] }, false],
  ['another channel', { channels: ['phone'] }, false],
  ['another department', { departments: ['care'] }, false],
])('%s', (_, when, chosen) => {
  expect(choosePolicy([policy('only', when)], traits)?.id).toBe(chosen ? 'only' : undefined);
});

test('the first match wins', () => {
  const list = [policy('vip', { segments: ['investor'] }), policy('report', { types: ['report'] })];
  expect(choosePolicy(list, traits)?.id).toBe('vip');
});

test('a condition on something the case does not have is not fulfilled', () => {
  expect(
    choosePolicy([policy('only', { categories: ['roads'] })], { type: 'report', priority: 'low' }),
  ).toBeNull();
});

test.each([
  ['complaint', 'complaint'],
  ['report', 'report'],
  ['inquiry', 'inquiry'],
  ['observation', 'observation'],
  ['something else', 'observation'],
])('a shipped policy for every case: %s', (type, id) => {
  expect(choosePolicy(policies, { type, priority: 'normal' })?.id).toBe(id);
});

test.each(['urgent', 'high', 'normal', 'low'] as const)(
  'a request about personal data has the 30 days of the law, in calendar time, whatever its priority (%s)',
  (priority) => {
    const shipped = choosePolicy(policies, { type: 'data-request', priority });
    expect(shipped?.id).toBe('data-request');
    expect(shipped?.calendarId).toBe('always');
    expect(shipped?.targets[priority].resolutionMinutes).toBe(30 * 24 * 60);
    expect(shipped?.pauseStatuses.resolution).toEqual([]);
  },
);

test('thanks wait for nothing', () => {
  const shipped = choosePolicy(policies, { type: 'thanks', priority: 'urgent' });
  expect(shipped?.id).toBe('thanks');
  for (const priority of PRIORITIES) {
    for (const clock of CLOCK_NAMES) {
      if (shipped && clock !== 'followUp' && clock !== 'touch')
        expect(targetOf(shipped, priority, clock)).toBeNull();
    }
  }
});

test('the more urgent, the less time; and the first response comes before the resolution', () => {
  for (const shipped of policies.filter(({ id }) => id !== 'thanks')) {
    for (const clock of CLOCK_NAMES) {
      if (clock === 'followUp' || clock === 'touch') continue;
      const allowed = PRIORITIES.map((priority) => targetOf(shipped, priority, clock) ?? 0);
      expect(allowed).toEqual([...allowed].sort((a, b) => a - b));
      expect(allowed[0]).toBeGreaterThan(0);
    }
    for (const priority of PRIORITIES) {
      expect(targetOf(shipped, priority, 'firstResponse')).toBeLessThan(
        targetOf(shipped, priority, 'resolution') ?? 0,
      );
    }
  }
});
