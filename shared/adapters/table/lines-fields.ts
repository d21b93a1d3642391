import * as z from 'zod';
import type { Lines } from '#shared/domain/outreach/lines.ts';
import { instant, text, whole } from './field-types.ts';
import { type FieldsOf, field } from './fields.ts';

/** How the lines that calls out occupy are stored. */
export const linesFields: FieldsOf<Lines, 'id' | 'version' | 'causes'> = {
  taken: field(z.array(z.object({ callOut: text, attempt: whole, until: instant }))),
};
