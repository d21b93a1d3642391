import type { Language } from '#events/vocabulary.ts';
import { formatInstant } from '../../text/format-instant.ts';
import {
  byLanguage,
  type FactRow,
  layOutMail,
  type RenderedMail,
  type Section,
  type SigningCentre,
} from './mail-layout.ts';
import { paragraphsOf } from './paragraphs-of.ts';
import { subjectTag } from './terms.ts';

/** The occasion of a mail to a department: a new question, one due soon, one taken back, or its wish for more time. */
export type DepartmentNews = 'question' | 'reminder' | 'withdrawn' | 'granted' | 'refused';

export interface DepartmentQuestionValues {
  readonly news: DepartmentNews;
  readonly language: Language;
  readonly reference: string;
  readonly category: Readonly<Record<Language, string>>;
  /** The district or the words about the place. */
  readonly place?: Readonly<Record<Language, string>> | undefined;
  /** The agent's question. Undefined when the case itself is the question. */
  readonly question: string | undefined;
  /** The beneficiary's text, so that the department can answer without signing in. */
  readonly beneficiaryText: string | undefined;
  /** The department that passed the question on, and its reason. */
  readonly passed?:
    | { readonly from: Readonly<Record<Language, string>>; readonly reason: string }
    | undefined;
  /** Epoch milliseconds of the due time. */
  readonly dueAt: number;
  readonly zone: string;
  /** The sealed link to the page of the request, and that to all that the department owes. */
  readonly link: string;
  readonly all: string;
  readonly centre: SigningCentre;
}

const WORDS = {
  ar: {
    title: {
      question: 'طلب إفادة من إدارتكم',
      reminder: 'تذكير: إفادة إدارتكم مطلوبة قريبًا',
      withdrawn: 'لم تعد إفادة إدارتكم مطلوبة',
      granted: 'مُدِّدت مهلة الإفادة',
      refused: 'لم تُمدَّد مهلة الإفادة',
    },
    lead: {
      question: 'نأمل الإفادة بما يلزم لإنجاز هذه المعاملة.',
      reminder: 'لم تصلنا إفادتكم بعد، والموعد قريب.',
      withdrawn: 'سُحب هذا الطلب. لا حاجة إلى إجراء منكم، وما ترسلونه بعد ذلك يُضاف إلى المعاملة.',
      granted: 'وافق المركز على المهلة التي طلبتموها.',
      refused: 'لم يوافق المركز على المهلة التي طلبتموها، ويبقى الموعد كما هو.',
    },
    said: 'ما ورد من المستفيد:',
    passed: (from: string) => `أحالت إدارة «${from}» هذا الطلب إليكم:`,
    how: 'يمكنكم الرد على هذه الرسالة مباشرة، أو الإفادة من صفحة الطلب دون تسجيل دخول: الإجابة والمرفقات وطلب مهلة والإحالة إلى إدارة أخرى. يمكن تحويل هذه الرسالة داخل الإدارة.',
    labels: ['الرقم المرجعي', 'التصنيف', 'الموقع', 'نرجو الإفادة قبل', 'فتح صفحة الطلب'],
    all: 'كل ما على إدارتكم من طلبات',
  },
  en: {
    title: {
      question: 'A question to your department',
      reminder: 'Reminder: your department’s answer is due soon',
      withdrawn: 'Your department’s answer is no longer needed',
      granted: 'You have more time to answer',
      refused: 'The time to answer stays as it is',
    },
    lead: {
      question: 'Please tell us what is needed to settle this case.',
      reminder: 'Your answer has not arrived yet, and it is due soon.',
      withdrawn:
        'This request was taken back. Nothing is asked of you; whatever you still send is added to the case.',
      granted: 'The centre agreed to the time that you asked for.',
      refused: 'The centre did not agree to the time that you asked for. The answer is due as before.',
    },
    said: 'What the beneficiary wrote:',
    passed: (from: string) => `The department “${from}” passed this request on to you:`,
    how: 'You can answer this mail directly, or on the page of the request, without signing in: answer, attach files, ask for more time, or pass it on to another department. You may forward this mail within your department.',
    labels: ['Reference', 'Category', 'Place', 'Please answer by', 'Open the request'],
    all: 'Everything your department owes',
  },
} as const;

function section(language: Language, values: DepartmentQuestionValues): Section {
  const { news, reference, category, place, question, beneficiaryText, passed, dueAt, zone } = values;
  const { title, lead, how, labels, ...w } = WORDS[language];
  const isOver = news === 'withdrawn';
  const due: FactRow = { label: labels[3], value: formatInstant(dueAt, language, zone) };
  return {
    language,
    title: title[news],
    paragraphs: [
      ...(news === 'question' && question !== undefined ? [] : [lead[news]]),
      ...(passed === undefined ? [] : [w.passed(passed.from[language]), ...paragraphsOf(passed.reason)]),
      ...(question === undefined ? [] : paragraphsOf(question)),
      ...(beneficiaryText === undefined ? [] : [w.said, ...paragraphsOf(beneficiaryText)]),
      ...(isOver ? [] : [how]),
    ],
    facts: [
      { label: labels[0], value: reference, ltr: true },
      { label: labels[1], value: category[language] },
      ...(place === undefined ? [] : [{ label: labels[2], value: place[language] }]),
      ...(isOver ? [] : [due]),
    ],
    action: { label: labels[4], href: values.link },
    leave: { label: w.all, href: values.all },
  };
}

/** Build a mail to a department about its request. It contains the beneficiary's text, but no name. */
export function departmentQuestion(values: DepartmentQuestionValues): RenderedMail {
  const { language, reference, centre, news } = values;
  const short = { ...values, question: undefined, beneficiaryText: undefined, passed: undefined };
  return layOutMail(
    {
      template: news === 'question' ? 'department-question' : `department-${news}`,
      version: 1,
      subject: `${subjectTag(reference, language)} ${WORDS[language].title[news]}`,
    },
    // The texts of agent and beneficiary appear once, in the first section.
    byLanguage(
      language,
      section('ar', language === 'ar' ? values : short),
      section('en', language === 'en' ? values : short),
    ),
    centre,
  );
}
