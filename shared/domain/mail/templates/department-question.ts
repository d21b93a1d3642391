import type { Language } from '#events/vocabulary.ts';
import { formatInstant } from '../../text/format-instant.ts';
import { inOrder, layOut, type RenderedMail, type Section, type SigningCentre } from './layout.ts';
import { subjectTag } from './terms.ts';

export interface DepartmentQuestionValues {
  readonly language: Language;
  readonly reference: string;
  readonly category: Readonly<Record<Language, string>>;
  /** What an agent asks; undefined when the case itself is the question. */
  readonly question: string | undefined;
  /** What the beneficiary wrote, so that nobody has to sign in to answer. */
  readonly said: string | undefined;
  /** Epoch milliseconds until when an answer is expected. */
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

const paragraphs = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

function section(language: Language, values: DepartmentQuestionValues): Section {
  const { reference, category, question, said, dueAt, zone, link } = values;
  const { title, ask, how, labels, ...w } = WORDS[language];
  return {
    language,
    title,
    paragraphs: [
      ...(question === undefined ? [ask] : paragraphs(question)),
      ...(said === undefined ? [] : [w.said, ...paragraphs(said)]),
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

/** Asks a department for its answer. Names no beneficiary: only what was said. */
export function departmentQuestion(values: DepartmentQuestionValues): RenderedMail {
  const { language, reference, centre } = values;
  const english = section('en', { ...values, question: undefined, said: undefined });
  return layOut(
    {
      template: 'department-question',
      version: 1,
      subject: `${subjectTag(reference, language)} ${WORDS[language].title}`,
    },
    // The words of agent and beneficiary stand once, in the first part.
    inOrder(language, section('ar', values), english),
    centre,
  );
}
