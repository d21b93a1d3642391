import { CALL_MEASURES } from './call-measures.ts';
import { CHECK_MEASURES } from './check-measures.ts';
import { DESK_MEASURES } from './desk-measures.ts';
import { INVESTOR_MEASURES } from './investor-measures.ts';
import type { MeasureEntry } from './measure-entry.ts';
import { RECOVERY_MEASURES } from './recovery-measures.ts';
import { RESPONSE_MEASURES } from './response-measures.ts';
import { SURVEY_MEASURES } from './survey-measures.ts';

/** The registry of the measures that are one number, in the order in which leadership asks. */
const ENTRIES = {
  ...{ ...DESK_MEASURES, ...RESPONSE_MEASURES, ...SURVEY_MEASURES, ...RECOVERY_MEASURES, ...CHECK_MEASURES },
  ...{ ...CALL_MEASURES, ...INVESTOR_MEASURES },
};

export type MeasureId = keyof typeof ENTRIES;

/** Pages, mails, files and the table of `functions/reports/measures.md` show the measures from here. */
export const CATALOGUE: Readonly<Record<MeasureId, MeasureEntry>> = ENTRIES;

export const MEASURE_IDS = Object.keys(CATALOGUE) as readonly MeasureId[];
