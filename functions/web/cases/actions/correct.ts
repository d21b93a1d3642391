import * as z from 'zod';
import { type CorrectedField, formOfAddress } from '#events/vocabulary.ts';
import {
  CORRECTED_FIELDS,
  type Correction,
  correctedCase,
  type Facts,
  factsOf,
} from '#shared/domain/cases/correction.ts';
import { LONGEST_LINK, positionIn } from '#shared/domain/places/place.ts';
import { positionText } from '#shared/domain/places/position.ts';
import { contactFrom } from '../../shell/contact-from.ts';
import { by, form } from './action-input.ts';

const line = (longest: number) => z.string().trim().max(longest);

/** The facts of a case as people type them. An empty field removes the fact. */
export const factFields = z.object({
  subject: line(200),
  name: line(60),
  formOfAddress: z.union([z.literal(''), formOfAddress]).optional(),
  email: line(320),
  phone: line(40),
  district: line(40),
  words: line(300),
  position: line(LONGEST_LINK),
  service: line(40),
});
type TypedFacts = z.infer<typeof factFields>;

/** Return a fact of a case as it is shown in its field. */
export function typedFact(state: Facts, name: CorrectedField) {
  const { position } = state.place ?? {};
  return name === 'position' && position ? positionText(position) : factsOf(state)[name];
}

type Read = { readonly to: Correction } | { readonly wrong: string };

const orNull = (text: string): string | null => (text === '' ? null : text);

function contact(text: string, kind: 'email' | 'phone'): Read {
  if (text === '') return { to: { [kind]: null } };
  const found = contactFrom(text);
  if (!found || !(kind in found)) return { wrong: kind };
  // The letters of an address are kept as they were typed.
  return { to: kind === 'email' ? { email: text } : found };
}

function position(text: string): Read {
  if (text === '') return { to: { position: null } };
  const { place, outside } = positionIn(text);
  if (place?.position ?? place?.link) return { to: { position: place } };
  return { wrong: outside ? 'position.outside' : 'position' };
}

const READERS: Readonly<Record<CorrectedField, (text: string) => Read>> = {
  subject: (text) => (text === '' ? { wrong: 'subject' } : { to: { subject: text } }),
  name: (text) => ({ to: { name: orNull(text) } }),
  formOfAddress: (text) => {
    const { data = null } = formOfAddress.safeParse(text);
    return { to: { formOfAddress: data } };
  },
  email: (text) => contact(text, 'email'),
  phone: (text) => contact(text, 'phone'),
  district: (text) => ({ to: { district: orNull(text) } }),
  words: (text) => ({ to: { words: orNull(text) } }),
  position,
  service: (text) => ({ to: { service: orNull(text) } }),
};

/** Read the facts that differ from those of a case, or the names of the wrong fields. */
export function correctionFrom(
  typed: { readonly [K in keyof TypedFacts]?: string | undefined },
  state: Facts,
): { readonly to: Correction } | { readonly wrong: string[] } {
  const read = CORRECTED_FIELDS.flatMap((field): Read[] => {
    const text = typed[field];
    return text === undefined || text === typedFact(state, field) ? [] : [READERS[field](text)];
  });
  const wrong = read.flatMap((one) => ('wrong' in one ? [one.wrong] : []));
  if (wrong.length > 0) return { wrong };
  return { to: Object.assign({}, ...read.map((one) => ('to' in one ? one.to : {}))) };
}

/** The form of the details, or the button that confirms a recognised service. */
const correctionForm = factFields.partial().extend({ confirmed: z.literal('service').optional() });

/** Correct name, contact, subject, place and service. The old and new texts are kept beside the case. */
export const correctAction = form(correctionForm, ({ confirmed, ...typed }, asking) => {
  const { supportCase } = asking;
  if (confirmed !== undefined && supportCase.service !== undefined)
    return { command: { do: 'correct', to: { service: supportCase.service }, says: false, by: by(asking) } };
  const read = correctionFrom(typed, supportCase);
  if ('wrong' in read) return read;
  const [from, to] = [factsOf(supportCase), factsOf(correctedCase(supportCase, read.to))];
  const corrections = CORRECTED_FIELDS.filter((field) => from[field] !== to[field]).map((field) => ({
    ...{ field, from: from[field], to: to[field] },
  }));
  return {
    command: { do: 'correct', to: read.to, says: corrections.length > 0, by: by(asking) },
    ...(corrections.length > 0 && { message: { direction: 'note', text: '', corrections } as const }),
  };
});
