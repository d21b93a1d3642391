import { wordList } from '../mail/data/word-list.ts';

const wordSet = (text: string): ReadonlySet<string> => new Set(wordList(text));

/** Words by which a text is about a transaction: a request, its steps, its fee, its delay. */
export const MATTERS = wordSet(`
  طلب, طلبت, اطلب, نطلب, معاملة, معاملتي, قدمت, قدمنا, تقدمت, تقدمنا, تقديم, اقدم, نقدم, اصدار, اصدر, اصدرت, تصدر, صدور, صدرت, استخراج,
  استخرج, تستخرج, تجديد, اجدد, نجدد, تمديد, امدد, رسوم, رسم, تكلفة, سعر, مستندات, اوراق, شروط, شرط, اشتراطات, متطلبات, مطلوب, مطلوبة,
  اجراءات, اجراء, خطوات, مدة, متى, كيف, كيفية, طريقة, حالة, رفض, رفضت, مرفوض, قبول, موافقة, تاخر, تاخير, تاخرت, متاخرة, متاخر, مماطلة,
  انتظار, انتظر, ننتظر, موعد, استفسار, استفسر, نستفسر, سداد, دفع, ادفع, فاتورة, الغاء, الغي, نقل, تعديل, اعدل, اعتراض, اعترض, تظلم, منصة,
  بوابة, تطبيق, احصل, نحصل, حصول, صلاحية, مشكلة, خطا, استطيع, نستطيع, اقدر, نقدر, ابغى, ابي, نبي, اريد, نريد, ارغب, نرغب, احتاج, نحتاج,
  يصلني, يوصلني, وصلتني, صرف, توقيع, جدولة, انجاز, توفير, تامين, نسيت, استرجاع, استعادة, apply, applied, applying, application, request, requested, renew, renewal,
  renewing, renewed, issue, issued, issuing, fee, fees, cost, costs, document, documents, requirement, requirements, status, delay,
  delayed, pending, rejected, refused, approve, approved, approval, waiting, wait, appointment, how, when, where, need, get, getting,
  obtain, want, cancel, transfer, extend, extension, pay, paid, payment, objection, object, appeal, contest, portal, app, problem, error,
  cannot, cant, unable, procedure, steps, valid, validity, answered, forgot, forgotten, reset, question, inquiry, enquiry
`);

/** Words before a name by which somebody else has the document, or lacks it. */
export const DENIALS = wordSet(`
  بدون, دون, عدد, بلا, بغير, لديه, لديها, لديهم, عنده, عندها, عندهم, معه, معهم, يملك, يملكون, تملك, يحمل, يحملون, تحمل, without, lacks, lack,
  lacking, have, has
`);

/** Words directly before a name by which there is none: «لا توجد رخصة». */
export const ABSENT = wordSet('يوجد, توجد, وجود, no, any');
