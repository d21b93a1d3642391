import type { CaseType } from '#events/vocabulary.ts';
import { wordList } from './word-list.ts';

/** Words that name the type of a case, and words that only indicate it. */
export interface TypeWords {
  readonly named: readonly string[];
  readonly shown: readonly string[];
  /** Phrases about the service itself, which make a complaint of any subject. */
  readonly service?: readonly string[];
}

/**
 * The types that words show. A mail of thanks is told by the absence of any other matter: see `praise.ts`; a request
 * about personal data by a wish and its object: see `data-request.ts`.
 */
export type WordedType = Exclude<CaseType, 'thanks' | 'data-request'>;

export const TYPES: Readonly<Record<WordedType, TypeWords>> = {
  inquiry: {
    named: wordList(`
      استفسار*, أستفسر, نستفسر, للاستفسار, سؤال, أسأل, inquiry, enquiry, question, inquire, enquire
    `),
    shown: wordList(`
      هل, كيف, متى, أين, وين, وش, ايش, ويش, شلون, ما هي, ما هو, ماهي, ماهو, كم, ماذا, لماذا, ليش,
      ما المطلوب, ما الإجراء*, متطلبات, شروط, رسوم, الأوراق المطلوبة,
      أرغب في معرفة, أريد معرفة, أود معرفة, أود أن أعرف, أبغى أعرف, ابي اعرف, ودي اعرف, ممكن أعرف, أريد رقم, ابغى رقم, ابي رقم,
      أفيدوني, نأمل إفادتنا, آمل إفادتي, how do, how can, how to, how much, how long, how many,
      when will, when does, when do, when is, when are, when can, where can, where do, where is,
      where are, what is, what are, what do, what time, what documents, which, is there, are there,
      do i need, can i, could you tell, i would like to know, i want to know, requirements, fees,
      status of
    `),
  },
  report: {
    named: wordList(`
      بلاغ, بلاغات, بلاغي, أبلغ, إبلاغ, نبلغ, للإبلاغ, نبلغكم, أبلغكم, report, reporting
    `),
    shown: wordList(`
      مكسور*, انكسار, كسر, تسرب*, تسريب*, تعطل*, معطل*, عطل, لا يعمل, لا تعمل, ما يشتغل, ما تشتغل,
      لا تضيء, ما تضوي, مطفي*, مهمل*, نافق*, مرمي*, خربان*, خراب, مسدود*, انسداد, يسد, تسد, انتشار, تسمم,
      مزعج*, إزعاج, تعدي, تعديات, تعد, مخالف*, لم تنعكس, لم ينعكس, بدون ترخيص, بدون رخصة, غير مرخص*, لا أستطيع, ما أقدر, ماقدر, خطأ,
      رسالة خطأ, ما يفتح, ما تفتح, ما يوصل*, لا يصل*, لا يفتح, لا تفتح, تعلق, لا يكتمل, ما يكتمل, مفتوح*, مفقود*, ناقص*, سقوط, سقط*, انهيار, حفرة, هبوط*, طفح, حريق, مكشوف*, خطر, خطير*, متراكم*, تراكم,
      انقطاع, منقطع*, مطفاة, طافية, طافي, تالف*, كلاب, broken, leak*, not working, out of order,
      does not work, doesn't work, not collected, not been collected, not open*, cannot, can't, unable to,
      error, crash*, missing, damaged, damage, abandoned, dumped, blocked, blocking, cracked, unlicensed,
      without a licence, without a license, without a permit, without any permit, without permit, keeps me awake, fallen, collapsed, danger*, hazard*, overflow*, pothole*, flooded, exposed, overturned,
      piled up, piling up, stray
    `),
  },
  observation: {
    named: wordList(`
      ملاحظة, ملاحظات, ملاحظتي, ألاحظ, لاحظت, لاحظنا, نلاحظ, لوحظ, أتقدم بالشكر, حسن التعامل, سرعة الإنجاز, سرعة الاستجابة,
      observation*, noticed, remark*,
      feedback
    `),
    shown: wordList(`
      اقتراح*, مقترح*, اقترح, نقترح, نتمنى, أتمنى, أرجو النظر, من الأفضل, يحتاج إلى, تحتاج إلى,
      بحاجة إلى, suggest*, would be better, improve*, proposal, needs, thank you for, thanks for, we need more, please consider, it would be nice, it would be great,
      ياليت, ليت, حبذا, نأمل النظر, نأمل زيادة, زيادة عدد, شكرا لكم علي, شكرا علي, أشكركم علي, نشكركم علي
    `),
  },
  complaint: {
    named: wordList(`
      شكوى, شكاوي, شكواي, اشتكي, نشتكي, تظلم, complaint*, complain, complaining
    `),
    service: wordList(`
      سوء تعامل, سوء معاملة, سوء خدمة, سوء الخدمة, سوء التعامل, سوء المعاملة, خدمة سيئة, أسلوب سيء, أسلوب غير لائق,
      تعامل الموظف*, تعامل غير لائق, رفض استلام, لم يتم الرد, لم يتم التجاوب, لم يتجاوب*, لم يرد, لم يردوا, ولم يرد*, ولم يتم الرد, ولم يتم التجاوب, ولم يتجاوب*, ما ترد*, ما يرد*, لا ترد*, لا يرد*,
      لم يصلني رد, لم يصل رد, ما وصلني رد, لا أحد يرد, محد يرد, ما أحد يرد, محد رد, ماحد رد, تأخر الرد, تأخر معامل*,
      تأخير معامل*, تعطيل معامل*, تجاهل*, مماطلة, أغلق البلاغ, إغلاق البلاغ, إغلاق بلاغ*, يغلق البلاغ, يقفل البلاغ, تغلق البلاغات, دون أن يحضر, دون معالجة, بدون معالجة, اغلقتم, قفلتوا,
      سكرتوا, تم إغلاق, بدون حل, دون حل, بدون إصلاح, دون إصلاح, لا احد جا, محد جا, ما جا أحد, لم يحضر أحد,
      بدون تجاوب, أتظلم, مستاء, استياء, rude, no one answered, nobody answered, no one answers,
      nobody answers, never answered, no response, no reply, ignored, closed my, was closed without,
      closed without, unacceptable, poor service, bad service, terrible service, disappointed, unhelpful
    `),
    shown: wordList(`
      موظف*, المركز, your employee, your staff, your service, your office
    `),
  },
};
