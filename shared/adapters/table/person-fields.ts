import * as z from 'zod';
import { actor, language, preference, surveyChannel, verificationMeans } from '#events/vocabulary.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import type { ContactPoint, Person } from '#shared/domain/people/person.ts';
import { instant as at, text } from './field-types.ts';
import { type FieldsOf, field, optional } from './fields.ts';

const contact = z.object({
  kind: z.enum(everyOf<ContactPoint['kind']>()(['email', 'phone'])),
  value: text,
  beneficiaryId: text,
});

/** Storage format of a beneficiary's record. */
export const personFields: FieldsOf<Person, 'id' | 'version' | 'causes'> = {
  name: optional(text),
  contacts: field(z.array(contact)),
  joined: field(z.array(text)),
  into: optional(text),
  failing: optional(z.array(text)),
  optOuts: field(z.array(preference)),
  asked: optional(
    z.object({ at, channel: surveyChannel, about: text, until: at, also: z.array(text).optional() }),
  ),
  language: optional(language),
  verified: optional(z.object({ at, by: actor, means: verificationMeans })),
  erasedAt: optional(at),
};
