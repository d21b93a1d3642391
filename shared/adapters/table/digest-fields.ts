import * as z from 'zod';
import type { Digest } from '#shared/domain/notices/digest.ts';
import { instant, text } from './field-types.ts';
import { type FieldsOf, field, optional } from './fields.ts';

/** Storage format of a digest. */
export const digestFields: FieldsOf<Digest, 'id' | 'version' | 'causes'> = {
  sent: field(z.array(text)),
  nextDueAt: optional(instant),
};
