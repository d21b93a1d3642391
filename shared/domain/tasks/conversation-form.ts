import type { CheckMark } from '#events/task-vocabulary.ts';
import { everyOf } from '../every-of.ts';
import type { Bilingual } from '../text/bilingual.ts';

export interface ConversationQuestion {
  readonly id: string;
  readonly text: Bilingual;
}

/**
 * The forms of conversations by version. A stored result has the version of its form, so that a form is never changed:
 * a change is a new version at the end.
 */
const FORMS: readonly (readonly ConversationQuestion[])[] = [
  [
    { id: 'greeting', text: { ar: 'رحّب بالمستفيد وعرّف بالمركز', en: 'Greeted, and named the centre' } },
    {
      id: 'understood',
      text: { ar: 'فهم طلب المستفيد وتأكد منه', en: 'Understood the request, and made sure' },
    },
    {
      id: 'solved',
      text: {
        ar: 'عالج الطلب أو وضّح الخطوة التالية وموعدها',
        en: 'Settled it, or said what follows and when',
      },
    },
    { id: 'wording', text: { ar: 'لغته واضحة ومهذبة', en: 'Clear and polite wording' } },
  ],
];

/** The version of the form in force, from 1. */
export const FORM_VERSION = FORMS.length;

/** Return the questions of a version of the form. Unknown versions have none. */
export const conversationForm = (version: number = FORM_VERSION): readonly ConversationQuestion[] =>
  FORMS[version - 1] ?? [];

/** The marks of a question. */
export const CHECK_MARKS = everyOf<CheckMark>()(['yes', 'no', 'not-applicable']);

const markOf = (given: Readonly<Record<string, unknown>>, id: string): CheckMark | undefined =>
  CHECK_MARKS.find((mark) => mark === given[id]);

/** Return the questions to which a sent form has no answer. */
export const unanswered = (given: Readonly<Record<string, unknown>>): readonly ConversationQuestion[] =>
  conversationForm().filter(({ id }) => markOf(given, id) === undefined);

/** Read the marks of a sent form; undefined unless each question has one. */
export function readMarks(
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, CheckMark>> | undefined {
  if (unanswered(given).length > 0) return undefined;
  return Object.fromEntries(
    conversationForm().flatMap(({ id }) => {
      const mark = markOf(given, id);
      return mark === undefined ? [] : [[id, mark] as const];
    }),
  );
}
