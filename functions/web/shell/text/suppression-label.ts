import type { DataOf } from '#events/registry.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';

/** The reasons for which a survey was not sent. */
export const suppressionLabel: Readonly<Record<DataOf<'rida.survey.suppressed.v1'>['reason'], Bilingual>> = {
  'no-address': { ar: 'لا يوجد بريد ولا رقم هاتف', en: 'no address and no number' },
  'address-failing': { ar: 'البريد لا يستقبل رسائلنا', en: 'the address takes no mail of ours' },
  unauthenticated: { ar: 'هوية المرسل غير موثقة', en: 'sender not verified' },
  'cool-down': { ar: 'سُئل مؤخرًا', en: 'asked recently' },
  'open-invitation': { ar: 'لم يُجب عن استبيان سابق بعد', en: 'another survey still waits for an answer' },
  thanks: { ar: 'رسالة شكر', en: 'a message of thanks' },
  withdrawn: { ar: 'تنازل عن طلبه', en: 'gave up the request' },
  duplicate: { ar: 'معاملة مكررة', en: 'a duplicate' },
  'opted-out': { ar: 'طلب عدم سؤاله', en: 'asked not to be asked' },
  'no-calls': { ar: 'طلب عدم الاتصال به', en: 'asked not to be called' },
  machine: { ar: 'المرسل نظام آلي', en: 'sent by a machine' },
  quarantined: { ar: 'رسالة معلّقة للمراجعة', en: 'unreadable mail' },
  spam: { ar: 'رسالة مزعجة', en: 'spam' },
  staff: { ar: 'من منسوبي الجهة', en: 'municipal staff' },
  'own-staff': { ar: 'من فريق المركز', en: 'the centre’s own staff' },
  test: { ar: 'معاملة تجريبية', en: 'a trial of the system' },
  'not-worked': { ar: 'لم يُعمل عليها', en: 'not worked on' },
  'not-sampled': { ar: 'خارج العينة المختارة لهذه الخدمة', en: 'not in the sample of this service' },
  reopened: { ar: 'أُعيد فتح المعاملة قبل إرساله', en: 'the case was opened again before' },
  answered: { ar: 'سبقت الإجابة', en: 'answered already' },
  closed: { ar: 'أُغلقت المعاملة قبل إرساله', en: 'the case was closed before' },
  merged: { ar: 'ضُمّت إلى معاملة أخرى', en: 'merged into another case' },
  erased: { ar: 'حُذفت البيانات الشخصية', en: 'personal data was erased' },
};
