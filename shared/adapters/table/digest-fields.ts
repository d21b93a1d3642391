import * as z from 'zod';
import { notice } from '#events/vocabulary.ts';
import type { Digest } from '#shared/domain/notices/digest.ts';
import { instant, whole } from './field-types.ts';
import { type FieldsOf, field, optional } from './fields.ts';

/** Storage format of a digest. */
export const digestFields: FieldsOf<Digest, 'id' | 'version' | 'causes'> = {
  notices: field(z.array(notice)),
  more: field(whole),
  nextDueAt: optional(instant),
};
