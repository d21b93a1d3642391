import { describe, expect, it } from 'vitest';
import type { RidaEvent } from '#events/registry.ts';
import { TaskRefused, taskForDeadline } from '#functions/outreach/task-for-deadline.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { TaskGiven, TaskOrder } from '#shared/ports/telephone-system.ts';
import { aCase } from '#test/builders/a-case.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

type Deadline = Extract<RidaEvent, { type: 'rida.sla.warned.v1' | 'rida.sla.breached.v1' }>;

async function reminded(
  over: Partial<Case>,
  tier: 'warned' | 'breached',
  clock: Deadline['data']['clock'],
  answer: TaskGiven | 'off' = { contactId: 'task-1' },
) {
  const supportCase = aCase(over);
  const orders: TaskOrder[] = [];
  const task = async (order: TaskOrder): Promise<TaskGiven> => {
    orders.push(order);
    return answer === 'off' ? { refused: 'limit' } : answer;
  };
  const at = new Date(WORKING_MORNING).toISOString();
  const event = {
    ...{
      id: 'e1',
      type: `rida.sla.${tier}.v1`,
      source: 'rida.sla',
      subject: supportCase.id,
      subjectVersion: 1,
    },
    ...{ time: at, recordedTime: at, correlationId: 'c', causationId: 'c' },
    data: { clock, tell: 'assignee', dueAt: at, department: supportCase.department },
  } as unknown as Deadline;
  const deps = {
    ...{ store: new MemoryStore().seed(supportCase), rules: rulesOf() },
    ...(answer !== 'off' && { telephone: { task } }),
  };
  return { outcome: taskForDeadline(deps, event), orders, currentCase: supportCase };
}

describe('a deadline becomes a task', () => {
  it('when a promise to a beneficiary is near, with the case it is about and nothing of the person', async () => {
    const { outcome, orders, currentCase: supportCase } = await reminded({}, 'warned', 'followUp');
    expect(await outcome).toBe('promise-near');
    expect(orders[0]).toMatchObject({
      ...{ flow: 'outbound/task', url: `${shippedRules.centre.publicUrl}/cases/${supportCase.id}` },
      attributes: { caseRef: supportCase.id, line: 'general', language: 'ar' },
    });
    expect(orders[0]?.name).toContain(supportCase.id);
    expect(JSON.stringify(orders)).not.toContain('نورة');
  });

  it.each([
    [{}, 'breached', 'followUp', 'promise-missed'],
    [{ segment: 'investor' }, 'breached', 'department', 'step-late'],
    [{}, 'breached', 'department', 'nobody'],
    [{ segment: 'investor' }, 'warned', 'department', 'nobody'],
    [{}, 'warned', 'resolution', 'nobody'],
    [{ status: 'resolved' }, 'breached', 'followUp', 'nobody'],
  ] as const)('of %o, %s, %s: %s', async (over, tier, clock, outcome) => {
    expect(await (await reminded(over, tier, clock)).outcome).toBe(outcome);
  });

  it('nowhere when agents have no tasks', async () => {
    expect(await (await reminded({}, 'warned', 'followUp', 'off')).outcome).toBe('off');
  });

  it.each([
    ['throttled', 60_000],
    ['limit', 7_200_000],
  ] as const)('later when it is refused as %s', async (refused, retryAfterMs) => {
    const { outcome } = await reminded({}, 'warned', 'followUp', { refused });
    await expect(outcome).rejects.toBeInstanceOf(TaskRefused);
    await expect(outcome).rejects.toMatchObject({ retryAfterMs });
  });
});
