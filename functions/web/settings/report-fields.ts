import { REPORT_KINDS, type ReportKind } from '#shared/domain/reports/report-schedule.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { codeField, numberField, type SettingsField } from './settings-field.ts';

const NAMES: Readonly<Record<ReportKind, Bilingual>> = {
  daily: { ar: 'التقرير اليومي', en: 'Daily report' },
  weekly: { ar: 'التقرير الأسبوعي', en: 'Weekly report' },
  monthly: { ar: 'التقرير الشهري', en: 'Monthly report' },
};

/** When each report is sent if the centre works on that day. */
const DAYS: Readonly<Record<ReportKind, Bilingual>> = {
  daily: {
    ar: 'كل يوم عمل، عمّا بعد يوم العمل السابق.',
    en: 'Each working day, about the time since the one before.',
  },
  weekly: {
    ar: 'أول يوم عمل في الأسبوع، عن الأسبوع السابق.',
    en: 'The first working day of a week, about the week before.',
  },
  monthly: {
    ar: 'أول يوم عمل في الشهر، عن الشهر السابق.',
    en: 'The first working day of a month, about the month before.',
  },
};

const AUDIENCES: Readonly<Record<ReportKind, Bilingual>> = {
  daily: { ar: 'بريد الإشراف', en: 'the supervisor’s mail' },
  weekly: { ar: 'بريد الإدارة العليا', en: 'the leadership’s mail' },
  monthly: { ar: 'بريد الإدارة العليا', en: 'the leadership’s mail' },
};

/** The fields of the daily files for other systems. */
const exportFields: readonly SettingsField[] = [
  {
    name: 'export.write',
    label: {
      ar: 'تصدير الأحداث والمعاملات كل يوم لأنظمة أخرى',
      en: 'Export the events and cases of each day for other systems',
    },
    kind: 'check',
    hint: {
      ar: 'ملفات JSON فيها سطر لكل حدث ومعاملة، بلا أسماء ولا نصوص. تُحفظ 400 يوم، وتُستكمل الأيام الفائتة.',
      en: 'JSON files of lines without names and texts. They are kept for 400 days; missed days are made up.',
    },
  },
  {
    name: 'export.compress',
    label: { ar: 'ضغط ملفات التصدير (gzip)', en: 'Compress the exported files (gzip)' },
    kind: 'check',
  },
];

const mailFields = REPORT_KINDS.flatMap((kind): SettingsField[] => {
  const name = NAMES[kind];
  const to = codeField(`${kind}.to`, `${name.ar}: يُرسل إلى`, `${name.en}: sent to`);
  return [
    {
      name: `${kind}.send`,
      label: { ar: `${name.ar}: يُرسل بالبريد`, en: `${name.en}: send it by mail` },
      kind: 'check',
    },
    {
      ...numberField(`${kind}.hour`, `${name.ar}: ابتداءً من الساعة`, `${name.en}: from this hour`),
      hint: {
        ar: `${DAYS[kind].ar} الساعة من 0 إلى 23 بتوقيت الرياض.`,
        en: `${DAYS[kind].en} The hour is 0 to 23, in the time of Riyadh.`,
      },
    },
    {
      ...to,
      optional: true,
      hint: {
        ar: `تفصل بين العناوين فاصلة. إن تُركت فارغة فهو ${AUDIENCES[kind].ar}.`,
        en: `Separate the addresses by commas. When empty, it is ${AUDIENCES[kind].en}.`,
      },
    },
  ];
});

/** The fields of the reports by mail, and of the export. */
export const reportFields: readonly SettingsField[] = [...mailFields, ...exportFields];
