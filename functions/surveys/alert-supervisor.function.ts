import { eventFunction } from '#shared/runtime/function.ts';
import { alertSupervisor } from './alert-supervisor.ts';
import { environments } from './env.ts';

export const alertSupervisorFunction = eventFunction({
  name: 'surveys/alert-supervisor',
  environment: environments['surveys/alert-supervisor'],
  run: alertSupervisor,
  log: (logger, outcome) =>
    logger.info('dissatisfaction-told', 'An answer was checked for dissatisfaction.', { outcome }),
});
