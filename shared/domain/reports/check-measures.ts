import type { MeasureEntry } from './measure-entry.ts';

const CHECKED = ['rida.check.recorded.v1'] as const;

/** The quality of closures and conversations, from the checks of a sample. They belong to the week that is checked. */
export const CHECK_MEASURES = {
  closureErrors: {
    name: { ar: 'أُغلقت ولم تنتهِ فعلًا', en: 'Closed, and not really finished' },
    definition: {
      ar: 'من عينة عشوائية من المعاملات المغلقة كل أسبوع (5٪ وعشر على الأقل) راجعها من لم يعمل عليها: نسبة ما لم ينتهِ فعلًا.',
      en: 'Of a random sample of each week’s closed cases (5%, at least ten), checked by staff who did not work on them, the share that was not finished.',
    },
    formula: '`closure|not-finished` ÷ (`closure|not-finished` + `closure|finished`)',
    ...{ unit: 'share', better: 'less', owner: 'desk' },
    events: CHECKED,
    behind: ['closure|not-finished', 'closure|finished'],
    of: ({ checks }) => checks.closureErrors,
  },
  conversationsSolved: {
    name: { ar: 'محادثات عولج فيها الطلب', en: 'Conversations that settled the request' },
    definition: {
      ar: 'من عينة عشوائية من الرسائل والمكالمات كل أسبوع: نسبة ما عولج فيه الطلب أو وُضّح ما سيحدث ومتى.',
      en: 'Of a random sample of each week’s mails and calls, the share that settled the request, or said what follows and when.',
    },
    formula: '`conversation|solved|yes` ÷ (`conversation|solved|yes` + `conversation|solved|no`)',
    ...{ unit: 'share', better: 'more', owner: 'desk' },
    events: CHECKED,
    behind: ['conversation|solved|yes', 'conversation|solved|no'],
    of: ({ checks }) => checks.questions.find(({ id }) => id === 'solved')?.share ?? null,
  },
} as const satisfies Readonly<Record<string, MeasureEntry>>;
