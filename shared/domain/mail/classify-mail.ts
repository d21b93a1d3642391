import { isArabicScript } from '#shared/domain/text/written-language.ts';
import { type Categories, type Classification, classify } from './classify.ts';
import { OTHER_CATEGORY } from './data/category-names.ts';
import { type Urgency, urgencyOf } from './urgency.ts';

/** The proposal for a mail: its classification, and how urgent its words are. */
export interface MailProposal extends Classification {
  readonly urgency: Urgency;
}

/**
 * Classify a mail by its words. The words are Arabic and English: in another language, similar words mean something
 * else, so nothing is guessed. Danger in English words counts in a language of Latin letters, which borrows them.
 * @param writtenIn the language of the mail, when it is neither Arabic nor English
 * @param categories the categories of the settings, with words of their own
 */
export function classifyMail(
  subject: string,
  text: string,
  writtenIn: string | undefined,
  categories?: Categories,
): MailProposal {
  const urgency = urgencyOf(`${subject}\n${text}`);
  if (writtenIn === undefined) return { ...classify(subject, text, categories), urgency };
  return {
    ...{ type: 'inquiry', category: OTHER_CATEGORY.id, confident: false, reasons: [`language:${writtenIn}`] },
    urgency: isArabicScript(writtenIn) ? 'normal' : urgency,
  };
}
