import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';
import { QUOTE_WORDS, type QuoteWords } from './data/quote-words.ts';
import { EUROPEAN_QUOTE_WORDS } from './data/quote-words-europe.ts';

type Words = Exclude<keyof QuoteWords, 'language' | 'source'>;

const LISTS = [...QUOTE_WORDS, ...EUROPEAN_QUOTE_WORDS];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Build a pattern of every word of a kind, normalised for comparison, the longest first. */
function alternatives(kind: Words): string {
  const words = new Set(LISTS.flatMap((one) => one[kind]).map(normaliseArabic));
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
}

/** Match a label at the beginning of a line. Bold text is `*From:*` in plain text. */
const label = (...kinds: readonly Words[]): RegExp =>
  new RegExp(`^(?<bold>\\*)?(?:${kinds.map(alternatives).join('|')}) ?\\*? ?:\\*? ?(?<value>.*)$`);

export const FROM = label('from');
export const SENT = label('sent');
export const DATE = label('sent', 'date');
export const TO = label('to');
export const SUBJECT = label('subject');
/** Fields that occur among the others and prove nothing. */
export const OTHER = /^\*?(?:cc|bcc|copie|نسخه|نسخه مخفيه|reply-to|importance|bilgi|सीसी|抄送|копия) ?\*? ?:/;

/** `-----Original Message-----` in every listed language. */
export const BANNER = new RegExp(
  `^(?:[-_*=~ ]{2,}\\s*(?:${alternatives('banners')}|forwarded by .{1,80})\\s*[-_*=~: ]*|(?:begin forwarded message|${alternatives('banners')}) ?:)$`,
);
/** Short words between dashes: the banner of an unlisted language when fields follow. */
export const DASHED = /^-{3,}\s*\S.{1,60}\S\s*-{3,}$/;

const WROTE = new RegExp(`(?:^|[\\s،,>)\\d])(?:${alternatives('wrote')})(?=$|[\\s:،,<"'])`);
/** Return true when a text contains the verb of an attribution line ("wrote"). */
export const hasWrote = (text: string): boolean => WROTE.test(text) || /(?:写道|寫道)/.test(text);

export const hasAddress = (text: string): boolean => /[^\s<>()[\]]{1,64}@[^\s<>()[\]]{1,200}/.test(text);

/** Return true when a text contains a time of day. */
export const hasTime = (text: string): boolean =>
  /(?:^|[^\d/.-])\d{1,2}(?:[:٫]|h)\d{2}(?!\d|[/-])/.test(text) ||
  /(?:pukul|klo?\.?|uhr|الساعه) \d{1,2}[.:]\d{2}/.test(text) ||
  /(?:19|20)\d{2}, \d{1,2}\.\d{2}(?![\d.])/.test(text) ||
  /\d{1,2}[.:]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?|ص|م|صباحا|مساء)(?![\p{L}])/u.test(text);

/** Return true when a text contains a date with its year, or one in digits only. */
export const hasDate = (text: string): boolean =>
  /(?:^|\D)\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)/.test(text) ||
  /(?:^|\D)\d{4}[/.年년-] ?\d{1,2}[/.月월-]/.test(text) ||
  /(?:^|\D)\d{1,2}(?!\d)[^\d\n]{1,24}(?:19|20|14)\d{2}(?!\d)/.test(text) ||
  /(?:^|\D)(?:19|20|14)\d{2}(?!\d)[^\d\n]{1,24}\d{1,2}(?!\d)/.test(text);
