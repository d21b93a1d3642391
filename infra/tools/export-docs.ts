import * as z from 'zod';
import {
  CASE_LINE,
  caseLineSchema,
  EVENT_LINE,
  EXPORT_INDEX,
  eventLineSchema,
  exportIndexSchema,
} from '#shared/domain/reports/export/export-schema.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  [CASE_LINE]: caseLineSchema,
  [EVENT_LINE]: eventLineSchema,
  [EXPORT_INDEX]: exportIndexSchema,
};

/** Build the JSON Schemas of the daily export, by file name. */
export const exportSchemas = (): Map<string, string> =>
  new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`,
    ]),
  );
