import { scheduledFunction } from '#shared/runtime/function.ts';
import { keepHours } from './connect-hours.ts';
import { environments } from './env.ts';

export const connectHoursFunction = scheduledFunction({
  name: 'telephone/connect-hours',
  environment: environments['telephone/connect-hours'],
  every: 'hour',
  run: keepHours,
  log: (logger, kept) => {
    const fields = { ...kept };
    if (kept.differing.length === 0)
      logger.info('connect-hours-kept', 'The hours in Connect match the calendar.', fields);
    else {
      const differ = 'The hours in Connect differ from the calendar.';
      logger.error('connect-hours-differ', differ, undefined, fields);
    }
  },
});
