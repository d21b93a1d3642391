import type { ReportTable } from '#shared/domain/reports/report-table.ts';
import { isPersonal, TABLES } from '#shared/domain/reports/tables.ts';
import { can } from '../shell/access.ts';
import type { View } from '../shell/view.ts';

/** Return the tables that a person may see. */
export const tablesFor = (view: View): readonly ReportTable[] =>
  TABLES.filter((table) => !isPersonal(table) || can(view, 'cases.supervise'));
