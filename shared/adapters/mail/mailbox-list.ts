import { addressKey } from '#shared/domain/mail/address-key.ts';

/** One mailbox of an address header, not decoded. */
interface RawMailbox {
  /** The words before `<`, without the quotes around them; empty when there are none. */
  readonly phrase: string;
  readonly comment: string;
  readonly address: string;
}

/** The mailboxes of an address header (RFC 5322 §3.4), and whether one entry names more than one address. */
export interface MailboxList {
  readonly mailboxes: readonly RawMailbox[];
  readonly ambiguous: boolean;
}

interface Entry {
  phrase: string;
  /** The same with its quotes, in which an address may hold anything. */
  literal: string;
  comment: string;
  readonly angles: string[];
}

const LONGEST = 100_000;
const DEEPEST_COMMENT = 20;
/** A local part in quotes may hold any character (RFC 5322 §3.2.4). */
const BARE = /(?:"(?:[^"\\]|\\.){1,200}"|[^\s@<>"(),:;]{1,200})@[^\s@<>(),;]{1,255}/g;

const QUOTED = /"(?:[^"\\]|\\.){0,2000}"/g;

const emptyEntry = (): Entry => ({ phrase: '', literal: '', comment: '', angles: [] });

/** Return the text between an opening and its closing character, with escapes and nesting. */
function enclosed(
  text: string,
  at: number,
  close: string,
  nests: string | null,
): { inner: string; end: number } {
  let depth = 1;
  let inner = '';
  for (let here = at + 1; here < text.length; here += 1) {
    const letter = text[here] ?? '';
    if (letter === '\\' && nests !== '<') {
      inner += text[here + 1] ?? '';
      here += 1;
      continue;
    }
    if (nests !== null && letter === nests && depth < DEEPEST_COMMENT) depth += 1;
    if (letter === close) depth -= 1;
    if (depth === 0) return { inner, end: here };
    inner += letter;
  }
  return { inner, end: text.length };
}

/** Takes a header apart into entries: separated by commas, members of groups among them (RFC 6854). */
function entriesOf(text: string): Entry[] {
  const entries: Entry[] = [];
  let entry = emptyEntry();
  const finish = (): void => {
    entries.push(entry);
    entry = emptyEntry();
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '"') {
      const { inner, end } = enclosed(text, at, '"', null);
      entry.phrase += inner;
      entry.literal += text.slice(at, end + 1);
      at = end;
    } else if (letter === '(') {
      const { inner, end } = enclosed(text, at, ')', '(');
      entry.comment += inner;
      at = end;
    } else if (letter === '<') {
      const { inner, end } = enclosed(text, at, '>', '<');
      entry.angles.push(inner);
      at = end;
    } else if (letter === ',') finish();
    else if (letter === ';' && entry.literal.includes('@') === false) finish();
    else if (letter === ':' && !entry.literal.includes('@')) entry = emptyEntry();
    else {
      entry.phrase += letter;
      entry.literal += letter;
    }
  }
  finish();
  return entries;
}

const bareAddresses = (text: string): string[] => text.match(BARE) ?? [];

/** `<@relay.example:sara@example.com>` and `<mailto:sara@example.com>` as the address. */
const withoutRoute = (text: string): string =>
  text
    .trim()
    .replace(/^@[^:<>]{1,500}:/, '')
    .replace(/^mailto:/i, '');

/** The address of an entry, and whether the entry names more than one. */
function addressOf({ literal, angles }: Entry): {
  readonly address: string | undefined;
  readonly ambiguous: boolean;
} {
  const [first, ...more] = angles;
  const outside = literal.replace(QUOTED, ' ');
  if (first === undefined) {
    const [address, ...others] = bareAddresses(literal.trim());
    // Programs that split at the last @ read another domain.
    const rest = address === undefined ? '' : literal.replace(address, '');
    return { address, ambiguous: others.length > 0 || rest.includes('@') };
  }
  const whole = withoutRoute(first);
  const [inside] = whole.includes('<') ? bareAddresses(whole) : [whole];
  const address = inside?.includes('@') ? inside : undefined;
  const isRouted = whole !== first.trim() && !/^\s*mailto:/i.test(first);
  const others = bareAddresses(outside).filter((one) => addressKey(one) !== addressKey(address ?? ''));
  const ambiguous =
    more.some((one) => one.includes('@')) || first.includes('<') || isRouted || others.length > 0;
  return { address, ambiguous };
}

/** Reads an address header as its author wrote it: comments apart, quotes kept in addresses, nothing decoded. */
export function mailboxList(header: string): MailboxList {
  const mailboxes: RawMailbox[] = [];
  let ambiguous = false;
  let family = '';
  for (const entry of entriesOf(header.slice(0, LONGEST))) {
    const { address, ambiguous: several } = addressOf(entry);
    const isBare = entry.angles.length === 0;
    const words = entry.phrase.replace(/\s+/g, ' ').trim();
    ambiguous ||= several;
    if (address === undefined) {
      // `Smith, John <john@example.com>` without quotes: the family name has no address of its own.
      if (isBare && words !== '') family = family === '' ? words : `${family}, ${words}`;
      continue;
    }
    const name = isBare ? '' : words;
    const phrase = family === '' ? name : `${family}, ${name}`;
    mailboxes.push({ phrase, comment: entry.comment, address });
    family = '';
  }
  return { mailboxes, ambiguous };
}
