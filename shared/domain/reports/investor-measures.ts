import type { MeasureEntry } from './measure-entry.ts';

/** Plans of investors, their contacts and obstacles. */
export const INVESTOR_MEASURES = {
  investorPlans: {
    name: { ar: 'خطط متابعة بدأت', en: 'Plans for investors started' },
    definition: {
      ar: 'خطط متابعة المستثمرين التي بدأت في المدة، دون ما استؤنف منها.',
      en: 'Plans of investors that were started, without continued ones.',
    },
    formula: '`plan|started`',
    ...{ unit: 'count', better: 'neither', owner: 'desk' },
    events: ['rida.plan.started.v1'],
    behind: ['plan|started'],
    of: ({ investors }) => investors.started,
  },
  investorPlansFinished: {
    name: { ar: 'خطط اكتملت بشهادة المستثمر', en: 'Plans that investors called finished' },
    definition: {
      ar: 'خطط اكتملت إجراءاتها وأكد المستثمر أنها انتهت.',
      en: 'Plans whose procedures have ended and whose investor said that all is finished.',
    },
    formula: '`plan|finished`',
    ...{ unit: 'count', better: 'more', owner: 'desk' },
    events: ['rida.plan.ended.v1'],
    behind: ['plan|finished'],
    of: ({ investors }) => investors.finished,
  },
  investorTouches: {
    name: { ar: 'مرات التواصل مع المستثمرين', en: 'Contacts with investors' },
    definition: {
      ar: 'مرات التواصل التي تمت وفق خطط المتابعة، من الفريق أو بمكالمة آلية.',
      en: 'Contacts by plan, by staff or by a call of Rida.',
    },
    formula: '`touch`',
    ...{ unit: 'count', better: 'neither', owner: 'desk' },
    events: ['rida.plan.touched.v1'],
    behind: ['touch'],
    of: ({ investors }) => investors.touches,
  },
  investorTouchesKept: {
    name: { ar: 'تواصل في موعده', en: 'Contacts with investors in time' },
    definition: {
      ar: 'نسبة ما تم في موعده مما حل موعده أو فات.',
      en: 'Planned contacts in time, of those whose time was met or passed.',
    },
    formula: '`touch|kept` ÷ (`touch|kept` + the larger of `touch|late` and `breached|touch`)',
    ...{ unit: 'share', better: 'more', owner: 'desk' },
    events: ['rida.plan.touched.v1', 'rida.sla.breached.v1', 'rida.sla.retracted.v1'],
    ...{ behind: ['touch|kept', 'breached|touch'], isNear: true },
    of: ({ investors }) => investors.touchesKept,
  },
  investorPromises: {
    name: { ar: 'وعود للمستثمرين وُفي بها', en: 'Promises to investors kept' },
    definition: {
      ar: 'نسبة الوعود التي وُفي بها في موعدها لمستثمرين لهم خطة قائمة.',
      en: 'Promises to investors with a running plan that were kept in time.',
    },
    formula: '`plan-promise|kept` ÷ `plan-promise`',
    ...{ unit: 'share', better: 'more', owner: 'desk' },
    events: ['rida.promise.ended.v1'],
    behind: ['plan-promise'],
    of: ({ investors }) => investors.promisesKept,
  },
  investorCalls: {
    name: { ar: 'مكالمات وصلت إلى المستثمرين', en: 'Calls that reached investors' },
    definition: {
      ar: 'مكالمات متابعة أجاب فيها المستثمر عن السؤال أو عن بعضه.',
      en: 'Outgoing calls to investors that were answered whole or in part.',
    },
    formula: '`call-out|investor|completed` + `call-out|investor|partial`',
    ...{ unit: 'count', better: 'more', owner: 'desk' },
    events: ['rida.call-out.finished.v1'],
    behind: ['call-out|investor|completed', 'call-out|investor|partial'],
    of: ({ investors }) => investors.calls,
  },
  investorProcedures: {
    name: { ar: 'إجراءات اكتملت في موعدها', en: 'Procedures of investors in time' },
    definition: {
      ar: 'نسبة الإجراءات التي أنجزتها الإدارة في الموعد الذي وعدت به.',
      en: 'Procedures that their department finished by the time it had promised.',
    },
    formula: '`procedure|in-time` ÷ (`procedure|in-time` + `procedure|late`)',
    ...{ unit: 'share', better: 'more', owner: 'desk' },
    events: ['rida.procedure.changed.v1'],
    behind: ['procedure|in-time', 'procedure|late'],
    of: ({ investors }) => investors.proceduresKept,
  },
  investorObstacles: {
    name: { ar: 'عوائق ظهرت للمستثمرين', en: 'Obstacles of investors' },
    definition: {
      ar: 'عوائق سُجلت على إجراءات المستثمرين، من كل إدارة وكل نوع.',
      en: 'Obstacles that held procedures of investors up, of all departments and kinds.',
    },
    formula: '`obstacle`',
    ...{ unit: 'count', better: 'less', owner: 'departments' },
    events: ['rida.obstacle.met.v1', 'rida.obstacle.cleared.v1'],
    behind: ['obstacle'],
    of: ({ investors }) => investors.obstacles.reduce((sum, { count }) => sum + count, 0),
  },
} as const satisfies Readonly<Record<string, MeasureEntry>>;
