import * as z from 'zod';
import { actor } from '#events/vocabulary.ts';
import type { StaffMember } from '#shared/domain/staff/staff-member.ts';
import { instant as at, flag, text } from './field-types.ts';
import { type FieldsOf, optional } from './fields.ts';

const absence = z.object({
  from: at,
  until: at.optional(),
  handOverTo: text.optional(),
  by: actor,
  begun: flag.optional(),
});

/** Storage format of a member of staff. */
export const staffFields: FieldsOf<StaffMember, 'id' | 'version' | 'causes'> = {
  absence: optional(absence),
  removed: optional(flag),
  nextDueAt: optional(at),
};
