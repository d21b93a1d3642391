import type { MeasureEntry } from './measure-entry.ts';

const ANSWERED = ['rida.message.sent.v1', 'rida.contact.logged.v1'] as const;
const OPENED = ['rida.case.opened.v1', 'rida.case.restored.v1'] as const;

/** How fast beneficiaries are answered, how often once is enough, and what they say about the centre itself. */
export const RESPONSE_MEASURES = {
  firstResponseMedian: {
    name: { ar: 'نصف الردود الأولى خلال', en: 'Half of the first responses within' },
    definition: {
      ar: 'وسيط وقت العمل من فتح المعاملة إلى الرد الأول، بدقة 5٪.',
      en: 'The median working time from the opening to the first response, accurate to 5%.',
    },
    formula: 'the 50th percentile of `answered-in-clock|firstResponse`',
    ...{ unit: 'working-minutes', better: 'less', owner: 'desk' },
    events: ANSWERED,
    behind: ['answered|firstResponse'],
    of: ({ responses }) => responses.firstResponse.median,
    quantile: { share: 0.5, of: ({ responses }) => responses.firstResponse.buckets },
  },
  firstResponseP90: {
    name: { ar: 'تسعة من كل عشرة ردود أولى خلال', en: 'Nine in ten first responses within' },
    definition: {
      ar: 'وقت العمل الذي أُرسلت خلاله تسعة من كل عشرة ردود أولى، بدقة 5٪.',
      en: 'The working time within which nine in ten first responses were sent, accurate to 5%.',
    },
    formula: 'the 90th percentile of `answered-in-clock|firstResponse`',
    ...{ unit: 'working-minutes', better: 'less', owner: 'desk' },
    events: ANSWERED,
    behind: ['answered|firstResponse'],
    of: ({ responses }) => responses.firstResponse.p90,
    quantile: { share: 0.9, of: ({ responses }) => responses.firstResponse.buckets },
  },
  nextResponse: {
    name: { ar: 'الردود التالية في موعدها', en: 'Next responses in time' },
    definition: {
      ar: 'نسبة ما رُدّ عليه في موعده من رسائل المستفيدين التي تلت الرد الأول.',
      en: 'Of the answers to beneficiaries who wrote after the first response, the share that was in time.',
    },
    formula: '`answered|nextResponse|kept` ÷ `answered|nextResponse`',
    ...{ unit: 'share', better: 'more', owner: 'desk' },
    events: ANSWERED,
    behind: ['answered|nextResponse'],
    of: ({ responses }) => responses.nextResponse.kept,
  },
  nextResponseMedian: {
    name: { ar: 'نصف الردود التالية خلال', en: 'Half of the next responses within' },
    definition: {
      ar: 'وسيط وقت العمل من رسالة المستفيد اللاحقة إلى الرد عليها، بدقة 5٪.',
      en: 'The median working time from a later message of a beneficiary to its answer, accurate to 5%.',
    },
    formula: 'the 50th percentile of `answered-in-clock|nextResponse`',
    ...{ unit: 'working-minutes', better: 'less', owner: 'desk' },
    events: ANSWERED,
    behind: ['answered|nextResponse'],
    of: ({ responses }) => responses.nextResponse.median,
    quantile: { share: 0.5, of: ({ responses }) => responses.nextResponse.buckets },
  },
  firstContact: {
    name: { ar: 'أُنجزت من أول تواصل', en: 'Resolved at first contact' },
    definition: {
      ar: 'نسبة ما أُنجز أول مرة دون أن يعاود المستفيد الكتابة أو الاتصال قبل إنجازه.',
      en: 'Of the first resolutions, the share before which the beneficiary did not write or call again.',
    },
    formula: '`first-contact|yes` ÷ `first-contact`',
    ...{ unit: 'share', better: 'more', owner: 'desk' },
    events: ['rida.case.resolved.v1'],
    behind: ['first-contact'],
    of: ({ firstContact }) => firstContact,
  },
  complaints: {
    name: { ar: 'شكاوى من المركز', en: 'Complaints about the centre' },
    definition: {
      ar: 'معاملات سُجّلت شكوى من عمل المركز نفسه.',
      en: 'Cases that were registered as a complaint about the work of the centre itself.',
    },
    formula: '`voiced|complaint`',
    ...{ unit: 'count', better: 'less', owner: 'desk' },
    events: OPENED,
    behind: ['voiced|complaint'],
    of: ({ complaints }) => complaints,
  },
  thanks: {
    name: { ar: 'معاملات شكر', en: 'Cases of thanks' },
    definition: {
      ar: 'معاملات سُجّلت شكرًا، دون رسائل الشكر على معاملات قائمة.',
      en: 'Cases that were registered as thanks, without messages of thanks on existing cases.',
    },
    formula: '`voiced|thanks`',
    ...{ unit: 'count', better: 'neither', owner: 'desk' },
    events: OPENED,
    behind: ['voiced|thanks'],
    of: ({ thanks }) => thanks,
  },
} as const satisfies Readonly<Record<string, MeasureEntry>>;
