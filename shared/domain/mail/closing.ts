import { comparable } from './history.ts';

const ADVERTISEMENTS = [
  /^(?:sent|composed) (?:from|via|using|with) (?:my |a |the )?(?:iphone|ipad|galaxy|samsung|mobile|android|huawei|phone|blackberry|xiaomi|honor|oppo|outlook|yahoo|mail|gmail|windows|proton).{0,80}$/,
  /^get (?:outlook|yahoo|the .{1,40} app) .{0,120}$/,
  /^(?:تم الارسال|ارسلت|ارسل|مرسل|مرسله|تم ارسالها|تم ارسال هذه الرساله|ارسلت هذه الرساله) (?:من|عبر|بواسطه|باستخدام) .{0,60}$/,
  /^(?:احصل|الحصول|تنزيل|حمل) (?:علي )?(?:outlook|yahoo) .{0,120}$/,
  /^virus-free\.? ?(?:www\.)?(?:avast|avg)\S{0,40}$/,
];
const BANNER =
  /^\[?(?:caution|warning|external(?: e?mail)?|تنبيه|تحذير|رساله خارجيه)\]? ?[:!-].{0,60}(?:external|outside|خارج)/;
const DISCLAIMER = [
  /^(?:this|the (?:information|contents?)) .{0,40}(?:e-?mail|message|communication).{0,200}(?:confidential|intended (?:solely|only|for))/,
  /^(?:هذه الرساله|هذا البريد|ان هذه الرساله|المعلومات الوارده|محتوي هذه الرساله).{0,200}(?:سري|مخصصه? ل|موجهه? (?:ال|ل)|المرسل الي)/,
];
const DISCLAIMER_HEADING =
  /^(?:disclaimer|confidentiality notice|اخلاء (?:ال)?مس[وي]وليه|تنويه|اشعار (?:ال)?سريه) ?:?/;
const SECRET =
  /confidential|privileged|intended (?:solely|only|recipient)|سريه|المرسل اليه|دون قصد|عن طريق الخطا/;
const CLOSING =
  /^(?:(?:kind|best|warm) regards|regards|sincerely|yours (?:sincerely|truly|faithfully)|thanks and regards|مع (?:خالص |اطيب |فايق )?(?:التحيه|تحياتي|الشكر|التقدير|تحيات)|تحياتي|وتقبلوا|تقبلوا|ودمتم).{0,60}$/;
const CONTACT =
  /@|\bwww\.|https?:|\+?\d[\d\s()-]{6,}\d|^(?:جوال|هاتف|فاكس|تحويله|ص ?\.? ?ب|tel|mob|phone|fax|ext|p\.? ?o\.? box)/;
const LONGEST_SIGNATURE = 15;
const LONGEST_NAME_BLOCK = 7;

function isDelimiter(line: string): boolean {
  return /^\s{0,3}(?:--|—)\s*$/.test(line);
}

/** Where a signature after `-- ` begins. A divider with a page of text below is no signature. */
function delimiterAt(lines: readonly string[]): number {
  let found = lines.findLastIndex(isDelimiter);
  if (found < 0) return lines.length;
  // Mailers that add the delimiter themselves put it above the one the author keeps in the signature.
  while (found > 0 && /^\s*(?:--\s*)?$/.test(lines[found - 1] ?? '')) found -= 1;
  const below = lines.slice(found + 1).filter((line) => line.trim() !== '').length;
  return below <= LONGEST_SIGNATURE ? found : lines.length;
}

/** Where a closing formula begins whose lines below are a name and ways to reach them, and nothing else. */
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

/** A heading alone is the author's own remark; a disclaimer goes on about secrecy. */
function beginsDisclaimer(plain: readonly string[], at: number): boolean {
  const line = plain[at] ?? '';
  if (DISCLAIMER.some((pattern) => pattern.test(line))) return true;
  return DISCLAIMER_HEADING.test(line) && SECRET.test(plain.slice(at, at + 4).join(' '));
}

function disclaimerAt(plain: readonly string[]): number {
  const found = plain.findIndex((_line, at) => at > 0 && beginsDisclaimer(plain, at));
  return found < 0 ? plain.length : found;
}

/** The lines without a phone's advertisement and the warning a gateway puts on top. */
export function withoutAdvertisements(lines: readonly string[]): string[] {
  return lines.filter((line, at) => {
    const plain = comparable(line);
    if (ADVERTISEMENTS.some((pattern) => pattern.test(plain))) return false;
    return at > 3 || !BANNER.test(plain);
  });
}

/**
 * The lines without what mail programs and offices put around a text: a phone's advertisement, the signature
 * after `-- `, a closing formula with name and telephone numbers, a disclaimer, the warning that a mail
 * came from outside. A closing with a name alone stays: it is the author's.
 */
export function withoutClosing(lines: readonly string[]): string[] {
  const own = withoutAdvertisements(lines);
  const signed = own.slice(0, delimiterAt(own));
  const claimed = signed.slice(0, disclaimerAt(signed.map(comparable)));
  return claimed.slice(0, nameBlockAt(claimed.map(comparable)));
}
