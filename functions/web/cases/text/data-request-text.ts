import type { Preference } from '#events/vocabulary.ts';
import { COUNTED, plural } from '#shared/domain/text/plural.ts';

const CALLS = {
  ...{ zero: 'لا مكالمات من المركز', one: 'مكالمة واحدة من المركز', two: 'مكالمتان من المركز' },
  ...{ few: '# مكالمات من المركز', many: '# مكالمة من المركز', other: '# مكالمة من المركز' },
};

const ar = {
  title: 'طلب بيانات شخصية',
  law: 'للمستفيد حق في نسخة من بياناته وتصحيحها وإتلافها خلال ثلاثين يومًا من وصول الطلب.',
  mayExtend: 'تُمدَّد المدة مرة واحدة قبل انتهائها، لسبب يُبلَّغ به صاحب الطلب.',
  extended: 'مُدِّدت المدة حتى',
  proof: 'يلزم التحقق من هوية صاحب الطلب أولًا، وتسجيل ذلك في صفحة المستفيد.',
  person: 'صفحة المستفيد: التحقق والإتلاف',
  correct: 'للتصحيح: تُعدَّل بيانات المعاملة في هذه الصفحة.',
  read: 'نسخة للقراءة',
  file: 'نسخة كملف JSON',
  unproven: 'هوية صاحب الطلب غير مثبتة، فلا تُعد نسخة من بياناته.',
  recorded: (cases: number, calls: number): string =>
    `أُعدت نسخة من البيانات الشخصية لصاحب الطلب: ${plural(cases, COUNTED.cases)}، ${plural(calls, CALLS)}.`,
  supervisor: 'الإشراف يُعد النسخة ويتلف البيانات.',
  copyTitle: 'نسخة من البيانات الشخصية',
  copyText: 'كل ما يحتفظ به المركز عن هذا الشخص، من دون بيانات غيره.',
  madeAt: 'أُعدت في',
  name: 'الاسم',
  contacts: 'وسائل التواصل',
  optOuts: 'رفض التواصل',
  identity: 'إثبات الهوية',
  none: 'لا شيء',
  callsOut: 'مكالمات المركز',
  messages: 'الرسائل',
  calls: 'المكالمات',
  files: 'الملفات',
  history: 'الأحداث',
  outcome: 'النتيجة',
  withheld: 'رسالة من شخص آخر، ومحتواها محجوب.',
  declined: { surveys: 'الاستبيانات', calls: 'المكالمات', updates: 'الإشعارات' } satisfies Record<
    Preference,
    string
  >,
  direction: { in: 'من المستفيد', out: 'من المركز', note: 'ملاحظة داخلية' },
};
export type DataRequestText = typeof ar;

const en: DataRequestText = {
  title: 'Personal data request',
  law: 'Within thirty days of its arrival, the person has a right to a copy, a correction and an erasure.',
  mayExtend: 'The period may be extended once before it ends, for a reason that the person is told.',
  extended: 'The period was extended until',
  proof: 'First prove the identity of the person, and record it on the page of the beneficiary.',
  person: 'Page of the beneficiary: proof and erasure',
  correct: 'To correct: change the facts of the case on this page.',
  read: 'A copy to read',
  file: 'A copy as a JSON file',
  unproven: 'The identity of the person is not proven, so that no copy of their data is made.',
  recorded: (cases, calls) =>
    `A copy of the personal data was made for the person: cases ${cases}, calls by the centre ${calls}.`,
  supervisor: 'A supervisor makes the copy and erases the data.',
  copyTitle: 'A copy of personal data',
  copyText: 'Everything that the centre holds about this person, without the data of others.',
  madeAt: 'Made at',
  name: 'Name',
  contacts: 'Contacts',
  optOuts: 'Declined contact',
  identity: 'Proof of identity',
  none: 'Nothing',
  callsOut: 'Calls by the centre',
  messages: 'Messages',
  calls: 'Calls',
  files: 'Files',
  history: 'Events',
  outcome: 'Outcome',
  withheld: 'A message of another person. Its content is withheld.',
  declined: { surveys: 'surveys', calls: 'calls', updates: 'updates' },
  direction: { in: 'From the beneficiary', out: 'From the centre', note: 'Internal note' },
};

export const dataRequestText = { ar, en };
