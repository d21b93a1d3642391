import { addressKey } from './address-key.ts';
import { announcesAddress } from './bounce-words.ts';

/** An address in a report, and the words near it. */
interface NamedAddress {
  readonly address: string;
  readonly near: string;
}

const LOCAL = /(?:"[^"\s<>]{1,100}"|[^\s<>;:,"'()[\]|=@/]{1,120})/.source;
const DOMAIN = /[^\s<>;:,"'()[\]|=@/?]{1,200}/.source;
const ADDRESS = new RegExp(`(?<!=)(?:[^\\s<>;:,"'()[\\]|@]{1,80}=)?${LOCAL}@${DOMAIN}`, 'g');
/** X.400 (Exchange 5.5): `dda:SMTP=NAME@DOMAIN`. */
const X400 = /\bdda:SMTP=([^\s;,]{1,120}@[^\s;,]{1,200})/gi;
const NEAR_LINES = 6;

/** A line that begins with an address, after marks of a list: `  * sara@example.com`, `<sara@example.com>: 550`. */
const LISTED = new RegExp(
  `^[\\s>*•·\\-–]{0,12}(?:address:|smtp:)?[<"'\\[(]{0,2}(${LOCAL}@${DOMAIN})[>"'\\])]{0,2}(?=$|[\\s:;,.(\\[<])`,
  'i',
);
/**
 * A listed address with a colon heads the answer of its server: `<sara@example.com>: 550`. It counts even if it is the
 * sender's own.
 */
const HEADS = new RegExp(`^\\s*<?${LOCAL}@${DOMAIN}>?:(?:\\s|$)`);
/** A line that names a sender, a contact or a page, but not a recipient. */
const NOT_FAILED =
  /\b(?:message-id|reporting|from|sender|sent by|contact|assistance|questions?|help|support|mailto|https?:|please|unsubscribe|subscribe|listname|you may|reply to)\b|お問い合わせ|までご連絡|للتواصل|للمساعدة/i;
/** A line of the header that a report quotes to name the mail. */
const ECHO = /^[\s>]*(?:message-id|date|from|to|cc|bcc|subject|subj|sent|mail from|reply-to)\s*:/i;
/** The words before a listed address that is the sender. */
const BEFORE_SENDER = /(?:sent by|\bfrom|gesendet von|envoyé par|من|差出人)[\s:]*$/i;
const RECIPIENT_COMMAND = /\brcpt to:?\s*<?\s*([^\s<>]{1,120}@[^\s<>]{1,200})>?/i;
/** The answer of a server to one recipient: `550 <sara@example.com>... User unknown`. */
const ANSWER = /^[\s<>]*[45]\d\d[ -](?:#?\d\.\d\.\d\s)?/;

const clean = (address: string): string => {
  const bare = address.replace(/^[.'"<]+(?=[^"]*@)|[.'">!,;，。、،؛]+$/g, '');
  const quoted = /^"([^"@]+)"@/.exec(address);
  return addressKey(quoted ? address.replace(/[.'>!,;،؛]+$/, '') : bare);
};

const isAddress = (address: string): boolean =>
  /^[^@]+@[^@.][^@]*$/.test(address) && !/[\u3000-\u9fff]$/.test(address);

const addressesIn = (text: string): string[] => [
  ...[...text.matchAll(X400)].map(([, address = '']) => clean(address)),
  ...(text.match(ADDRESS) ?? []).map(clean),
];

/** Collect the addresses that a way of looking finds, each with the lines below it. */
function collect(
  lines: readonly string[],
  excluded: ReadonlySet<string>,
  find: (line: string, index: number) => readonly string[],
): NamedAddress[] {
  const found = lines.map((line, index) =>
    find(line, index).filter((address) => isAddress(address) && (!excluded.has(address) || HEADS.test(line))),
  );
  return found.flatMap((addresses, index) => {
    const next = found.findIndex((others, later) => later > index && others.length > 0);
    const end = Math.min(index + NEAR_LINES, next < 0 ? lines.length : Math.max(next, index + 1));
    const near = lines
      .slice(index, end)
      .map((line) => line.trim())
      .join(' ');
    return addresses.map((address) => ({ address, near }));
  });
}

/** Return the addresses on lines of their own, and after words that announce them. */
function listed(lines: readonly string[], excluded: ReadonlySet<string>): NamedAddress[] {
  const before = (index: number): string =>
    lines
      .slice(Math.max(0, index - 2), index)
      .map((line) => line.trim())
      .filter(Boolean)
      .at(-1) ?? '';
  return collect(lines, excluded, (text, index) => {
    const own = LISTED.exec(text)?.[1];
    const x400 = [...text.matchAll(X400)].map(([, address = '']) => address);
    if (x400.length > 0) return x400.map(clean);
    if (own)
      return BEFORE_SENDER.test(before(index))
        ? []
        : [clean(own), ...addressesIn(/^[^<>]*<[^<>]*>(?=:)/.exec(text)?.[0] ?? ''), ...forwardedFrom(text)];
    return addressesIn(text).filter((address) => {
      const at = text.toLowerCase().indexOf(address.split('@')[0]?.replaceAll('"', '') ?? '');
      return announcesAddress(text.slice(0, Math.max(0, at)));
    });
  });
}

/** An address from which the mail was forwarded to the failed one, on the same line. */
const forwardedFrom = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:generated|expanded|forwarded) (?:from|by):? ?<?([^\s<>()]{1,120}@[^\s<>()]{1,200})/gi,
    ),
  ].map(([, address = '']) => clean(address));

/** Return the addresses of an SMTP dialogue: recipients, and those in answers of refusal. */
const dialogue = (lines: readonly string[], excluded: ReadonlySet<string>): NamedAddress[] =>
  collect(lines, excluded, (text) => {
    const command = RECIPIENT_COMMAND.exec(text)?.[1];
    if (command) return [clean(command)];
    return ANSWER.test(text) ? addressesIn(text) : [];
  });

const anywhere = (lines: readonly string[], excluded: ReadonlySet<string>): NamedAddress[] =>
  collect(lines, excluded, (text) => (NOT_FAILED.test(text) ? [] : addressesIn(text)));

/**
 * Find the addresses that failed in the words of a server, without the returned mail. The first way that finds one
 * decides: a list, an SMTP dialogue, any address.
 * @param excluded addresses that did not fail, in the form of `addressKey`
 */
export function failedAddresses(reason: readonly string[], excluded: ReadonlySet<string>): NamedAddress[] {
  const lines = reason.filter((line) => !ECHO.test(line));
  for (const way of [listed, dialogue, anywhere]) {
    const found = way(lines, excluded);
    if (found.length > 0) return found;
  }
  return [];
}
