import type { Language } from '#events/vocabulary.ts';
import type { DrawRefusal } from '#shared/application/programme/draw/draw-step.ts';
import { type DrawStage, MOST_DRAWN, MOST_SERVICES } from '#shared/domain/outreach/week/week-draw.ts';

const ar = {
  title: 'سحب العينة جارٍ',
  hint:
    'يستمر السحب ما دامت هذه الصفحة مفتوحة، وإن أُغلقت تابع من حيث توقف عند فتحها. ' +
    'القوائم المرسلة بعد بدئه ليست في هذه العينة.',
  stage: (at: number, of: number): string => `المرحلة ${at} من ${of}`,
  steps: (done: number, of: number): string => `${done} من ${of}`,
  stages: {
    rows: 'فرز أسطر القوائم',
    cases: 'فرز المعاملات المغلقة',
    persons: 'البحث عن المستفيدين وأسباب الاستبعاد',
    moves: 'جمع أرقام المستفيد الواحد',
    services: 'عدّ مستخدمي كل خدمة',
    strata: 'اختيار خدمة لكل مستفيد',
    choice: 'سحب العينة',
    replicates: 'حفظ دفعات العينة',
    calls: 'جدولة المكالمات',
  } satisfies Record<DrawStage, string>,
  goOn: 'متابعة السحب',
  cancel: 'إلغاء السحب',
  cancelled: 'أُلغي السحب، ولم تُحفظ عينة.',
  notCancelled: 'لا يُلغى السحب بعد اختيار العينة، أو انتهى من قبل.',
  refused: {
    'drawn-already': 'سُحبت عينة هذا الأسبوع من قبل.',
    'under-way': 'سحب آخر جارٍ. يلزم انتظار نهايته أو إلغاؤه.',
    nobody: 'لا يوجد من يمكن سؤاله: لا معاملات منجزة في آخر 14 يومًا، أو استُبعد جميع أصحابها.',
    unread: 'إحدى القوائم لم تُقرأ كاملة بعد. يلزم انتظار قراءتها أو إلغاؤها قبل السحب.',
    outdated: 'انتهى أسبوع هذا السحب قبل اختيار عينته، فأُلغي. يمكن بدء سحب عينة هذا الأسبوع.',
    closed: 'لا وقت مفتوح للاتصال في تقويم المكالمات خلال 30 يومًا.',
    'too-large': `يحتاج هذا الهدف إلى أكثر من ${MOST_DRAWN} مستفيد. يلزم تقليل عدد المقابلات أو رفع النسبة المتوقعة.`,
    services:
      `في القوائم أكثر من ${MOST_SERVICES} خدمة. يلزم توحيد أسماء الخدمات كما هي في دليل الخدمات، ` +
      'ثم إرسال القوائم من جديد.',
  } satisfies Record<DrawRefusal, string>,
};

const en: typeof ar = {
  title: 'The sample is being drawn',
  hint:
    'The draw continues while this page is open. If it is closed, it continues where it stopped when it is opened. ' +
    'Lists that are sent after it began are not in this sample.',
  stage: (at, of) => `Stage ${at} of ${of}`,
  steps: (done, of) => `${done} of ${of}`,
  stages: {
    rows: 'the rows of the lists are sorted',
    cases: 'closed cases are sorted',
    persons: 'the persons and the reasons not to ask them',
    moves: 'the numbers of one person come together',
    services: 'the users of each service are counted',
    strata: 'each person gets one service',
    choice: 'the sample is drawn',
    replicates: 'the parts of the sample are stored',
    calls: 'the calls are planned',
  },
  goOn: 'Continue the draw',
  cancel: 'Cancel the draw',
  cancelled: 'The draw is cancelled. No sample was stored.',
  notCancelled: 'The draw has ended, or its sample is chosen already: it cannot be cancelled.',
  refused: {
    'drawn-already': 'The sample of this week is drawn already.',
    'under-way': 'Another draw is under way. Wait for its end, or cancel it.',
    nobody: 'There is nobody to ask: no finished transaction in the last 14 days, or everybody is excluded.',
    unread: 'A list is not read whole yet. Wait for it, or cancel it, before the draw.',
    outdated: 'The week of this draw ended before its sample was chosen, so it is cancelled. Draw this week.',
    closed: 'The calendar of calls has no open time within 30 days.',
    'too-large': `This target needs more than ${MOST_DRAWN} persons. Lower it, or raise the expected share.`,
    services:
      `The lists have more than ${MOST_SERVICES} services. Name them as the catalogue does, ` +
      'and send the lists again.',
  },
};

export const drawText: Readonly<Record<Language, typeof ar>> = { ar, en };
