/** Subject prefixes of replies and forwards, in both languages. They may be repeated. */
const ANSWERED = /^(?:(?:re|fw|fwd|aw|رد|إعادة توجيه)\s*(?:\[\d+\])?\s*[:：]\s*)+/iu;
/** Rida's own tag, `[رضا 4K7-2M9-0382]`. */
const TAG = /\[(?:رضا|rida)\s[^\]]{1,20}\]/giu;

/**
 * Return the part of a subject that stays the same when machines answer each other: without prefixes, tags
 * and numbers.
 */
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
