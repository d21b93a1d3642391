import type { Bilingual } from '../text/bilingual.ts';
import type { MeasureId } from './catalogue.ts';
import type { Figures } from './figures-of.ts';
import { type Measured, measured } from './measured.ts';
import type { ReportTable } from './report-table.ts';
import { TABLES } from './tables.ts';

/** A measure or a table of the registry, and the evidence that it gives on an axis. */
interface Evidence<Id extends string> {
  readonly id: Id;
  readonly shows: Bilingual;
}

/** An axis: the question that it asks, the evidence of Rida on it, and what Rida has no evidence of. */
export interface Axis {
  readonly id: 'response' | 'solutions' | 'channels' | 'service-levels';
  readonly name: Bilingual;
  readonly asks: Bilingual;
  readonly measures: readonly Evidence<MeasureId>[];
  readonly tables: readonly Evidence<string>[];
  readonly limits: readonly Bilingual[];
}

const gives = <Id extends string>(id: Id, ar: string, en: string): Evidence<Id> => ({
  ...{ id, shows: { ar, en } },
});

/**
 * The axes of the perspective "complaints handling" of the Digital Experience Maturity Index, by which the Digital
 * Government Authority of Saudi Arabia measures the experience of beneficiaries since 2022: response, solutions to
 * complaints, channels for complaints, service level agreements. The names are those of its announcement of 2022
 * (Arabic: ajel.sa/amp/story/local/7jqyg3qa3m; English: techxmedia.com, "KSA: Digital Government Authority announces
 * the results of Digital Experience Maturity Index"). The index of 2025 keeps the perspective
 * (dga.gov.sa/en/CX-indicators/digital-experience-maturity-index-2025). The announcement has no formula: the question
 * of each axis and the choice of the measures are those of Rida. The five days of the service "بلاغ رقمي" are from
 * alweeam.com.sa/950185/2023.
 */
