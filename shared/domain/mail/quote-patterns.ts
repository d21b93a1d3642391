import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';
import { QUOTE_WORDS, type QuoteWords } from './data/quote-words.ts';

type Words = Exclude<keyof QuoteWords, 'language' | 'source'>;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Every word of a kind, in the form that lines are compared in, the longest first. */
function alternatives(kind: Words): string {
  const words = new Set(QUOTE_WORDS.flatMap((one) => one[kind]).map(normaliseArabic));
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
}

/** A label at the beginning of a line, bold in plain text as `*From:*`. */
const label = (...kinds: readonly Words[]): RegExp =>
  new RegExp(`^(?<bold>\\*)?(?:${kinds.map(alternatives).join('|')}) ?\\*? ?:\\*? ?(?<value>.*)$`);

export const FROM = label('from');
export const SENT = label('sent');
export const DATE = label('sent', 'date');
export const TO = label('to');
export const SUBJECT = label('subject');
/** Fields that stand among the others and prove nothing. */
export const OTHER = /^\*?(?:cc|bcc|copie|نسخه|نسخه مخفيه|reply-to|importance|bilgi|सीसी|抄送|копия) ?\*? ?:/;

/** `-----Original Message-----` in every language listed. */
export const BANNER = new RegExp(
  `^(?:[-_*=~ ]{2,}\\s*(?:${alternatives('banners')}|forwarded by .{1,80})\\s*[-_*=~: ]*|(?:begin forwarded message|${alternatives('banners')}) ?:)$`,
);
/** Short words between dashes: a banner of an unlisted language when fields follow. */
export const DASHED = /^-{3,}\s*\S.{1,60}\S\s*-{3,}$/;

const WROTE = new RegExp(`(?:^|[\\s،,>)\\d])(?:${alternatives('wrote')})(?=$|[\\s:،,<"'])`);
/** Whether a text has a verb by which mail programs say who wrote what follows. */
export const hasWrote = (text: string): boolean => WROTE.test(text) || /(?:写道|寫道)/.test(text);

export const hasAddress = (text: string): boolean => /[^\s<>()[\]]{1,64}@[^\s<>()[\]]{1,200}/.test(text);

/** A time of day as clocks show it. */
export const hasTime = (text: string): boolean =>
  /(?:^|[^\d/.-])\d{1,2}(?:[:٫]|h)\d{2}(?!\d|[/-])/.test(text) ||
  /(?:pukul|kl\.?|uhr|الساعه) \d{1,2}[.:]\d{2}/.test(text) ||
  /\d{1,2}[.:]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?|ص|م|صباحا|مساء)(?![\p{L}])/u.test(text);

/** A day of the calendar with its year, or in digits alone. */
export const hasDate = (text: string): boolean =>
  /(?:^|\D)\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)/.test(text) ||
  /(?:^|\D)\d{4}[/.年년-] ?\d{1,2}[/.月월-]/.test(text) ||
  /(?:^|\D)\d{1,2}(?!\d)[^\d\n]{1,24}(?:19|20|14)\d{2}(?!\d)/.test(text) ||
  /(?:^|\D)(?:19|20|14)\d{2}(?!\d)[^\d\n]{1,24}\d{1,2}(?!\d)/.test(text);
