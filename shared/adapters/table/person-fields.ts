import * as z from 'zod';
import { actor, language, preference } from '#events/vocabulary.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { FieldsOf } from './fields.ts';
import { renamed } from './renamed.ts';

const at = z.int();
const text = z.string();

const contact = renamed(
  { kind: 'k', value: 'v', beneficiaryId: 'b' },
  z.object({ kind: z.enum(['email', 'phone']), value: text, beneficiaryId: text }),
);

/** How what is known of a beneficiary is stored. */
export const personFields: FieldsOf<Person, 'id' | 'version' | 'causes'> = {
  name: { short: 'n', schema: text, optional: true },
  contacts: { short: 'c', schema: z.array(contact) },
  joined: { short: 'j', schema: z.array(text) },
  into: { short: 'in', schema: text, optional: true },
  failing: { short: 'fl', schema: z.array(text), optional: true },
  optOuts: { short: 'o', schema: z.array(preference) },
  language: { short: 'l', schema: language, optional: true },
  verified: {
    short: 'vf',
    schema: z.object({ at, by: actor, means: z.enum(['nafath', 'document', 'call-back']) }),
    optional: true,
  },
  erasedAt: { short: 'e', schema: at, optional: true },
};
