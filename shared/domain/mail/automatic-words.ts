import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';

const MARKS = /^(?:(?:re|fw|fwd|رد|تحويل) ?: ?)*\[?/.source;
/**
 * After the phrase, a person continues a sentence; a machine continues with punctuation, a date, or nothing.
 */
const END =
  /(?=\s*(?:$|[\]:;,.!(–—\u2026\u060c-]|(?:until|till|from|through|re:|حتي|لغايه|الي يوم|الي تاريخ|من تاريخ|اعتبارا)))/
    .source;
const ABSENCE_SUBJECT = new RegExp(
  `${MARKS}(?:automatic reply|(?:i am |i'm )?(?:currently )?out of (?:the )?office|ooo|oof|away from (?:my |the )?(?:desk|office|mail)|(?:i am |i'm )?(?:currently )?on (?:annual |sick |maternity |paternity )?(?:leave|vacation|holiday)|vacation (?:reply|response|notice)|(?:ال)?رد (?:ال)?تلقايي|(?:انا |اكون |ساكون )?(?:حاليا )?خارج (?:المكتب|الدوام|العمل)|(?:انا |حاليا )*(?:في|باجازه|متمتع ب|متمتعه ب) ?اجازه(?: سنويه| مرضيه| رسميه)?|اشعار (?:غياب|اجازه))${END}`,
);
const AUTO_REPLY_SUBJECT = new RegExp(
  `${MARKS}(?:auto(?:matic|mated)?[ -]?(?:reply|response|answer|acknowledge?ment)|autoreply|رد (?:الي|اوتوماتيكي)|استجابه تلقاييه)${END}`,
);
const CALENDAR_SUBJECT =
  /^(?:accepted|declined|tentative|tentatively accepted|canceled|cancelled|مقبول|تم القبول|قبول|مرفوض|تم الرفض|مبديي|مبدييا|ملغي|تم الالغاء) ?:/;

const GREETING =
  /^(?:(?:hello|hi|dear [^,.!]{0,40}|good (?:morning|day|afternoon)|greetings|السلام عليكم[^.،,!]{0,40}|مرحبا[^.،,!]{0,20}|تحيه طيبه[^.،,!]{0,20}|عزيزي[^.،,!]{0,30}|الساده[^.،,!]{0,30})[\s.,،!:]*)*/
    .source;
const THANKS =
  /(?:(?:many )?thank(?:s| you) (?:very much )?for (?:your|the|contacting|reaching)[^.!]{0,60}[.!,\s]*|(?:نشكركم?|اشكركم?|شكرا(?: لك| لكم)?(?: جزيلا)?) (?:علي |ل)[^.،!]{0,60}[.،!\s]*)/
    .source;
const ABSENT =
  /(?:i(?:'m| am)(?: currently| now| presently)? (?:out of (?:the )?office|away from (?:the |my )?(?:office|desk)|on (?:annual |sick |maternity )?(?:leave|vacation|holiday))|i (?:will|shall) be (?:out of (?:the )?office|away|on (?:annual )?leave)|انا (?:حاليا )?(?:خارج (?:المكتب|الدوام|العمل)|في اجازه)|(?:ساكون|اكون) (?:حاليا )?(?:خارج (?:المكتب|الدوام|العمل)|في اجازه)|(?:حاليا )?(?:متواجد|موجود)ه? خارج (?:المكتب|الدوام|العمل)|اتمتع (?:حاليا )?باجازه)/
    .source;
const AWAY_UNTIL =
  /(?:limited|no) access to (?:my )?e-?mail|(?:will|shall) (?:respond|reply|answer|get back|be back|return)|(?:up)?on my return|when i (?:return|am back)|(?:for|in case of) urgent|(?:contact|reach) my colleague|(?:سارد|ساقوم بالرد|ساجيب|الرد علي (?:رسالتكم?|رسايلكم?|بريدكم?))|(?:عند|بعد|حين|فور) (?:عودتي|العوده)|(?:ل|في )?(?:ال)?(?:حالات|امور|حالا|استفسارات) (?:ال)?(?:عاجله|طاريه|مستعجله)|(?:التواصل|تواصلوا?) مع (?:زميلي|الزميل|زميلتي|القسم)/;
const ABSENCE_TEXT = new RegExp(`^${GREETING}(?:${THANKS})?${ABSENT}`);
const MENTION = new RegExp(ABSENT);
const LONGEST_ABSENCE = 700;

const beginning = (text: string): string => normaliseArabic(text.slice(0, LONGEST_ABSENCE + 1));

/**
 * Return true for a subject that only absence notices have: "Automatic reply: …", «رد تلقائي: خارج المكتب».
 */
export const isAbsenceSubject = (subject: string): boolean => ABSENCE_SUBJECT.test(beginning(subject));

/** Return true for the subject of an automatic reply. */
export const isAutoReplySubject = (subject: string): boolean => AUTO_REPLY_SUBJECT.test(beginning(subject));

/** Return true for the subject of a calendar's response to an invitation. */
export const isCalendarSubject = (subject: string): boolean => CALENDAR_SUBJECT.test(beginning(subject));

/** Return true when the text of a machine reports an absence. */
export const mentionsAbsence = (text: string): boolean => MENTION.test(beginning(text));

const RECEIPT =
  /\b(?:ticket|case|request|reference|enquiry|inquiry) (?:#|no\b|number|id\b|has been|was|is)|(?:we|has been|have been|was) (?:successfully )?(?:have )?(?:received|registered|created|logged)|تم استلام|استلمنا|تلقينا|وصلتنا|تم تسجيل (?:طلب|بلاغ|شكو)|رقم (?:ال)?(?:طلب|تذكره|بلاغ)/;

/** Return true when the text of a machine confirms a receipt: a help desk, not an absence. */
export const confirmsReceipt = (text: string): boolean => RECEIPT.test(beginning(text));

/**
 * Return true when a text alone is an absence notice: short, with the absence first, then when or by whom the
 * answer comes, and without a question. A person who mentions a holiday also asks for something.
 */
export function isAbsenceText(text: string): boolean {
  if (text.trim().length > LONGEST_ABSENCE || /[?؟]/.test(text)) return false;
  const start = beginning(text);
  return ABSENCE_TEXT.test(start) && AWAY_UNTIL.test(start);
}
