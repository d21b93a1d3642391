/** Words that mark a field as personal or secret anywhere in its name: `callerPhone`, `phoneNumber`. */
const TELLING = new Set(
  'phone phones tel telephone msisdn ani fax whatsapp mobile email iban passport password secret token authorization cookie signature credentials html nationalid iqama'.split(
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
