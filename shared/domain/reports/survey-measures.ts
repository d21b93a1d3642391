import type { Share } from '../statistics/wilson.ts';
import type { Figures } from './figures-of.ts';
import type { MeasureEntry } from './measure-entry.ts';
import type { SurveyMode } from './satisfaction.ts';

const satisfied =
  (mode: SurveyMode) =>
  ({ satisfaction }: Figures): Share | null =>
    satisfaction.find((one) => one.mode === mode)?.topTwo ?? null;

/** Satisfaction, by the way of asking. Ways are never pooled, because they are not comparable. */
export const SURVEY_MEASURES = {
  satisfiedMail: {
    name: { ar: 'راضون، بالبريد', en: 'Satisfied, by mail' },
    definition: {
      ar: 'نسبة من أجاب بـ 4 أو 5 على استبيان البريد.',
      en: 'Of the answers to the survey by mail, the share with 4 or 5.',
    },
    formula: '(`score|mail|4` + `score|mail|5`) ÷ `score|mail`',
    ...{ unit: 'share', better: 'more', owner: 'satisfaction' },
    events: ['rida.survey.answered.v1'],
    of: satisfied('mail'),
  },
  satisfiedPhone: {
    name: { ar: 'راضون، باتصال لاحق', en: 'Satisfied, by a later call' },
    definition: {
      ar: 'نسبة من أجاب بـ 4 أو 5 في اتصال من المركز بعد المعاملة.',
      en: 'Of the answers in a call of the centre after the case, the share with 4 or 5.',
    },
    formula: '(`score|phone|4` + `score|phone|5`) ÷ `score|phone`',
    ...{ unit: 'share', better: 'more', owner: 'satisfaction' },
    events: ['rida.survey.answered.v1'],
    of: satisfied('phone'),
  },
  satisfiedCall: {
    name: { ar: 'راضون عن المكالمة', en: 'Satisfied with the call' },
    definition: {
      ar: 'نسبة من قيّم مكالمته بـ 4 أو 5 في نهايتها.',
      en: 'Of the ratings at the end of a call, the share with 4 or 5.',
    },
    formula: '(`score|call|4` + `score|call|5`) ÷ `score|call`',
    ...{ unit: 'share', better: 'more', owner: 'satisfaction' },
    events: ['rida.call.rated.v1'],
    of: satisfied('call'),
  },
  suppressed: {
    name: { ar: 'لم يُسأل أصحابها عن رضاهم', en: 'Surveys not sent' },
    definition: {
      ar: 'استبيانات لم تُرسل، لكل منها سبب مسجّل.',
      en: 'Surveys that were not sent, each with a recorded reason.',
    },
    formula: '`suppressed`',
    ...{ unit: 'count', better: 'neither', owner: 'satisfaction' },
    events: ['rida.survey.suppressed.v1', 'rida.outcome.returned.v1'],
    behind: ['suppressed'],
    of: ({ suppressed }) => suppressed.reduce((sum, { count }) => sum + count, 0),
  },
} as const satisfies Readonly<Record<string, MeasureEntry>>;
