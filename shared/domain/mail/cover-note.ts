import { comparable } from './quoted-history.ts';

/** Typical notes above a forwarded mail: "see below", "for your information". */
const PASSING =
  /^(?:f\.?y\.?i\.?|for (?:your )?(?:kind )?(?:information|action|review|reference|necessary action)|(?:please |kindly )?(?:see|check|find|refer to|note) (?:the )?(?:below|attached|mail below|email below|message below|forwarded message)(?: (?:mail|email|message|please))?|see below please|see|see attached|(?:as )?attached|(?:fwd|forwarded|forwarding)(?: (?:below|as received|message))?|as below|below|(?:للعلم|للاطلاع|للاحاطه|لاطلاعكم|لعلمكم|للافاده|للتوجيه|للمتابعه|للعمل بموجبه|(?:(?:ارجو|نرجو|يرجي|امل|نامل) )?ا?لاتخاذ (?:اللازم|ما يلزم)|(?:ارجو|نرجو|يرجي|امل|نامل) اتخاذ (?:اللازم|ما يلزم))(?: و(?:الاطلاع|الاحاطه|الافاده|افادتنا|التوجيه|المتابعه|اتخاذ (?:اللازم|ما يلزم)|العمل بموجبه)){0,3}(?: (?:من )?(?:قبلكم|لديكم|حياله|بشانه))?|للتكرم بالاطلاع|(?:ارجو|نرجو|يرجي|امل|نامل) (?:التكرم )?(?:ب)?الاطلاع(?: علي .{1,40})?|(?:انظر|كما|حسب|مرفق|تجدون|الرساله) (?:ما )?(?:هو |هي )?(?:موضح |موضحه |مرفق |مرفقه )?(?:ادناه|بالاسفل)|احيل(?: اليكم)?.{0,40})$/;
/** Greetings and thanks, which say nothing about the mail below. */
const COURTESY =
  /^(?:السلام عليكم.{0,40}|تحيه طيبه.{0,20}|شكرا.{0,20}|(?:مع )?(?:ال)?تحيا?تي?|hi.{0,20}|hello.{0,20}|dear .{1,30}|thanks?.{0,20}|(?:best |kind )?regards)$/;
const LONGEST_NOTE = 160;

/**
 * Return true when the text above another mail only forwards it. Nothing at all counts. Greetings and thanks
 * count too, except above a mail that is answered, where they are the answer.
 */
export function isCoverNote(written: string, answers = false): boolean {
  if (written.length > LONGEST_NOTE) return false;
  const lines = written
    .split('\n')
    .map((line) => comparable(line).replace(/[.,،:!؛\s]+$/, ''))
    .filter((line) => line !== '');
  if (!lines.every((line) => PASSING.test(line) || COURTESY.test(line))) return false;
  return !answers || lines.length === 0 || lines.some((line) => PASSING.test(line));
}
