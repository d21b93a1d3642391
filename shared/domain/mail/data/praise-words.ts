import { wordList } from './word-list.ts';

/** Words of a mail that only praises. Sources: letters to municipalities, and the phrases of formal Arabic letters. */
export const PRAISE = {
  /** Thanks or praise as the matter of a mail. Thanks that only end a letter are not among them. */
  praises: wordList(`
    أتقدم بالشكر, نتقدم بالشكر, أتقدم بخالص, نتقدم بخالص, أتقدم بجزيل, نتقدم بجزيل, أتوجه بالشكر, نتوجه بالشكر,
    أتوجه بخالص, أرفع شكري, نرفع شكرنا, أقدم شكري, نقدم شكرنا, كلمة شكر, رسالة شكر, خطاب شكر, أود أن أشكر, أود شكر,
    نود أن نشكر, نود شكر, أحب أشكر, أحب أن أشكر, ودي أشكر, حابب أشكر, حبيت أشكر, حابة أشكر, أبغى أشكر, أبي أشكر, بغيت أشكر,
    أشكر البلدية, أشكر بلدية, أشكر الأمانة, أشكر أمانة, أشكر فريق*, أشكر موظف*, أشكر الموظف*, أشكر كل, أشكر جميع, أشكر القائمين,
    أشكر المهندس*, أشكر المراقب*, أشكر عمال*, أشكر مركز*, أشكركم على, أشكركم علي, نشكر البلدية, نشكر بلدية, نشكر الأمانة, نشكر أمانة, نشكر فريق*,
    نشكر موظف*, نشكر كل, نشكر جميع, نشكر القائمين, نشكر مركز*, نشكركم على, شكرا لكم على, شكرا على, شكرا لبلدية, شكرا للبلدية, شكرا لأمانة,
    شكرا للأمانة, شكرا لفريق*, شكرا للموظف*, شكرا لموظف*, شكرا لعمال*, الشكر لله ثم, كل الشكر ل*, كل الشكر والتقدير ل*, الشكر موصول,
    بيض الله وجيهكم, بيض الله وجوهكم, بيض الله وجهكم, كفو, ما قصرتوا, ما قصرتو, ماقصرتوا, يعطيكم العافية على, الله يعطيكم العافية على, حسن التعامل,
    حسن تعامل*, سرعة الإنجاز, سرعة إنجاز*, سرعة الاستجابة, سرعة استجابت*, سرعة التجاوب, سرعة تجاوب*, سرعة الرد, سرعة معالجة, سرعة إصلاح,
    جهود جبارة, جهود مشكورة, جهد مشكور, جهودكم المشكورة, خدمة ممتازة, خدمة رائعة, عمل رائع, شغل ممتاز, شغل نظيف, تعامل راقي, تعامل راق,
    جزاكم الله خيرا على, جزاكم الله خير على, أخص بالشكر, نخص بالشكر, وافر الشكر, بوافر الشكر, شكرا من القلب, شكرا من الأعماق,
    شكرا لكم من القلب, شكرا لكم من الأعماق, كل الشكر للمهندس*, كل الشكر للأخ*, ألف شكر, مليون شكر, إبداع والله, مبدعين, قدها وقدود,
    تم حل المشكلة ولله الحمد, تم حل المشكلة والحمد لله, صار نظيف, صارت نظيفة, فوق الممتاز, خدمة خمس نجوم,
    تعامل رائع, أثني على, نثني على, أشيد ب*, نشيد ب*, إشادة, ثناء, فخورين ب*, فخور ب*, تستحقون الشكر, تستحق الشكر, يستحق الشكر,
    thank you for, thanks for, thank you to, thanks to the, want to thank, wish to thank, like to thank, wanted to thank,
    a big thank, thank the, thanks a lot for, grateful for, grateful to, appreciate the, appreciate your, appreciate how,
    in appreciation, compliment*, commend*, great job, great work, good job, good work, well done, excellent service,
    excellent work, excellent job, great service, amazing service, amazing work, wonderful service, wonderful work,
    was brilliant, were brilliant, was fantastic, were fantastic, was amazing, were amazing, was wonderful, was excellent,
    was outstanding, very helpful and, five stars, heartfelt thanks, sincere thanks, outstanding service, kudos, praise, hats off, very impressed, letter of thanks, note of thanks
  `),
  /** Thanks that only end a letter, whatever it is about. They are removed first. */
  courtesies: wordList(`
    شكرا على تعاونكم, شكرا لكم على تعاونكم, شكرا لتعاونكم, أشكركم على تعاونكم, نشكركم على تعاونكم, شكرا على حسن تعاونكم,
    أشكركم على حسن تعاونكم, نشكركم على حسن تعاونكم, شكرا على وقتكم, شكرا على اهتمامكم, شكرا لكم على اهتمامكم, أشكركم على اهتمامكم,
    نشكركم على اهتمامكم, شكرا على المساعدة, شكرا مقدما, شكرا على تفهمكم, شكرا لتفهمكم, شكرا على الرد, شكرا لكم على الرد, شكرا على ردكم, أشكركم على ردكم, شكرا لكم على ردكم,
    شكرا على تواصلكم, لا يسعني إلا أن, لا يسعنا إلا أن, ما يسعني إلا أن, حسن تعاملكم معنا مقدما,
    thank you for your cooperation, thanks for your cooperation, thank you for your time, thanks for your time,
    thank you for your attention, thanks for your attention, thank you for your understanding,
    thank you for your help, thanks for your help, thank you for your support, thanks for your support,
    thank you for your assistance, thanks for your assistance, thank you for your consideration,
    thank you for your reply, thanks for your reply, thank you for your response, thanks for your response,
    thank you for your email, thanks for your email, thank you for your message, thank you for contacting,
    thank you for reading, appreciate your help, appreciate your support, appreciate your cooperation,
    appreciate your time, appreciate your attention, appreciate your prompt, appreciate your quick
  `),
  /** A mail with one of these wants something. */
  wants: wordList(`
    نأمل, آمل أن, آمل منكم, آمل في, آمل سرعة, آمل إعادة, آمل إفادت*, آمل زيادة, آمل معالج*, آمل إصلاح*, آمل التكرم, آمل الرد, أأمل, أرجو, نرجو, رجاء, الرجاء, يرجى, أتمنى, نتمنى, ياليت, ليت, ليتكم, حبذا, لكن, ولكن, غير أن, إلا أن, ومع ذلك, مع ذلك,
    نطلب, أطلب, أطالب, نطالب, طلب, أحتاج, نحتاج, يحتاج, تحتاج, بحاجة, للأسف, مع الأسف, متى, هل, كيف, ليش, لماذا, كم, وش, أين, وين,
    أقترح, نقترح, اقتراح*, مقترح*, ملاحظة, ملاحظات, شكوى, اشتكي, نشتكي, مشكلة في, مشكلتي, مشكلتنا, عندي مشكلة, عندنا مشكلة, استفسار*, أستفسر,
    لم, لن, ليس, ليست, ما زال*, مازال*, لا زال*, لا يزال, لا تزال, ما تم, ماتم, بدون, دون, حتى الآن, إلى الآن, للحين, عسى, ولم, ولن, وليس, معدوم*, ممتلئ*, أضيف, نضيف, لا شيء, ولا شيء, لا أحد, ولا أحد, محد, باقي, بقي, بقيت, بقت, يبقى, تبقى, ينقص*, تنقص*, ناقص*,
    السماعة, بوجهي, بوجهنا, في وجهي, وجهي, رفض*, يرفض*, صرخ*, يصرخ*, طرد*, شتم*, أهان*, إهانة, أسابيع, أسبوعين, أشهر, شهور, شهرين, سنتين,
    سنوات, تأخر*, تأخير*, تأخرت*, تجاهل*, سيء, سيئة, أسوأ, إهمال, تقصير, ممكن, ابغى, أبغى حل, نبي, أبي,
    but, however, please, kindly, could you, can you, would you, will you, need, needs, unfortunately, although, though,
    still, yet, problem with, issue with, suggest*, complaint, complain, inquiry, question, when, why, how do, how can,
    how to, not, never, no one, nobody, no, don't, doesn't, didn't, hasn't, haven't, isn't, wasn't, won't, can't, cannot,
    would be, it would, if only, more of, some more, we should, you should, add some, consider, except, instead, hung up, in my face, ignor*, refus*, shouted,
    shouting, insult*, weeks, months, years, slow, slowly, delay*, late, instead, without, nothing, anything, nowhere, worse, worst, hope you, hoping you, wish you, i want you, waiting
  `),
  /** The work that is praised. With one of these, a defect is one of the past. */
  finished: wordList(`
    إصلاح*, أصلح*, صلح*, تصليح*, معالج*, عالج*, ردم*, حل المشكلة, حل مشكل*, حليتوا, انحلت, حلت, إزالة, أزال*, شال*, رفع*, نظف*, تنظيف*, نظافة,
    استبدال, استبدل*, تبديل, بدل*, تركيب, ركب*, صيان*, إنهاء, أنهى, أنهي*, إنجاز*, أنجز*, استجاب*, تجاوب*, سفلت*, رصف*, إعادة, أعاد*,
    fixed, fixing, fix, repaired, repairing, repair, resolved, resolving, solved, solving, removed, removing, removal,
    cleaned, cleaning, replaced, replacing, collected, collecting, handled, handling, paved, paving, restored,
    installed, installing, closed the, sorted, dealt with
  `),
} as const;
