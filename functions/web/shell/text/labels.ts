import type {
  CaseStatus,
  CaseType,
  Channel,
  ClockName,
  ClosingReason,
  FormOfAddress,
  Priority,
  ResolutionOutcome,
  Segment,
} from '#events/vocabulary.ts';
import { CLOCK_LABEL, OUTCOME, TYPE_LABEL } from '#shared/domain/mail/templates/terms.ts';
import type { Weekday } from '#shared/domain/sla/calendar.ts';
import { satisfaction } from '#shared/domain/surveys/definitions.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';

type Labels<K extends string> = Readonly<Record<K, Bilingual>>;

export const typeLabel: Labels<CaseType> = TYPE_LABEL;

export const clockLabel: Labels<ClockName> = {
  firstResponse: { ar: CLOCK_LABEL.firstResponse.ar, en: 'First response' },
  nextResponse: { ar: CLOCK_LABEL.nextResponse.ar, en: 'Next response' },
  resolution: { ar: CLOCK_LABEL.resolution.ar, en: 'Resolution' },
  followUp: { ar: CLOCK_LABEL.followUp.ar, en: 'Promised contact' },
  department: { ar: CLOCK_LABEL.department.ar, en: 'Department’s answer' },
  touch: { ar: CLOCK_LABEL.touch.ar, en: 'Contact with the investor' },
};

export const statusLabel: Labels<CaseStatus> = {
  new: { ar: 'جديدة', en: 'New' },
  open: { ar: 'قيد المعالجة', en: 'In progress' },
  'pending-beneficiary': { ar: 'بانتظار المستفيد', en: 'Waiting for beneficiary' },
  'pending-department': { ar: 'لدى الإدارة المختصة', en: 'With the department' },
  resolved: { ar: 'منجزة', en: 'Resolved' },
  closed: { ar: 'مغلقة', en: 'Closed' },
};

export const priorityLabel: Labels<Priority> = {
  urgent: { ar: 'طارئة', en: 'Urgent' },
  high: { ar: 'عالية', en: 'High' },
  normal: { ar: 'عادية', en: 'Normal' },
  low: { ar: 'منخفضة', en: 'Low' },
};

export const channelLabel: Labels<Channel> = {
  mail: { ar: 'بريد إلكتروني', en: 'E-mail' },
  phone: { ar: 'هاتف', en: 'Phone' },
  web: { ar: 'موقع', en: 'Web' },
  console: { ar: 'لوحة العمل', en: 'Console' },
  visit: { ar: 'حضور شخصي', en: 'Walk-in' },
  letter: { ar: 'خطاب', en: 'Letter' },
};

export const segmentLabel: Labels<Segment> = {
  citizen: { ar: 'مواطن', en: 'Citizen' },
  resident: { ar: 'مقيم', en: 'Resident' },
  contractor: { ar: 'مقاول', en: 'Contractor' },
  investor: { ar: 'مستثمر', en: 'Investor' },
  staff: { ar: 'من منسوبي الجهة', en: 'Staff' },
  unknown: { ar: 'غير محدد', en: 'Not known' },
};

export const formOfAddressLabel: Labels<FormOfAddress> = {
  feminine: { ar: 'المؤنث', en: 'Feminine (Ms)' },
  masculine: { ar: 'المذكر', en: 'Masculine (Mr)' },
};

export const closingLabel: Labels<ClosingReason> = {
  finished: { ar: 'أكد المستفيد انتهاءها', en: 'Confirmed by the beneficiary' },
  'no-answer': { ar: 'لم يؤكدها المستفيد', en: 'Not confirmed by the beneficiary' },
  spam: { ar: 'رسالة مزعجة', en: 'Spam' },
  'machine-mail': { ar: 'بريد آلي', en: 'Machine mail' },
  duplicate: { ar: 'مكررة', en: 'Duplicate' },
  withdrawn: { ar: 'سحبها المستفيد', en: 'Withdrawn by the beneficiary' },
};

export const outcomeLabel: Labels<ResolutionOutcome | 'unknown'> = {
  ...OUTCOME,
  unknown: { ar: 'غير معروفة', en: 'Unknown' },
};

export const scoreLabel = satisfaction.labels;

/** Label of an address that mail does not reach. */
export const failingLabel: Bilingual = { ar: 'لا يستقبل رسائلنا', en: 'takes no mail of ours' };

export const dayLabel: Readonly<Record<Weekday, Bilingual>> = {
  sun: { ar: 'الأحد', en: 'Sunday' },
  mon: { ar: 'الاثنين', en: 'Monday' },
  tue: { ar: 'الثلاثاء', en: 'Tuesday' },
  wed: { ar: 'الأربعاء', en: 'Wednesday' },
  thu: { ar: 'الخميس', en: 'Thursday' },
  fri: { ar: 'الجمعة', en: 'Friday' },
  sat: { ar: 'السبت', en: 'Saturday' },
};
