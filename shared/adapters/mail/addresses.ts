import { domainToASCII, domainToUnicode } from 'node:url';
import { addressKey } from '#shared/domain/mail/address-key.ts';
import { decodeWords } from '#shared/domain/mail/encoded-words.ts';
import { mendMisread } from '#shared/domain/mail/misread-text.ts';
import type { MailAddress } from '#shared/domain/mail/parsed-mail.ts';
import { stripBidiControls } from '#shared/domain/text/bidi.ts';
import { mailboxList } from './mailbox-list.ts';

/** A local part, in quotes or not, and a domain. */
const ADDRESS = /^(?:"(?:[^"\\]|\\.){1,200}"|[^\s@<>"]{1,200})@[^\s@<>]{1,255}$/;
/** Letters, digits and hyphens, or an address literal. */
const HOST = /^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9_])?(?:\.|$))+$|^\[[^\]\s]{2,60}\]$/;

/** The mailboxes of an address header, and what makes them doubtful. */
export interface Addresses {
  readonly list: readonly MailAddress[];
  /** One entry contains more than one address. DMARC may have checked another one than the displayed one. */
  readonly ambiguous: boolean;
  /** An address that a program may take for another one. */
  readonly misleading: boolean;
}

/** Format a name for display: one line, without characters that reorder text, without surrounding quotes. */
const shownName = (name: string): string =>
  stripBidiControls(name)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

/** Return the ASCII form of a received domain. Undefined when IDNA does not convert it back to the same text. */
function asciiDomain(domain: string): string | undefined {
  if (!isAscii(domain)) {
    const ascii = domainToASCII(domain);
    return ascii !== '' && domainToUnicode(ascii) === addressKey(domain.normalize('NFC')) ? ascii : undefined;
  }
  const folded = addressKey(domain);
  if (!HOST.test(folded.replace(/\.$/, ''))) return undefined;
  if (!/(?:^|\.)xn--/.test(folded)) return folded;
  const shown = domainToUnicode(folded);
  return shown !== '' && !isAscii(shown) && domainToASCII(shown) === folded ? folded : undefined;
}

/** A local part that holds an encoded word, or letters that other programs fold into those of another. */
const isMisleadingLocal = (local: string): boolean =>
  /=\?[^?\s]+\?[bq]\?/i.test(local) || local.normalize('NFKC') !== local;

/** An address with its domain in ASCII; nothing inside is decoded, and only letters of ASCII are folded. */
function readAddress(text: string): { readonly address: string; readonly misleading: boolean } {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = asciiDomain(text.slice(at + 1));
  const kept = domain ?? addressKey(text.slice(at + 1));
  return { address: `${local}@${kept}`, misleading: domain === undefined || isMisleadingLocal(local) };
}

/** The mailboxes of the headers of one name, their bytes decoded and their encoded words kept. */
export function readAddresses(values: readonly string[]): Addresses {
  const found = values.map(mailboxList);
  const read = found
    .flatMap(({ mailboxes }) => mailboxes)
    .filter(({ address }) => ADDRESS.test(address))
    .map(({ phrase, comment, address }) => ({
      name: shownName(mendMisread(decodeWords(phrase === '' ? comment : phrase))),
      ...readAddress(address),
    }));
  return {
    list: read.map(({ name, address }) => ({ name, address })),
    ambiguous: found.some(({ ambiguous }) => ambiguous),
    misleading: read.some(({ misleading }) => misleading),
  };
}
