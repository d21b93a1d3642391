import type { CaseType } from '#events/vocabulary.ts';
import { type Language, languageOf, otherLanguage } from '#shared/domain/text/language.ts';
import { layOutMail, type RenderedMail, type Section, type SigningCentre } from './mail-layout.ts';
import { paragraphsOf } from './paragraphs-of.ts';
import { subjectTag, TRACK, YOUR_TYPE } from './terms.ts';

export interface AgentReplyValues {
  /** The beneficiary's language, for the subject. */
  readonly language: Language;
  /** Whether the beneficiary writes in another language: then the frame is in both of the centre's. */
  readonly both?: boolean;
  readonly reference: string;
  readonly type: CaseType;
  /** The agent's text. Empty lines separate paragraphs. */
  readonly body: string;
  /** The sealed link to the status of the case. */
  readonly link: string;
  readonly centre: SigningCentre;
}

const TITLE: Readonly<Record<Language, (type: CaseType) => string>> = {
  ar: (type) => `رد المركز بخصوص ${YOUR_TYPE[type].ar}`,
  en: (type) => `Our answer about ${YOUR_TYPE[type].en}`,
};

const REFERENCE: Readonly<Record<Language, string>> = { ar: 'الرقم المرجعي', en: 'Reference' };

const ABOVE: Readonly<Record<Language, string>> = {
  ar: 'تجدون رد المركز أعلاه.',
  en: 'You find our answer above.',
};

/**
 * Build an agent's reply. The frame is in the language of the agent's text, which is not translated, or in both
 * languages of the centre.
 */
export function agentReply(values: AgentReplyValues): RenderedMail {
  const { language, both = false, reference, type, body, link, centre } = values;
  const written = languageOf(body);
  const section = (one: Language, paragraphs: readonly string[]): Section => ({
    language: one,
    title: TITLE[one](type),
    paragraphs,
    facts: [{ label: REFERENCE[one], value: reference, ltr: true }],
    action: { label: TRACK[one], href: link },
  });
  const paragraphs = paragraphsOf(body);
  const other = otherLanguage(written);
  const first = section(written, paragraphs);
  const sections: [Section, ...Section[]] = both ? [first, section(other, [ABOVE[other]])] : [first];
  const subject = `${subjectTag(reference, language)} ${TITLE[language](type)}`;
  return layOutMail({ template: 'agent-reply', version: 1, subject }, sections, centre);
}
