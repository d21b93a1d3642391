import * as z from 'zod';
import { actor } from '#events/vocabulary.ts';
import type { StaffMember } from '#shared/domain/staff/staff-member.ts';
import type { FieldsOf } from './fields.ts';

const at = z.int();

/** How a member of staff is stored. */
export const staffFields: FieldsOf<StaffMember, 'id' | 'version' | 'causes'> = {
  absence: {
    short: 'ab',
    schema: z.object({
      from: at,
      until: at.optional(),
      handOverTo: z.string().optional(),
      by: actor,
      begun: z.literal(true).optional(),
    }),
    optional: true,
  },
  nextDueAt: { short: 'du', schema: at, optional: true },
};
