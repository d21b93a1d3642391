import { queueFunction } from '#shared/runtime/function.ts';
import { runClock } from './clock.ts';
import { dueItem } from './due-item.ts';
import { environments } from './env.ts';

export const clockFunction = queueFunction({
  name: 'sla/clock',
  environment: environments['sla/clock'],
  payload: dueItem,
  run: runClock,
  trace: ({ kind, id }) => (kind === 'case' ? { caseRef: id } : kind === 'call' ? { correlationId: id } : {}),
  log: (logger, outcome, { kind }) => logger.info('ticked', 'A timer was processed.', { kind, outcome }),
});
