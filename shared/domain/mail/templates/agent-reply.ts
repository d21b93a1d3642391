import type { CaseType } from '#events/vocabulary.ts';
import { type Language, languageOf } from '#shared/domain/text/language.ts';
import { layOutMail, type RenderedMail, type Section, type SigningCentre } from './mail-layout.ts';
import { subjectTag, TRACK, YOUR_TYPE } from './terms.ts';

export interface AgentReplyValues {
  /** The beneficiary's language, for the subject. */
  readonly language: Language;
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

/** Build an agent's reply. The frame is in the language of the agent's text, which is not translated. */
export function agentReply(values: AgentReplyValues): RenderedMail {
  const { language, reference, type, body, link, centre } = values;
  const written = languageOf(body);
  const section: Section = {
    language: written,
    title: TITLE[written](type),
    paragraphs: body
      .replace(/\r\n?/g, '\n')
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== ''),
    facts: [{ label: REFERENCE[written], value: reference, ltr: true }],
    action: { label: TRACK[written], href: link },
  };
  const subject = `${subjectTag(reference, language)} ${TITLE[language](type)}`;
  return layOutMail({ template: 'agent-reply', version: 1, subject }, [section], centre);
}
