import { ANSWER_TABLE } from './answer-table.ts';
import { CALL_TABLES } from './call-tables.ts';
import { FOLLOW_UP_TABLES } from './follow-up-tables.ts';
import type { ReportTable } from './report-table.ts';
import { VOLUME_TABLES } from './volume-tables.ts';
import { AGENT_TABLE, WORK_TABLES } from './work-tables.ts';

/** The tables about the work of single persons, which only some roles see. */
export const isPersonal = ({ rowsAre }: ReportTable): boolean => rowsAre === 'user';

/** Every table of the figures, in the order in which they are shown. */
export const TABLES: readonly ReportTable[] = [
  ...WORK_TABLES,
  ANSWER_TABLE,
  ...VOLUME_TABLES,
  ...CALL_TABLES,
  ...FOLLOW_UP_TABLES,
  AGENT_TABLE,
];
