import { decodeText } from './charset.ts';

/** `=?charset?B?text?=`. Every run is bounded, so that no input makes the search slow. */
const WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?]{0,20000})\?=/.source;
/** Words of mailers that do not encode a `?` in the text. They end where no text follows. */
const WITH_QUESTION_MARK =
  /=\?([^?\s=]{1,60})\?(q)\?((?:[^?]|\?(?!=)|\?=(?=[0-9a-f]{2})){0,200})\?=(?=$|[\s",()<>])/.source;
/** A word whose end a mailer cut off. */
const UNFINISHED = /=\?([^?\s]{1,60})\?([bq])\?([^?\s]{4,20000})\??$/.source;
const ANY_WORD = new RegExp(`${WORD}|${WITH_QUESTION_MARK}|${UNFINISHED}`, 'gi');

const ALPHABET = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((letter, value) => [
    letter,
    value,
  ]),
);

/** Decode base64 with any padding. Skip spaces and other characters. */
function base64Bytes(text: string): number[] {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of text) {
    if (letter === '=') {
      held = 0;
      bits = 0;
      continue;
    }
    const value = ALPHABET.get(letter);
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
}

const encoder = new TextEncoder();

function quotedBytes(text: string): number[] {
  const bytes: number[] = [];
  for (const [token, hex] of text.matchAll(/=([0-9a-f]{2})|[\s\S]/giu)) {
    if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
    else if (token === '_') bytes.push(0x20);
    else bytes.push(...encoder.encode(token));
  }
  return bytes;
}

interface Run {
  readonly charset: string;
  readonly bytes: number[];
  readonly end: number;
}

function decodeRun({ charset, bytes }: Run): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an encoded line end would begin a header
  return decodeText(Uint8Array.from(bytes), charset).replace(/[\u0000-\u001f\u007f]+/g, ' ');
}

/** Return charset, encoding and content, whichever of the three forms matched. */
const fieldsOf = (match: RegExpExecArray): string[] => match.slice(1).filter((group) => group !== undefined);

/**
 * Decode the encoded words of a header (RFC 2047), also in the invalid forms of mailers: a character split
 * between two words, B and Q mixed, wrong charset labels, missing padding, spaces or question marks inside a
 * word, a word cut off at the end. The result is not decoded again.
 */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  let decoded = '';
  let copied = 0;
  let run: Run | null = null;
  for (const match of text.matchAll(ANY_WORD)) {
    const [label = '', kind = '', content = ''] = fieldsOf(match);
    const charset = label.replace(/\*.*$/, '').toLowerCase();
    const bytes = /b/i.test(kind) ? base64Bytes(content) : quotedBytes(content);
    const between = text.slice(run?.end ?? copied, match.index);
    const end = match.index + match[0].length;
    if (run && between.trim() === '' && run.charset === charset) {
      run = { charset, bytes: [...run.bytes, ...bytes], end };
      continue;
    }
    decoded += (run ? decodeRun(run) : '') + (run && between.trim() === '' ? '' : between);
    run = { charset, bytes, end };
    copied = end;
  }
  return run ? decoded + decodeRun(run) + text.slice(run.end) : text;
}
