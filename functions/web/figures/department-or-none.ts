import { NO_DEPARTMENT } from '#shared/domain/reports/recovery-counters.ts';
import { departmentName, type View } from '../shell/view.ts';

const none = { ar: 'بلا إدارة', en: 'No department' };

/** Return the name of the department of a counter, or that there is none. */
export const departmentOrNone = (id: string, view: Pick<View, 'language' | 'rules'>): string =>
  id === NO_DEPARTMENT ? none[view.language] : departmentName(view, id);
