import * as z from 'zod';

/** A text that is not needed. Any other value is ignored. */
export const text = z.string().nullish().catch(undefined);
export const seconds = z.number().nonnegative().nullish().catch(undefined);

/** A text that decides what is done. Any other value is an empty text, which nothing expects. */
export const word = z.string().catch('');

/**
 * A value of an enumeration, in capitals: Connect itself writes `VOICE` in one payload and `Voice` in another.
 */
export const enumerated = z
  .string()
  .transform((value) => value.trim().toUpperCase())
  .nullish()
  .catch(undefined);

/** The id of a contact, without which a payload belongs to nothing. */
export const contactId = z.string().min(1).max(100);

/** A flat object of texts. Numbers and truth values become texts, other values are left out. */
export const texts = z
  .record(z.string(), z.unknown())
  .transform((given) =>
    Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) =>
        ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)]] : [],
      ),
    ),
  );

/** An object that is not needed. Any other value is ignored. */
export const maybe = <S extends z.ZodType>(schema: S) => schema.nullish().catch(undefined);

/** A list. Any other value is ignored, and so is an unreadable item. */
export const listOf = <S extends z.ZodType>(item: S) =>
  z
    .array(item.nullable().catch(null))
    .transform((items) => items.filter((one) => one !== null))
    .nullish()
    .catch(undefined);
