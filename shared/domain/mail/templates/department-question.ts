import type { Language } from '#events/vocabulary.ts';
import { formatInstant } from '../../text/format-instant.ts';
import {
  byLanguage,
  layOutMail,
  type RenderedMail,
  type Section,
  type SigningCentre,
} from './mail-layout.ts';
import { paragraphsOf } from './paragraphs-of.ts';
import { subjectTag } from './terms.ts';

export interface DepartmentQuestionValues {
  readonly language: Language;
  readonly reference: string;
  readonly category: Readonly<Record<Language, string>>;
  /** The agent's question. Undefined when the case itself is the question. */
  readonly question: string | undefined;
  /** The beneficiary's text, so that the department can answer without signing in. */
  readonly beneficiaryText: string | undefined;
  /** Epoch milliseconds of the due time. */
  readonly dueAt: number;
  readonly zone: string;
  readonly link: string;
  readonly centre: SigningCentre;
}

const WORDS = {
  ar: {
    title: 'طلب إفادة من قسمكم',
    ask: 'نأمل الإفادة بما يلزم لإنجاز هذه المعاملة.',
    said: 'ما ورد من المستفيد:',
    how: 'يمكنكم الرد على هذه الرسالة مباشرة، أو من صفحة المعاملة.',
    labels: ['الرقم المرجعي', 'التصنيف', 'نرجو الإفادة قبل', 'افتح المعاملة'],
  },
  en: {
    title: 'A question to your department',
    ask: 'Please tell us what is needed to settle this case.',
    said: 'What the beneficiary wrote:',
    how: 'You can answer this mail directly, or on the page of the case.',
    labels: ['Reference', 'Category', 'Please answer by', 'Open the case'],
  },
} as const;

function section(language: Language, values: DepartmentQuestionValues): Section {
  const { reference, category, question, beneficiaryText, dueAt, zone, link } = values;
  const { title, ask, how, labels, ...w } = WORDS[language];
  return {
    language,
    title,
    paragraphs: [
      ...(question === undefined ? [ask] : paragraphsOf(question)),
      ...(beneficiaryText === undefined ? [] : [w.said, ...paragraphsOf(beneficiaryText)]),
      how,
    ],
    facts: [
      { label: labels[0], value: reference, ltr: true },
      { label: labels[1], value: category[language] },
      { label: labels[2], value: formatInstant(dueAt, language, zone) },
    ],
    action: { label: labels[3], href: link },
  };
}

/** Build the question to a department. It contains the beneficiary's text, but no name. */
export function departmentQuestion(values: DepartmentQuestionValues): RenderedMail {
  const { language, reference, centre } = values;
  const english = section('en', { ...values, question: undefined, beneficiaryText: undefined });
  return layOutMail(
    {
      template: 'department-question',
      version: 1,
      subject: `${subjectTag(reference, language)} ${WORDS[language].title}`,
    },
    // The texts of agent and beneficiary appear once, in the first section.
    byLanguage(language, section('ar', values), english),
    centre,
  );
}
