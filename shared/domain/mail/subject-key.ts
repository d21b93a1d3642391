/** Prefixes by which answers and forwards mark a subject, in both languages; several may follow each other. */
const ANSWERED = /^(?:(?:re|fw|fwd|aw|رد|إعادة توجيه)\s*(?:\[\d+\])?\s*[:：]\s*)+/iu;
/** Our own tag, `[رضا 4K7-2M9-0382]`. */
const TAG = /\[(?:رضا|rida)\s[^\]]{1,20}\]/giu;

/** What stays of a subject when machines send it back and forth: without prefixes, tags and numbers. */
export const subjectKey = (subject: string): string =>
  subject
    .normalize('NFKC')
    .replace(TAG, ' ')
    .trim()
    .replace(ANSWERED, '')
    .replace(TAG, ' ')
    .replace(/\p{Nd}+/gu, '#')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
