import type { LowAnswer, Task } from '#shared/domain/tasks/task.ts';

/** A dissatisfied answer to the survey of a case. */
const aLowAnswer = (over: Partial<LowAnswer> = {}): LowAnswer => ({
  ...{ about: 'case:4K7-2M9-0382:s0', seen: 6, state: 'open', source: 'mail', score: 1, finished: true },
  ...{ at: 1000, dueAt: 9000, case: '4K7-2M9-0382', department: 'roads' },
  ...over,
});

/** The recovery of a dissatisfied person. */
export const aTask = (over: Partial<Task> = {}): Task => ({
  ...{ id: 'recovery-norah', version: 0, causes: [], kind: 'recovery', openedAt: 1000, dueAt: 9000 },
  recovery: { answers: [aLowAnswer()], attempts: [] },
  ...over,
});