export const DGA_AXES: readonly Axis[] = [
  {
    id: 'response',
    name: { ar: 'الاستجابة', en: 'Response' },
    asks: {
      ar: 'كم ينتظر المستفيد حتى يُرد عليه، وهل يصله الرد في موعده؟',
      en: 'How long do beneficiaries wait for an answer, and does it come in time?',
    },
    measures: [
      gives('firstResponse', 'الالتزام بموعد الرد الأول', 'First answers come by their deadline'),
      gives('firstResponseMedian', 'السرعة المعتادة للرد الأول', 'The usual speed of a first answer'),
      gives('firstResponseP90', 'سرعة الردود الأولى الأبطأ', 'The speed of the slower first answers'),
      gives(
        'nextResponse',
        'الرد في الموعد على من كتب مرة أخرى',
        'People who write again are answered in time',
      ),
      gives(
        'nextResponseMedian',
        'السرعة المعتادة للرد على من كتب مرة أخرى',
        'The usual speed of these answers',
      ),
      gives('promises', 'الوفاء بوعود معاودة التواصل', 'Promises to get back are kept'),
      gives('callsAbandoned', 'من أغلقوا الخط قبل أن يُرد عليهم', 'Callers who gave up before an answer'),
      gives('callsWait', 'مدة انتظار المتصلين', 'The wait of callers'),
      gives('callBacksKept', 'معاودة الاتصال بمن طلبها', 'Callers who asked for a call back are reached'),
      gives('loopsInTime', 'التواصل في الموعد مع غير الراضين', 'Dissatisfied people are reached in time'),
    ],
    tables: [
      gives('responses', 'سرعة الرد في كل إدارة', 'The speed of answers in each department'),
      gives(
        'call-hours',
        'الساعات التي يُخدم فيها المتصلون والتي يغلقون فيها قبل الرد',
        'The hours in which callers are served, and in which they give up',
      ),
    ],
    limits: [
      {
        ar: 'الردود التي تصدر خارج هذا النظام، كالردود على المنصات الوطنية ووسائل التواصل الاجتماعي.',
        en: 'Answers that are given outside Rida, for example on national platforms and social media.',
      },
      {
        ar: 'مدة الانتظار بأيام التقويم: الأوقات هنا من وقت عمل المركز.',
        en: 'The wait in calendar days: times are working time of the centre.',
      },
      {
        ar: 'جودة الرد: الرد في موعده لا يعني أنه حلّ المشكلة، وهذا في محور حلول الشكاوى.',
        en: 'The quality of an answer: one in time need not solve the matter, see the axis of solutions.',
      },
    ],
  },
  {
    id: 'solutions',
    name: { ar: 'حلول الشكاوى', en: 'Solutions to complaints' },
    asks: {
      ar: 'هل انتهت المشكلة فعلًا، وهل الحل مُرضٍ لصاحبها؟',
      en: 'Is the matter really finished, and is the person satisfied with the solution?',
    },
    measures: [
      gives('resolved', 'ما أبلغ المركز بإنجازه', 'The resolutions that the centre reported'),
      gives(
        'confirmedShare',
        'تأكيد المستفيدين أنفسهم أن معاملاتهم انتهت',
        'Beneficiaries themselves confirm the end',
      ),
      gives('firstContact', 'الحل دون حاجة المستفيد إلى تواصل آخر', 'Solutions without a second contact'),
      gives('reopened', 'حلول لم تثبت فعادت إلى العمل', 'Solutions that did not last'),
      gives('closureErrors', 'فحص مستقل لعينة عشوائية مما أُغلق', 'An independent check of closed cases'),
      gives(
        'conversationsSolved',
        'فحص عينة عشوائية من الرسائل والمكالمات',
        'A check of a random sample of mails and calls',
      ),
      gives(
        'satisfiedMail',
        'رضا من أجابوا عن استبيان البريد',
        'The satisfaction of those who answered by mail',
      ),
      gives(
        'satisfiedPhone',
        'رضا من أجابوا في اتصال لاحق',
        'The satisfaction of those who answered in a later call',
      ),
      gives('suppressed', 'من لم يُسألوا عن رضاهم', 'Surveys that were not sent'),
      gives('dissatisfied', 'إجابات غير راضية تستدعي التواصل', 'Dissatisfied answers that need a contact'),
      gives('loopsClosed', 'التواصل مع غير الراضين', 'Dissatisfied people are reached'),
      gives('complaints', 'الشكاوى من عمل المركز نفسه', 'Complaints about the work of the centre itself'),
    ],
    tables: [
      gives('outcomes', 'كيف انتهت المعاملات، لا عددها وحده', 'How cases ended, and not only how many'),
      gives(
        'services',
        'الخدمات التي عاود أصحابها التواصل بشأنها',
        'The services about which people contacted the centre again',
      ),
      gives('suppressed', 'سبب عدم سؤال كل من لم يُسأل', 'The reason for each survey that was not sent'),
    ],
    limits: [
      {
        ar: 'رضا من لم يُسألوا، ومن سُئلوا ولم يجيبوا.',
        en: 'The satisfaction of people who were not asked, or did not answer.',
      },
      {
        ar: 'نتيجة استطلاع الهيئة نفسها.',
        en: 'The result of the Authority’s own survey.',
      },
      {
        ar: 'العمل في الموقع: لا يُعرف إلا من إجابة الإدارة وتأكيد المستفيد والعينة المفحوصة.',
        en: 'Work on site: known only from the department’s answer, the confirmation and the checked sample.',
      },
    ],
  },
  {
    id: 'channels',
    name: { ar: 'قنوات تقديم الشكاوى', en: 'Channels for complaints' },
    asks: {
      ar: 'من أي القنوات يصل المستفيدون إلى المركز، وهل يُحسب كل ما وصل؟',
      en: 'By which channels do beneficiaries reach the centre, and is all of it accounted for?',
    },
    measures: [
      gives('received', 'كل ما وصل، وما يليه أجزاؤه', 'All that arrived; the next five are its parts'),
      gives('newCases', 'ما أصبح معاملات جديدة', 'Contacts that became cases'),
      gives('followUps', 'ما جاء متابعةً لمعاملات قائمة', 'Contacts about existing cases'),
      gives('setAside', 'ما وُضع جانبًا لأنه مزعج أو ضار', 'Spam and viruses that were set aside'),
      gives('unreadable', 'ما تعذرت قراءته ولم يضِع', 'Mails that could not be read, and were kept'),
      gives('machineMail', 'رسائل آلية لا تنتظر ردًا', 'Automatic mails, which wait for no answer'),
      gives('quarantined', 'رسائل تنتظر المراجعة', 'Mails that wait for the check of a person'),
      gives('callsOffered', 'المكالمات التي طلبت موظفًا أو موظفة', 'Calls that asked for a person'),
      gives('satisfiedCall', 'رضا المتصلين عن المكالمة', 'The satisfaction of callers with the call'),
    ],
    tables: [
      gives('channels', 'استعمال كل قناة ونوع ما يصل منها', 'The use of each channel, and for which types'),
      gives('languages', 'اللغات التي يُخدم بها المستفيدون', 'The languages in which people are served'),
      gives('segments', 'فئات المستفيدين التي تصل إلى المركز', 'The kinds of beneficiaries who are reached'),
      gives('districts', 'الأحياء التي تصل منها المعاملات', 'The districts from which cases come'),
      gives('call-lines', 'نتيجة المكالمات على كل خط', 'The result of calls on each line'),
    ],
    limits: [
      {
        ar: 'القنوات غير المرتبطة بهذا النظام، وما لم يُسجَّل من الزيارات.',
        en: 'Channels that are not connected to Rida, and visits that were not registered.',
      },
      {
        ar: 'توفر القنوات: لا تُحسب هنا أوقات انقطاعها.',
        en: 'The availability of the channels: their outages are not counted here.',
      },
      {
        ar: 'سهولة العثور على القنوات، ومطابقة صفحاتها لمعايير إمكانية الوصول.',
        en: 'How easily people find the channels, and whether their pages meet standards of accessibility.',
      },
    ],
  },
  {
    id: 'service-levels',
    name: { ar: 'اتفاقيات مستوى الخدمة', en: 'Service level agreements' },
    asks: {
      ar: 'هل يفي المركز والإدارات بالمواعيد المحددة لكل معاملة؟',
      en: 'Do the centre and the departments keep the deadlines of each case?',
    },
    measures: [
      gives(
        'resolution',
        'الالتزام بموعد الإنجاز، ويُحسب ما تأخر ولم يُنجز',
        'Deadlines of resolution are kept; overdue open cases count',
      ),
      gives('median', 'المدة المعتادة للإنجاز', 'The usual time to resolve'),
      gives('p90', 'مدة إنجاز المعاملات الأبطأ', 'The time to resolve slower cases'),
      gives('breached', 'عدد المواعيد التي فاتت', 'The deadlines that were missed'),
      gives('departmentsInTime', 'التزام الإدارات بأول موعد', 'Departments keep the time given first'),
      gives(
        'callsServiceLevel',
        'الرد على المكالمات خلال المدة المستهدفة',
        'Calls are answered within the threshold',
      ),
      gives('afterEscalation', 'مدة العمل بعد التصعيد', 'The working time after an escalation'),
      gives('withoutEscalation', 'المتوقع لو لم تُصعَّد', 'The same, expected without it'),
      gives('investorTouchesKept', 'التواصل مع المستثمرين في موعده', 'Contacts with investors are in time'),
      gives(
        'investorProcedures',
        'إنجاز إجراءات المستثمرين في موعدها',
        'Procedures of investors are in time',
      ),
      gives('investorPromises', 'الوفاء بالوعود للمستثمرين', 'Promises to investors are kept'),
    ],
    tables: [
      gives(
        'clocks',
        'عدد كل موعد ونسبة الالتزام به ومدته',
        'The number, share in time and time of each clock',
      ),
      gives('missed', 'أين كان العمل حين فات الموعد', 'Where the work was when a deadline was missed'),
      gives('departments', 'التزام كل إدارة بمواعيد الإنجاز', 'The deadlines of resolution by department'),
      gives('department-answers', 'ما وعدت به كل إدارة وما وفت به', 'What each department promised and kept'),
    ],
    limits: [
      {
        ar: 'نص الاتفاقيات: تُقاس كل معاملة بموعدها المحدد في الإعدادات.',
        en: 'The text of the agreements: each case is measured against its deadline from the settings.',
      },
      {
        ar: 'نسبة ما أُنجز خلال خمسة أيام، وهي المدة التي تتيح بعدها خدمة «بلاغ رقمي» تصعيد الشكوى.',
        en: 'The share finished within five days, after which the service “بلاغ رقمي” accepts an escalation.',
      },
      {
        ar: 'ما صعّده المستفيدون إلى الهيئة مباشرة.',
        en: 'Complaints that beneficiaries escalated to the Authority directly.',
      },
    ],
  },
];

/** A measure of an axis with its value. */
export interface MeasuredEvidence extends Measured {
  readonly shows: Bilingual;
}

/** Return the measures of an axis with their values, in the order of the axis. */
export function measuresOf({ measures }: Axis, figures: Figures): readonly MeasuredEvidence[] {
  const all = measured(figures);
  return measures.flatMap(({ id, shows }) =>
    all.filter((one) => one.id === id).map((one) => ({ ...one, shows })),
  );
}

/** Return the tables of an axis, in the order of the axis. */
export const tablesOf = ({
  tables,
}: Axis): readonly { readonly table: ReportTable; readonly shows: Bilingual }[] =>
  tables.flatMap(({ id, shows }) =>
    TABLES.filter((table) => table.id === id).map((table) => ({ table, shows })),
  );
