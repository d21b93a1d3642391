import type { DataOf } from '#events/registry.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';

/** The reasons for which a survey was not sent. */
export const suppressionLabel: Readonly<Record<DataOf<'rida.survey.suppressed.v1'>['reason'], Bilingual>> = {
  'no-address': { ar: 'لا يوجد بريد', en: 'no address' },
  'address-failing': { ar: 'البريد لا يستقبل رسائلنا', en: 'the address takes no mail of ours' },
  unauthenticated: { ar: 'هوية المرسل غير موثقة', en: 'sender not verified' },
  'cool-down': { ar: 'سُئل مؤخرًا', en: 'asked recently' },
  thanks: { ar: 'رسالة شكر', en: 'a message of thanks' },
  withdrawn: { ar: 'تنازل عن طلبه', en: 'gave up the request' },
  duplicate: { ar: 'معاملة مكررة', en: 'a duplicate' },
  'opted-out': { ar: 'طلب عدم سؤاله', en: 'asked not to be asked' },
  machine: { ar: 'المرسل نظام آلي', en: 'sent by a machine' },
  quarantined: { ar: 'رسالة محجوزة', en: 'unreadable mail' },
  staff: { ar: 'من منسوبي الجهة', en: 'municipal staff' },
  'not-worked': { ar: 'لم يُعمل عليها', en: 'not worked on' },
};
