import { scheduledFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { sendReports } from './send-reports.ts';

export const sendReportsFunction = scheduledFunction({
  name: 'reports/send-reports',
  environment: environments['reports/send-reports'],
  every: 'minute',
  run: sendReports,
  isIdle: ({ sent, waiting }) => sent + waiting === 0,
  log: (logger, outcome) => logger.info('reports-sent', 'Reports of the figures were sent.', { ...outcome }),
});
