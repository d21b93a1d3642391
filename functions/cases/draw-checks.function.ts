import { scheduledFunction } from '#shared/runtime/function.ts';
import { drawChecks } from './draw-checks.ts';
import { environments } from './env.ts';

export const drawChecksFunction = scheduledFunction({
  name: 'cases/draw-checks',
  environment: environments['cases/draw-checks'],
  every: 'day',
  run: drawChecks,
  isIdle: ({ closures, conversations }) => closures + conversations === 0,
  log: (logger, drawn) =>
    logger.info('checks-drawn', 'Closed cases and conversations were drawn to be checked.', { ...drawn }),
});
