/** Words that mark a field as personal or secret anywhere in its name: `callerPhone`, `phoneNumber`. */
const TELLING = new Set(
  'phone mobile email password secret token authorization cookie signature credentials html nationalid iqama'.split(
    ' ',
  ),
);
/** Words that do so only as the whole name or its last word: `displayName`, but not `nameCount`. */
const CLOSING =
  'name subject text address from to cc bcc body raw comment note sender recipient recipients addresses names emails phones contact endpoint message answer otp pin url path query headers'.split(
    ' ',
  );
const FINAL = new Set(CLOSING);
/** Names of technical objects that end like personal names. */
const HARMLESS = new Set(['functionname', 'servicename', 'errorname', 'eventname', 'queuename', 'tablename']);

const wordsOf = (field: string): string[] =>
  field
    .replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter(Boolean);

const MOST_NAMES = 1_000;
const judged = new Map<string, boolean>();

/**
 * Return true when a field's name marks its value as personal or secret. Lines repeat the same few names, so
 * that the answers are cached.
 */
export function isPersonal(field: string): boolean {
  const before = judged.get(field);
  if (before !== undefined) return before;
  const answer = marksPersonal(field);
  // Names that come from outside must not fill the memory.
  if (judged.size < MOST_NAMES) judged.set(field, answer);
  return answer;
}

function marksPersonal(field: string): boolean {
  const parts = wordsOf(field);
  if (HARMLESS.has(parts.join(''))) return false;
  return (
    FINAL.has(parts.at(-1) ?? '') || parts.some((word) => TELLING.has(word)) || TELLING.has(parts.join(''))
  );
}

const DIGIT = '[0-9\\u0660-\\u0669\\u06F0-\\u06F9]';
const ALONE = { before: '(?<![\\p{L}\\p{N}])', after: '(?![\\p{L}\\p{N}])' };
const number = (pattern: string): RegExp => new RegExp(`${ALONE.before}${pattern}${ALONE.after}`, 'gu');

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[^\s<>"'(),:;@]{1,64}@[^\s<>"'(),:;@]{1,255}/gu, '[email]'],
  // International numbers with their usual separators: at least eight digits after the sign.
  [new RegExp(`[+\\uFF0B](?:${DIGIT}[ ().\\-]{0,2}){8,15}`, 'gu'), '[phone]'],
  // Saudi numbers without the sign: 00966 or 966, or the national 05 and 01.
  [number(`(?:[0٠۰]{2})?[9٩۹][6٦۶]{2}[ -]?(?:${DIGIT}[ -]?){8,9}`), '[phone]'],
  [number(`[0٠۰][15١٥۱۵](?:[ -]?${DIGIT}){8}`), '[phone]'],
  // National identity and residence (iqama) numbers: ten digits that begin with 1 or 2.
  [number(`[12١٢۱۲]${DIGIT}{9}`), '[id]'],
];

const MAY_HOLD_PERSONAL = new RegExp(`@|${DIGIT}`, 'u');

/** Mask mail addresses, telephone numbers and national identity numbers in a text. */
export const maskText = (text: string): string =>
  MAY_HOLD_PERSONAL.test(text)
    ? PATTERNS.reduce((masked, [pattern, instead]) => masked.replace(pattern, instead), text)
    : text;
