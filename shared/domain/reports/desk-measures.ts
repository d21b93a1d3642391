import type { MeasureEntry } from './measure-entry.ts';

const OPENED = ['rida.case.opened.v1', 'rida.case.restored.v1'] as const;
const RESOLVED = ['rida.case.resolved.v1'] as const;
const ARRIVED = [...OPENED, 'rida.message.received.v1', 'rida.mail.quarantined.v1'] as const;
const MISSED = ['rida.sla.breached.v1', 'rida.sla.retracted.v1', ...RESOLVED] as const;

/** The contacts that arrived and the work on them. */
export const DESK_MEASURES = {
  received: {
    name: { ar: 'الوارد', en: 'Received' },
    definition: {
      ar: 'كل ما ورد: معاملات جديدة، ومتابعات على معاملات قائمة، وما وُضع جانبًا، وما تعذرت قراءته، والبريد الآلي.',
      en: 'All that came in: new cases, follow-ups on cases, what was set aside, what could not be read, machine mail.',
    },
    formula: '`arrived`',
    ...{ unit: 'count', better: 'neither', owner: 'desk' },
    events: ARRIVED,
    behind: ['arrived'],
    of: ({ received }) => received,
  },
  opened: {
    name: { ar: 'معاملات فُتحت', en: 'Cases opened' },
    definition: {
      ar: 'المعاملات المفتوحة في الفترة، دون ما وُضع جانبًا حتى يُستعاد.',
      en: 'Cases that were opened. Mail that was set aside counts from its restoration.',
    },
    formula: '`opened`',
    ...{ unit: 'count', better: 'neither', owner: 'desk' },
    events: OPENED,
    behind: ['opened'],
    of: ({ opened }) => opened,
  },
  newCases: {
    name: { ar: 'معاملات جديدة', en: 'New cases' },
    definition: {
      ar: 'ما ورد وصار معاملة، دون ما تعذرت قراءته.',
      en: 'Contacts that became a case, without those that could not be read.',
    },
    formula: '`arrived|case`',
    ...{ unit: 'count', better: 'neither', owner: 'desk' },
    events: ARRIVED,
    behind: ['arrived|case'],
    of: ({ arrivals }) => arrivals.case,
  },
  followUps: {
    name: { ar: 'متابعات على معاملات', en: 'Follow-ups on cases' },
    definition: {
      ar: 'رسائل المستفيدين ومكالماتهم على معاملات قائمة، ومنها الشكر.',
      en: 'Messages and calls of beneficiaries about existing cases, thanks included.',
    },
    formula: '`arrived|follow-up`',
    ...{ unit: 'count', better: 'neither', owner: 'desk' },
    events: ['rida.message.received.v1'],
    behind: ['arrived|follow-up'],
    of: ({ arrivals }) => arrivals['follow-up'],
  },
  setAside: {
    name: { ar: 'وُضع جانبًا', en: 'Set aside' },
    definition: {
      ar: 'رسائل حكم عليها الفحص بأنها مزعجة أو ضارة، دون ما استُعيد منها.',
      en: 'Mails with a verdict of spam or virus, without those that were restored.',
    },
    formula: '`arrived|set-aside`',
    ...{ unit: 'count', better: 'neither', owner: 'desk' },
    events: ['rida.mail.quarantined.v1', 'rida.case.restored.v1'],
    behind: ['arrived|set-aside'],
    of: ({ arrivals }) => arrivals['set-aside'],
  },
  quarantined: {
    name: { ar: 'رسائل معلّقة للمراجعة', en: 'Mails held for a check' },
    definition: {
      ar: 'رسائل تعذرت قراءتها أو حُكم عليها، وتنتظر من ينظر فيها.',
      en: 'Mails that could not be read or got a verdict, and wait for a person.',
    },
    formula: '`quarantined`',
    ...{ unit: 'count', better: 'neither', owner: 'desk' },
    events: ['rida.mail.quarantined.v1'],
    behind: ['quarantined'],
    of: ({ quarantined }) => quarantined,
  },
  unreadable: {
    name: { ar: 'تعذرت قراءتها', en: 'Could not be read' },
    definition: {
      ar: 'رسائل تعذرت قراءتها، وصارت معاملات تنتظر من ينظر فيها.',
      en: 'Mails that could not be read, and became cases that wait for a person.',
    },
    formula: '`arrived|quarantined`',
    ...{ unit: 'count', better: 'neither', owner: 'desk' },
    events: ['rida.mail.quarantined.v1'],
    behind: ['arrived|quarantined'],
    of: ({ arrivals }) => arrivals.quarantined,
  },
  machineMail: {
    name: { ar: 'بريد آلي', en: 'Machine mail' },
    definition: {
      ar: 'إشعارات وردود آلية لا تنتظر جوابًا.',
      en: 'Notifications and automatic replies, which wait for no answer.',
    },
    formula: '`arrived|machine`',
    ...{ unit: 'count', better: 'neither', owner: 'desk' },
    events: ['rida.message.received.v1', 'rida.mail.quarantined.v1'],
    behind: ['arrived|machine'],
    of: ({ arrivals }) => arrivals.machine,
  },
  thanked: {
    name: { ar: 'رسائل شكر', en: 'Thanks received' },
    definition: {
      ar: 'رسائل على معاملات قائمة ليس فيها إلا الشكر.',
      en: 'Messages on existing cases that only thank.',
    },
    formula: '`received|thanks`',
    ...{ unit: 'count', better: 'neither', owner: 'desk' },
    events: ['rida.message.received.v1'],
    behind: ['received|thanks'],
    of: ({ thanked }) => thanked,
  },
  resolved: {
    name: { ar: 'أبلغنا بإنجازها', en: 'Reported finished' },
    definition: {
      ar: 'مرات إنجاز المعاملات كما أبلغ بها المركز. والمعاملة التي أُعيد فتحها ثم أُنجزت تُحسب مرتين.',
      en: 'Resolutions as the centre reported them. A case that was reopened and resolved again counts twice.',
    },
    formula: '`resolved`',
    ...{ unit: 'count', better: 'neither', owner: 'desk' },
    events: RESOLVED,
    behind: ['resolved'],
    of: ({ resolved }) => resolved,
  },
  confirmedShare: {
    name: { ar: 'أكّد المستفيد انتهاءها', en: 'Confirmed finished by the beneficiary' },
    definition: {
      ar: 'نسبة ما أكّد المستفيد انتهاءه إلى كل ما أبلغنا بإنجازه. ومن لم يُجب لا يُعد مؤكدًا.',
      en: 'Confirmations of beneficiaries over all resolutions. A missing answer does not confirm.',
    },
    formula: '`confirmation|confirmed` ÷ `resolved`',
    ...{ unit: 'share', better: 'more', owner: 'desk' },
    events: ['rida.outcome.answered.v1', ...RESOLVED],
    behind: ['resolved'],
    of: ({ confirmed }) => confirmed.share,
  },
  reopened: {
    name: { ar: 'أُعيد فتحها', en: 'Reopened' },
    definition: {
      ar: 'معاملات عادت إلى العمل بعد إنجازها أو إغلاقها.',
      en: 'Cases that returned to work after they were resolved or closed.',
    },
    formula: '`reopened`',
    ...{ unit: 'count', better: 'less', owner: 'desk' },
    events: ['rida.case.reopened.v1'],
    behind: ['reopened'],
    of: ({ reopened }) => reopened,
  },
  breached: {
    name: { ar: 'مواعيد متجاوزة', en: 'Deadlines missed' },
    definition: {
      ar: 'المواعيد المتجاوزة، ومنها مواعيد معاملات لم تُنجز بعد، دون التجاوزات التي سُحبت.',
      en: 'Deadlines that passed, also of cases that are still open, without the breaches that were taken back.',
    },
    formula: '`breached` + `missed-unannounced`',
    ...{ unit: 'count', better: 'less', owner: 'desk' },
    events: MISSED,
    behind: ['breached', 'missed-unannounced'],
    of: ({ breached }) => breached,
  },
  firstResponse: {
    name: { ar: 'الرد الأول في موعده (المعاملات المنجزة)', en: 'First response in time (resolved cases)' },
    definition: {
      ar: 'نسبة المعاملات المنجزة التي رُدّ عليها أول مرة في موعدها.',
      en: 'Of the resolved cases, the share whose first response was in time.',
    },
    formula: '`first-response|kept` ÷ `first-response`',
    ...{ unit: 'share', better: 'more', owner: 'desk' },
    events: RESOLVED,
    behind: ['first-response'],
    of: ({ firstResponseKept }) => firstResponseKept,
  },
  resolution: {
    name: {
      ar: 'الإنجاز في موعده (يُحسب ما تأخر ولم يُنجز بعد)',
      en: 'Resolution in time (overdue open cases count)',
    },
    definition: {
      ar: 'نسبة ما أُنجز في موعده إلى كل ما حلّ موعده، سواء أُنجز متأخرًا أم لم يُنجز بعد.',
      en: 'Resolutions in time over all whose deadline was met or passed, resolved late or still open.',
    },
    formula: '`resolution|kept` ÷ (`resolution|kept` + `breached|resolution` + `missed-unannounced`)',
    ...{ unit: 'share', better: 'more', owner: 'desk' },
    events: MISSED,
    behind: ['resolution|kept', 'breached|resolution', 'missed-unannounced'],
    of: ({ resolutionKept }) => resolutionKept,
  },
  median: {
    name: { ar: 'نصف المعاملات أُنجزت خلال', en: 'Half were resolved within' },
    definition: {
      ar: 'وسيط وقت العمل من فتح المعاملة إلى إنجازها، دون أوقات التوقف، بدقة 5٪.',
      en: 'The median working time from opening to resolution, without pauses, accurate to 5%.',
    },
    formula: 'the 50th percentile of `worked`',
    ...{ unit: 'working-minutes', better: 'less', owner: 'desk' },
    events: RESOLVED,
    behind: ['resolved'],
    of: ({ workingMinutes }) => workingMinutes.median,
    quantile: { share: 0.5, of: ({ workingMinutes }) => workingMinutes.buckets },
  },
  p90: {
    name: { ar: 'تسع من كل عشر أُنجزت خلال', en: 'Nine in ten were resolved within' },
    definition: {
      ar: 'وقت العمل الذي أُنجزت خلاله تسع معاملات من كل عشر، بدقة 5٪.',
      en: 'The working time within which nine in ten cases were resolved, accurate to 5%.',
    },
    formula: 'the 90th percentile of `worked`',
    ...{ unit: 'working-minutes', better: 'less', owner: 'desk' },
    events: RESOLVED,
    behind: ['resolved'],
    of: ({ workingMinutes }) => workingMinutes.p90,
    quantile: { share: 0.9, of: ({ workingMinutes }) => workingMinutes.buckets },
  },
  afterEscalation: {
    name: { ar: 'متوسط وقت العمل بعد التصعيد', en: 'Mean working time after an escalation' },
    definition: {
      ar: 'متوسط وقت العمل من أول تصعيد للمعاملة إلى إنجازها. يُذكر حين تكفي الأعداد لمقارنتها بمثيلاتها.',
      en: 'The mean working time from the first escalation to the resolution; told when there are enough to compare.',
    },
    formula: '`speed-after` ÷ `speed|escalated`',
    ...{ unit: 'working-minutes', better: 'less', owner: 'desk' },
    events: RESOLVED,
    behind: ['speed|escalated'],
    of: ({ speed }) => speed.timeSaved?.minutesAfter ?? null,
  },
  withoutEscalation: {
    name: { ar: 'المتوقع لها دون تصعيد', en: 'The same, expected without the escalation' },
    definition: {
      ar: 'الوقت نفسه لو أُنجزت بسرعة مثيلاتها: من النوع والإدارة والأولوية نفسها، مفتوحة عند العمر نفسه ولم تُصعّد. الفرق بينهما ما وفّره التصعيد.',
      en: 'At the speed of comparable cases: same type, department, priority and working age, not escalated. The difference is the time saved.',
    },
    formula: '`speed-after` ÷ `speed|escalated` × the rate ratio of `speed`',
    ...{ unit: 'working-minutes', better: 'neither', owner: 'desk' },
    events: RESOLVED,
    behind: ['speed|escalated'],
    of: ({ speed }) => speed.timeSaved?.minutesOtherwise.value ?? null,
  },
  promises: {
    name: { ar: 'وعود التواصل التي وُفي بها في موعدها', en: 'Promises to get back, kept in time' },
    definition: {
      ar: 'نسبة وعود التواصل التي وُفي بها في موعدها إلى كل ما انتهى منها.',
      en: 'Of the promises to get back to a beneficiary that ended, the share that was kept in time.',
    },
    formula: '`promise|kept` ÷ `promise`',
    ...{ unit: 'share', better: 'more', owner: 'desk' },
    events: ['rida.promise.ended.v1'],
    behind: ['promise'],
    of: ({ promisesKept }) => promisesKept,
  },
  departmentsInTime: {
    name: { ar: 'إجابات الإدارات في موعدها', en: 'Departments’ answers in time' },
    definition: {
      ar: 'نسبة إجابات الإدارات التي وصلت في الموعد الأول الذي أُعطي لها؛ وما أُجيب خلال مهلة ممددة ليس منها.',
      en: 'Of the answers of departments, the share that came within the time given first; an extension does not count.',
    },
    formula: '`department-answer|in-time` ÷ `department-answer`',
    ...{ unit: 'share', better: 'more', owner: 'departments' },
    events: ['rida.department.answered.v1'],
    behind: ['department-answer'],
    of: ({ departmentsInTime }) => departmentsInTime,
  },
} as const satisfies Readonly<Record<string, MeasureEntry>>;
