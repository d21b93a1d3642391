import type { CaseType } from '#events/vocabulary.ts';
import { words } from './words.ts';

/** Words that name the kind of a case, and words that only show it. */
export interface TypeWords {
  readonly named: readonly string[];
  readonly shown: readonly string[];
}

export const TYPES: Readonly<Record<CaseType, TypeWords>> = {
  inquiry: {
    named: words(`
      استفسار*, أستفسر, نستفسر, للاستفسار, سؤال, أسأل, inquiry, enquiry, question, inquire, enquire
    `),
    shown: words(`
      هل, كيف, متى, أين, وين, ما هي, ما هو, ماهي, ماهو, كم, ماذا, ما المطلوب, ما الإجراء*, المتطلبات,
      الشروط, الرسوم, أرغب في معرفة, أريد معرفة, أبغى أعرف, how, when, where, what is, what are,
      which, could you tell, i would like to know, requirements, fees, status of
    `),
  },
  report: {
    named: words(`
      بلاغ, بلاغات, بلاغي, أبلغ, إبلاغ, نبلغ, للإبلاغ, نبلغكم, أبلغكم, report, reporting
    `),
    shown: words(`
      مكسور*, انكسار, كسر, تسرب*, تسريب*, تعطل*, معطل*, عطل, لا يعمل, لا تعمل, ما يشتغل, ما تشتغل,
      لا تضيء, سقوط, سقط*, انهيار, حفرة, هبوط*, طفح, حريق, مكشوف*, خطر, خطير*, متراكم*, تراكم,
      انقطاع, منقطع*, مطفاة, طافية, طافي, تالف*, كلاب, broken, leak*, not working, out of order,
      fallen, collapsed, danger*, hazard*, overflow*, pothole*, flooded, exposed, overturned,
      piled up, piling up, stray
    `),
  },
  observation: {
    named: words(`
      ملاحظة, ملاحظات, ملاحظتي, ألاحظ, لاحظت, لاحظنا, نلاحظ, لوحظ, observation*, noticed, remark*,
      feedback
    `),
    shown: words(`
      اقتراح*, مقترح*, اقترح, نقترح, نتمنى, أتمنى, أرجو النظر, من الأفضل, يحتاج إلى, تحتاج إلى,
      بحاجة إلى, suggest*, would be better, improve*, proposal, needs, thank you for
    `),
  },
  complaint: {
    named: words(`
      شكوى, شكاوي, شكواي, اشتكي, نشتكي, تظلم, complaint*, complain, complaining
    `),
    shown: words(`
      سوء تعامل, سوء معاملة, سوء خدمة, موظف لم, الموظف, موظفكم, موظفة, تعامل الموظف*, لم يتم الرد,
      لم يرد, لم يردوا, لا أحد يرد, تأخر الرد, تجاهل*, مماطلة, أغلق البلاغ, إغلاق البلاغ, تم إغلاق,
      المركز, مستاء, rude, no one answered, nobody answered, never answered, no response,
      your employee, your staff, ignored, closed my, was closed without, unacceptable, poor service,
      disappointed
    `),
  },
};
