import type { MeasureEntry } from './measure-entry.ts';

const OPENED = ['rida.recovery.opened.v1', 'rida.recovery.ended.v1'] as const;
const REACHED =
  '(`loop-ended|settled` + `loop-ended|not-settled` + `loop-ended|declined` + `loop-ended|wrong-matter`)';

/** Dissatisfied people and the recovery of their matter. All belong to the day of the answer. */
export const RECOVERY_MEASURES = {
  dissatisfied: {
    name: { ar: 'إجابات غير راضية', en: 'Dissatisfied answers' },
    definition: {
      ar: 'إجابات بدرجة منخفضة، أو بأن الأمر لم ينتهِ حيث لا معاملة يُعاد فتحها. لا يُعد منها ما صحّحه صاحبه خلال نصف ساعة.',
      en: 'Answers with a low score, or about an unfinished matter that reopens no case. Corrected ones do not count.',
    },
    formula: '`loop-opened`',
    ...{ unit: 'count', better: 'less', owner: 'satisfaction' },
    events: OPENED,
    behind: ['loop-opened'],
    of: ({ loops }) => loops.opened,
  },
  loopsClosed: {
    name: { ar: 'تواصلنا مع صاحب الإجابة غير الراضية', en: 'Dissatisfied people who were reached' },
    definition: {
      ar: 'من الإجابات غير الراضية في الفترة: نسبة ما تحدث المركز مع صاحبها وسجّل النتيجة. ما زال بعضها في موعده، فقد ترتفع النسبة.',
      en: 'Of the dissatisfied answers of the period, the share whose person was spoken to since. It may still rise.',
    },
    formula: `${REACHED} ÷ \`loop-opened\``,
    ...{ unit: 'share', better: 'more', owner: 'satisfaction' },
    events: OPENED,
    behind: ['loop-opened'],
    of: ({ loops }) => loops.closed,
  },
  loopsInTime: {
    name: { ar: 'تواصلنا معه في الموعد', en: 'Dissatisfied people reached in time' },
    definition: {
      ar: 'من الإجابات غير الراضية في الفترة: نسبة ما تحدث المركز مع صاحبها قبل انتهاء المهلة.',
      en: 'Of the dissatisfied answers of the period, the share whose person was spoken to by the due time.',
    },
    formula: '`loop-in-time` ÷ `loop-opened`',
    ...{ unit: 'share', better: 'more', owner: 'satisfaction' },
    events: OPENED,
    behind: ['loop-opened'],
    of: ({ loops }) => loops.inTime,
  },
  loopMedian: {
    name: { ar: 'تحدثنا مع نصفهم خلال', en: 'Half of them were reached within' },
    definition: {
      ar: 'وسيط وقت العمل من الإجابة غير الراضية إلى الحديث مع صاحبها، بدقة 5٪. من لم نصل إليه ليس منه.',
      en: 'The median working time from the answer until its person was reached, accurate to 5%; only of those reached.',
    },
    formula: 'the 50th percentile of `loop-worked`',
    ...{ unit: 'working-minutes', better: 'less', owner: 'satisfaction' },
    events: ['rida.recovery.ended.v1'],
    behind: ['loop-worked'],
    of: ({ loops }) => loops.medianMinutes,
    quantile: { share: 0.5, of: ({ loops }) => loops.worked },
  },
} as const satisfies Readonly<Record<string, MeasureEntry>>;
