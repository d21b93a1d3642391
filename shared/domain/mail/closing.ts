import { classify } from './classify.ts';
import { comparable } from './quoted-history.ts';

const DEVICE =
  'iphone|ipad|ipod|galaxy|samsung|android|huawei|honor|oppo|vivo|realme|xiaomi|redmi|poco|nokia|pixel|oneplus|blackberry|windows (?:phone|mail|10|11)|outlook|yahoo ?mail|yahoo|gmail|hotmail|aol|proton ?mail|proton|thunderbird|mail for windows|mail|spark|zoho';
const ARABIC_DEVICE = `(?:ال ?)?(?:${DEVICE}|ايفون|ايباد|جالكسي|سامسونج|هواوي|اندرويد|بريد|هاتفي|جوالي|هاتف|جوال|جهازي|جهاز|موبايلي|تطبيق)`;
const ADVERTISEMENTS = [
  new RegExp(
    `^[<(«]*(?:sent|composed|written) (?:from|via|using|with|by|on) (?:my |a |the )?(?:[\\p{L}\\p{N}.&-]+ ){0,3}(?:mobile|phone|smartphone|tablet|${DEVICE})(?:[ \\p{P}].{0,60})?$`,
    'u',
  ),
  /^sent from my [^.,!?؟]{1,40}$/,
  /^sent from my (?:cell|phone|mobile|device|iphone|tablet)\S{0,10}[,.] ?(?:please )?(?:excuse|forgive|pardon|sorry for) .{1,60}$/,
  /^(?:sent|posted|written) (?:from|with|via|by|using) (?:\p{L}[\p{L}\p{N}-]{0,20} ?){1,5}[<([]{1,2}https?:\S+$/u,
  /^(?:sent|written) (?:with|via|using) (?:airmail|mailbox|superhuman|polymail|newton|canary|mailspring|edison|typeapp|sparrow|mimestream|missive|hey)\b.{0,30}$/,
  /^sent from (?:mailbox|\[mail\]\(https?:\S+).{0,30}$/,
  /^sent from my .{1,40}<https?:\S+>$/,
  /^<{0,2}\(?sent (?:by|from) (?:my |a )?(?:galaxy|phone|mobile|tablet)\)?>{0,2}$/,
  /^get \[outlook .{1,120}$/,
  /^從我的 .{1,30} 傳送$|^发自我的 ?.{1,30}$|^從我的.{1,30}發送$/,
  /^(?:sendt|skickat) fr[aå]n? (?:min|mitt) .{1,30}$|^lahetetty .{1,30}$|^wyslane z .{1,30}$|^отправлено (?:с|из) .{1,40}$/,
  /^get (?:outlook|yahoo|the .{1,40} app) .{0,120}$/,
  new RegExp(
    `^(?:تم الارسال|ارسلت|ارسل|مرسل|مرسله|تم ارسالها|تم ارسال هذه الرساله|ارسلت هذه الرساله|تم ارسال هذا البريد) (?:من|عبر|بواسطه|باستخدام) (?:ال )?${ARABIC_DEVICE}(?: (?:ال)?(?:${DEVICE}|ذكي|محمول|نقال|من|خاص بي|البريد|الالكتروني|[a-z0-9 .+()-]{1,40}))*[ .]*$`,
  ),
  /^(?:احصل|الحصول|تنزيل|حمل) (?:علي )?(?:outlook|yahoo|تطبيق) .{0,120}$/,
  // French, German, Spanish, Portuguese, Italian, Dutch, Turkish, Filipino, Indonesian, Urdu, Hindi, Bengali.
  new RegExp(
    `^(?:envoye (?:de|depuis|a partir de)|envoyé (?:de|depuis|à partir de)|von mein\\S*|gesendet (?:von|mit)|enviado (?:desde|do|pelo)|inviato da|verzonden (?:vanaf|met)|ipinadala (?:mula|gamit)|dikirim dari) .{0,20}(?:${DEVICE}|mobil\\S*|smartphone|appareil|handy|ponsel|t.l.phone|dispositivo|celular|telefono).{0,40}$`,
  ),
  new RegExp(
    `^.{0,40}(?:${DEVICE}).{0,30}(?:gonderildi|gönderildi|gesendet|edinin|بهيجا گيا|بھيجا گيا|بھیجا گیا|भेजा गया|পাঠানো)\\S*[ .]*$`,
  ),
  // Traces of tracking extensions of Gmail.
  /^[\u1427\u144a]$/,
  /^virus-free\.? ?(?:www\.)?(?:avast|avg)\S{0,40}$/,
];
const BANNER =
  /^\[?(?:caution|warning|external(?: e?mail)?|تنبيه|تحذير|رساله خارجيه)\]? ?[:!-].{0,60}(?:external|outside|خارج)/;
const DISCLAIMER = [
  /^(?:this|the (?:information|contents?)) .{0,40}(?:e-?mail|message|communication).{0,200}(?:confidential|intended (?:solely|only|for))/,
  /^(?:هذه الرساله|هذا البريد|ان هذه الرساله|المعلومات الوارده|محتوي هذه الرساله).{0,200}(?:سري|مخصصه? ل|المرسل اليه)/,
];
const DISCLAIMER_HEADING =
  /^(?:disclaimer|confidentiality notice|اخلاء (?:ال)?مس[وي]وليه|تنويه|اشعار (?:ال)?سريه) ?:?/;
const SECRET =
  /confidential|privileged|intended (?:solely|only|recipient)|سريه|المرسل اليه|دون قصد|عن طريق الخطا/;
/** Words of the paragraphs of a disclaimer. */
const LEGAL =
  /confidential|privileged|intended|recipient|disclos|distribut|copy|copies|error|delete|destroy|virus|liab|responsib|unauthori|prohibit|views|opinions|environment|print|سري|مستلم|المرسل|خطا|حذف|اتلاف|نسخ|توزيع|افشا|مسوول|مسيول|فيروس|محظور|يمنع|البيئه|طباعه|اراء/;
const CLOSING =
  /^(?:(?:kind|best|warm) regards|regards|sincerely|yours (?:sincerely|truly|faithfully)|thanks and regards|مع (?:خالص |اطيب |فايق )?(?:التحيه|تحياتي|الشكر|التقدير|تحيات)|تحياتي|وتقبلوا|تقبلوا|ودمتم).{0,60}$/;
const SALUTE =
  /^(?:thanks|thank you|cheers|best|best wishes|cordialement|bien a vous|bien à vous|mit freundlichen gr|viele gr|liebe gr|saludos|atentamente|cordiali saluti|saygilarimla|saygılarımla|salam|hormat kami|lubos na gumagalang|شكرا|ودمتم|والسلام)/;
const CONTACT =
  /@|\bwww\.|https?:|\+?\d[\d\s()-]{6,}\d|^(?:جوال|هاتف|فاكس|تحويله|ص ?\.? ?ب|tel|mob|phone|fax|ext|p\.? ?o\.? box)/;
const TITLE =
  /(?:مدير|مهندس|رييس|مشرف|منسق|محاسب|محامي|دكتور|استاذ|شركه|موسسه|مجموعه|قسم|اداره|فرع|مكتب|manager|engineer|director|officer|supervisor|coordinator|consultant|specialist|accountant|assistant|president|head of|dept|department|company|ltd|llc|inc|co\.|group|university|ministry)/;
const LONGEST_SIGNATURE = 15;
const LONGEST_NAME_BLOCK = 7;
const LONGEST_NAME = 4;

const ended = /[.؟?!…:،]$/;

/** Return true when a line contains a word of the classifier, so it has content. */
const saysSomething = (line: string): boolean =>
  classify('', line).reasons.some((reason) => reason.split(':').length > 2);

/** Return true for a typical line of a signature: contact data, a title, a closing formula. */
const isTelling = (line: string): boolean =>
  CONTACT.test(line) || TITLE.test(line) || CLOSING.test(line) || SALUTE.test(line);

/** Return true for a line that can be part of a signature. */
function mayBeSigned(line: string): boolean {
  if (TITLE.test(line)) return line.length <= 120;
  if (isTelling(line)) return line.length <= 120 && !saysSomething(line);
  return line.length <= 80 && !/[؟?]/.test(line) && !saysSomething(line);
}

/**
 * Return true when lines are a signature: separated by a mail program, only names, or short lines with a
 * typical one.
 */
function isSignature(lines: readonly string[], byMachine: boolean): boolean {
  if (lines.length > LONGEST_SIGNATURE || !lines.every(mayBeSigned)) return false;
  if (byMachine) return true;
  if (lines.some((line) => ended.test(line) && !isTelling(line))) return false;
  return lines.some(isTelling) || lines.every((line) => line.split(' ').length <= LONGEST_NAME);
}

/** Programs write `-- ` with its space (RFC 3676 §4.3); people type the dashes alone. */
const isDelimiter = (line: string): boolean => /^\s{0,3}(?:--|—)\s*$/.test(line);
const isByMachine = (line: string): boolean => line === '-- ';

/** Return where a signature after `-- ` begins: all lines below look like one. */
function delimiterAt(lines: readonly string[]): number {
  for (const [at, line] of lines.entries()) {
    if (!isDelimiter(line)) continue;
    const below = lines
      .slice(at + 1)
      .filter((one) => one.trim() !== '' && !isDelimiter(one))
      .map(comparable);
    if (isSignature(below, isByMachine(line))) return at;
  }
  return lines.length;
}

/** Return where a closing formula begins whose lines below are only a name and contact data. */
function nameBlockAt(plain: readonly string[]): number {
  const found = plain.findLastIndex((line) => CLOSING.test(line));
  const below = plain.slice(found + 1).filter((line) => line !== '');
  const isBlock =
    found > 0 &&
    below.length >= 2 &&
    below.length <= LONGEST_NAME_BLOCK &&
    below.every((line) => line.length <= 80 && !/[.؟?!]$/.test(line)) &&
    below.some((line) => CONTACT.test(line));
  return isBlock && plain.slice(0, found).some((line) => line !== '') ? found : plain.length;
}

/** A heading alone is the author's own remark; a disclaimer continues with confidentiality. */
function beginsDisclaimer(plain: readonly string[], at: number): boolean {
  const line = plain[at] ?? '';
  if (DISCLAIMER.some((pattern) => pattern.test(line))) return SECRET.test(plain.slice(at, at + 6).join(' '));
  return DISCLAIMER_HEADING.test(line) && SECRET.test(plain.slice(at, at + 4).join(' '));
}

/** Split lines into paragraphs at empty lines. */
const paragraphs = (plain: readonly string[]): string[] =>
  plain
    .join('\n')
    .split(/\n{2,}/)
    .map((one) => one.replaceAll('\n', ' ').trim())
    .filter((one) => one !== '');

/**
 * Return where a disclaimer begins that continues to the end. The author's own text below a disclaimer is
 * kept.
 */
function disclaimerAt(plain: readonly string[]): number {
  const found = plain.findIndex((_line, at) => at > 0 && beginsDisclaimer(plain, at));
  if (found < 0) return plain.length;
  return paragraphs(plain.slice(found)).every((one) => LEGAL.test(one)) ? found : plain.length;
}

/** Remove a phone's advertisement and a gateway's warning at the top. */
export function withoutAdvertisements(lines: readonly string[]): string[] {
  return lines.filter((line, at) => {
    const plain = comparable(line);
    const words = plain.replace(/ ?<https?:[^<>]*>?/g, '');
    const isAdvertisement = [plain, words].some(
      (text) => text.length <= 160 && ADVERTISEMENTS.some((pattern) => pattern.test(text)),
    );
    if (isAdvertisement) return false;
    return at > 3 || !BANNER.test(plain);
  });
}

/**
 * Remove the text that mail programs and offices add: a phone's advertisement, the signature after `-- `, a
 * closing formula with name and telephone numbers, a disclaimer, the warning about external mail. Keep a
 * closing with only a name, because the author wrote it. Keep text below a separator that does not look like
 * a signature or a disclaimer: showing too much loses nothing.
 */
export function withoutClosing(lines: readonly string[]): string[] {
  const own = withoutAdvertisements(lines);
  const claimed = own.slice(0, disclaimerAt(own.map(comparable)));
  const signed = claimed.slice(0, delimiterAt(claimed));
  return signed.slice(0, nameBlockAt(signed.map(comparable)));
}
