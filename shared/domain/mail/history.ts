import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';

/** How the history of a mail begins, which says what its lines are. */
export interface History {
  /** `quoted`: its lines carry `>`. `rest`: everything below. `forwarded`: everything below, and it may be the point. */
  readonly kind: 'quoted' | 'rest' | 'forwarded';
  /** Lines of the opening itself. */
  readonly lines: number;
}

const BANNERS = [
  /^[-_*= ]{2,}\s*(?:original message|reply message|original appointment|forwarded message|forwarded by .{1,80}|forwarded mail|الرساله الاصليه|رساله اصليه|النص الاصلي|رساله معاد توجيهها|الرساله المعاد توجيهها|الرساله المحوله|رساله محوله|رساله مرسله معاد توجيهها|رساله موجهه|بدايه الرساله)\s*[-_*= ]*$/,
  /^_{20,}$/,
  /^(?:begin forwarded message|بدايه الرساله المعاد توجيهها|بدء الرساله المعاد توجيهها|بدايه الرساله المحوله) ?:?$/,
];
const STARTS = /^(?:on |في |بتاريخ |يوم |كتب|ارسل|قام |.*<[^<>\s]{1,200}@|.*(?:wrote|كتب))/;
const ATTRIBUTIONS = [
  /^on .{4,300} wrote ?:$/,
  /^.{2,200} wrote (?:on|at) .{4,120}:$/,
  /^(?:في|بتاريخ|يوم) .{4,300}(?:كتبت?|كتب\/ت|كتب\/ه|كتب\(ت\)|ارسلت?)(?: .{0,200})?:$/,
  /^(?:في|بتاريخ|يوم) .{4,300}(?:تمت كتابه ما يلي|كتب ما يلي|بكتابه ما يلي).{0,200}:$/,
  /^(?:كتبت?|كتب\/ت|كتب\/ه|ارسلت?) .{2,200}(?:في|بتاريخ|يوم) .{4,120}:$/,
  /^.{3,200}<[^<>\s]+@[^<>\s]+>.{0,80}(?:wrote|كتبت?) ?:$/,
];
const FIELDS: readonly RegExp[] = [
  /^\*?(?:from|من|المرسل) ?\*? ?:/,
  /^\*?(?:sent|date|تاريخ الارسال|تم الارسال|التاريخ|تاريخ|ارسلت|ارسل في|المرسله) ?\*? ?:/,
  /^\*?(?:to|الي|المستلم|المرسل اليه) ?\*? ?:/,
  /^\*?(?:subject|الموضوع|موضوع|العنوان) ?\*? ?:/,
];
const FLAT_FIELDS =
  /^\*?(?:from|من) ?\*? ?: .{1,200} \*?(?:sent|تم الارسال|تاريخ الارسال|date) ?\*? ?: .{1,200} \*?(?:subject|الموضوع) ?\*? ?:/;
const FIELD_LINES = 9;

const matches = (patterns: readonly RegExp[], line: string): boolean =>
  patterns.some((pattern) => pattern.test(line));

/** A line as the rules compare it: without the quote mark, short, in the form of `normaliseArabic`. */
export function comparable(line: string): string {
  if (line.trim() === '') return '';
  return normaliseArabic(line.slice(0, 400).replace(/^\s*>[\s>]*/, ''));
}

export const isQuoted = (line: string): boolean => /^\s*>(?!From )/.test(line);

/** A block of at least three different header fields, as mailers write it above the mail they answer. */
function opensFields(plain: readonly string[], at: number): boolean {
  const line = plain[at] ?? '';
  if (FLAT_FIELDS.test(line)) return true;
  if (!FIELDS[0]?.test(line)) return false;
  const block = plain.slice(at, at + FIELD_LINES);
  return FIELDS.filter((field) => block.some((each) => field.test(each))).length >= 3;
}

function isAttribution(text: string, quoteFollows: boolean): boolean {
  if (!text.endsWith(':')) return false;
  const dated = /\d{1,2}[:.]\d{2}|@|\d{4}/.test(text);
  return quoteFollows ? dated || matches(ATTRIBUTIONS, text) : dated && matches(ATTRIBUTIONS, text);
}

/** Lines of the attribution that begins here, which mailers fold over up to four; 0 when there is none. */
function attributionLines(lines: readonly string[], plain: readonly string[], at: number): number {
  if (plain[at] === '') return 0;
  for (let count = 1; count <= 4; count += 1) {
    if (isQuoted(lines[at + count - 1] ?? '')) return 0;
    const next = plain.slice(at + count, at + count + 3).findIndex((line) => line !== '');
    const quoteFollows = next >= 0 && isQuoted(lines[at + count + next] ?? '');
    const text = plain
      .slice(at, at + count)
      .join(' ')
      .trim();
    const starts = count === 1 || STARTS.test(plain[at] ?? '');
    if (starts && isAttribution(text, quoteFollows)) return count;
  }
  return 0;
}

/**
 * Whether the history of a mail begins at a line: the banner of a forwarded or original message, the header
 * fields of Outlook, or the line in which Gmail, Apple Mail, Thunderbird and Yahoo say who wrote what
 * follows; in Arabic and English, and in any language when quoted lines follow.
 */
export function historyAt(lines: readonly string[], plain: readonly string[], at: number): History | null {
  if (isQuoted(lines[at] ?? '')) return null;
  if (matches(BANNERS, plain[at] ?? '') || opensFields(plain, at)) return { kind: 'forwarded', lines: 1 };
  const count = attributionLines(lines, plain, at);
  if (count === 0) return null;
  const below = plain.slice(at + count).findIndex((line) => line !== '');
  const quoted = below >= 0 && isQuoted(lines[at + count + below] ?? '');
  return { kind: quoted ? 'quoted' : 'rest', lines: count };
}
