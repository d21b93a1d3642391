import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';

const SEPARATORS = [
  /^[-_ ]{3,}\s*(?:original message|forwarded message|original appointment|الرساله الاصليه|رساله اصليه|رساله معاد توجيهها|الرساله المعاد توجيهها|بدايه الرساله)\s*[-_ ]*$/,
  /^_{20,}$/,
  /^(?:begin forwarded message|بدايه الرساله المعاد توجيهها|بدء الرساله المعاد توجيهها) ?:?$/,
];
const ATTRIBUTION = [
  /^on .{4,300} wrote ?:$/,
  /^(?:في|بتاريخ|يوم) .{4,300}(?:كتبت?|كتب\/ت)(?: .{0,200})?:$/,
  /^.{3,200}<[^<>\s]+@[^<>\s]+>.{0,80}(?:wrote|كتبت?) ?:$/,
];
const HEADER_FIELDS: readonly RegExp[] = [
  /^\*?(?:from|من) ?\*? ?:/,
  /^\*?(?:sent|date|تاريخ الارسال|تم الارسال|التاريخ|ارسلت|المرسله) ?\*? ?:/,
  /^\*?(?:to|الي) ?\*? ?:/,
  /^\*?(?:subject|الموضوع) ?\*? ?:/,
];
const SIGNATURES = [
  /^-- ?$/,
  /^(?:sent from my (?:iphone|ipad|galaxy|samsung|mobile|android|huawei).{0,40}|sent from (?:outlook|yahoo|mail) .{0,60}|get outlook for (?:ios|android).{0,80})$/,
  /^(?:(?:ارسلت|تم الارسال|مرسل|ارسل) من (?:ال|جهاز|هاتف)?.{0,40}|احصل علي outlook .{0,80}|الحصول علي outlook .{0,80})$/,
];

const matches = (patterns: readonly RegExp[], line: string): boolean =>
  patterns.some((pattern) => pattern.test(line));

/** A block of at least three different header fields within six lines, beginning with From. */
function opensHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!HEADER_FIELDS[0]?.test(lines[at] ?? '')) return false;
  const block = lines.slice(at, at + 6);
  return HEADER_FIELDS.filter((field) => block.some((line) => field.test(line))).length >= 3;
}

/** An attribution may be folded over up to three lines by the mailer. */
function opensAttribution(lines: readonly string[], at: number): boolean {
  if (!/^(?:on |في |بتاريخ |يوم |.*<[^<>\s]+@)/.test(lines[at] ?? '')) return false;
  return [1, 2, 3].some((count) =>
    matches(
      ATTRIBUTION,
      lines
        .slice(at, at + count)
        .join(' ')
        .trim(),
    ),
  );
}

function opensHistory(lines: readonly string[], at: number): boolean {
  return matches(SEPARATORS, lines[at] ?? '') || opensHeaderBlock(lines, at) || opensAttribution(lines, at);
}

function withoutQuotedLines(lines: readonly string[]): string[] {
  return lines.filter((line) => !/^\s*>/.test(line));
}

/**
 * The part of a reply its author wrote now: above the quoted history (Outlook, Gmail and Apple Mail, in
 * Arabic and English), without lines quoted by `>` and without the signature after `-- ` or a phone's
 * advertisement. A mail that is nothing but a forwarded message is returned whole: it is what they sent.
 */
export function newPart(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const plain = lines.map((line) => normaliseArabic(line.slice(0, 400).replace(/^\s*>[\s>]*/, '')));
  let end = lines.length;
  for (let at = 0; at < end; at += 1) {
    if (opensHistory(plain, at)) end = at;
  }
  for (let at = 0; at < end; at += 1) {
    const raw = (lines[at] ?? '').trimEnd();
    if (matches(SIGNATURES, raw === '--' ? '--' : (plain[at] ?? ''))) end = at;
  }
  const written = withoutQuotedLines(lines.slice(0, end)).join('\n').trim();
  return written === '' ? text.trim() : written.replace(/\n{3,}/g, '\n\n');
}
