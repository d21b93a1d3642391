import * as z from 'zod';
import type { OutboundLines } from '#shared/domain/outreach/outbound-lines.ts';
import { instant, text, whole } from './field-types.ts';
import { type FieldsOf, field } from './fields.ts';

/** Storage format of the occupied outgoing lines. */
export const linesFields: FieldsOf<OutboundLines, 'id' | 'version' | 'causes'> = {
  taken: field(z.array(z.object({ callOut: text, attempt: whole, until: instant }))),
};
