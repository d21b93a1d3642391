import type { Place } from '#shared/domain/outreach/listed-call.ts';
import { fitsWindows1256, UnknownEncoding, utf16Of } from './list-encoding.ts';

/**
 * Starts reading a file in pieces: from its beginning, or from a byte of a piece. The pieces are the same each time.
 */
export type ListSource = (from?: Pick<Place, 'piece' | 'byte'>) => AsyncIterable<Uint8Array>;

/** Some whole lines of a text, each with LF at its end, but for the last one of the file. */
export interface TextBlock {
  readonly text: string;
  /** Number of lines before it. */
  readonly line: number;
  /** Where the text after it begins. */
  readonly next: Place;
  /** Return where its text after some of its lines begins, unless that is in an earlier piece of the file. */
  placeAfter(lines: number): Place | undefined;
}

const START: Place = { piece: 0, byte: 0, line: 0 };
/** Bytes that are decoded at once. */
const BLOCK = 64 * 1024;
/** A line is cut here, so that a file without line ends does not fill the memory. */
const LONGEST_LINE = 1024 * 1024;
const [LF, CR] = [0x0a, 0x0d];

type Decode = (bytes: Uint8Array, isFirst: boolean) => string;

function validUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LF, from);
    const to = end === -1 ? bytes.length : end + 1;
    yield bytes.subarray(from, to);
    from = to;
  }
}

/**
 * Decode lines of UTF-8, or of windows-1256 as Excel writes Arabic. A list of two parts may have both. Arabic text in
 * one byte a letter is never valid UTF-8 by chance. A line in another encoding gets signs that mark it as spoiled.
 *
 * @throws UnknownEncoding when the first lines are in another encoding
 */
const decodeBytes: Decode = (bytes, isFirst) => {
  const whole = validUtf8(bytes);
  if (whole !== undefined) return whole;
  const lines = [...linesOf(bytes)].map((line) => ({ line, text: validUtf8(line) }));
  const others = lines.filter(({ text }) => text === undefined).map(({ line }) => line);
  if (isFirst && !fitsWindows1256(Buffer.concat(others)))
    throw new UnknownEncoding('expected UTF-8, UTF-16 or windows-1256');
  return lines
    .map(
      ({ line, text }) =>
        text ?? new TextDecoder(fitsWindows1256(line) ? 'windows-1256' : 'utf-8').decode(line),
    )
    .join('');
};

interface Coding {
  readonly decode: Decode;
  /** Return the number of bytes up to the end of the last whole line. */
  endOf(bytes: Uint8Array): number;
  /** The signs of the bytes, as far as line ends need them, and the bytes of each. */
  readonly width: 1 | 2;
  signAt(bytes: Uint8Array, at: number): number | undefined;
}

/** How a file is decoded and where a line of it ends, by its first bytes. */
function codingOf(start: Uint8Array): Coding {
  const encoding = utf16Of(start);
  if (encoding === undefined)
    return { decode: decodeBytes, endOf: endOfLines, width: 1, signAt: (bytes, at) => bytes[at] };
  const isLittle = encoding === 'utf-16le';
  return {
    decode: (bytes) => new TextDecoder(encoding).decode(bytes),
    endOf: (bytes) => endOfWideLines(bytes, isLittle),
    width: 2,
    signAt: (bytes, at) => (bytes[isLittle ? at + 1 : at] === 0 ? bytes[isLittle ? at : at + 1] : undefined),
  };
}

/** Return the number of bytes of some lines. A line ends with LF, CR or both. */
function bytesOf(lines: number, bytes: Uint8Array, { width, signAt }: Coding): number {
  let at = 0;
  for (let count = 0; count < lines && at < bytes.length; at += width) {
    const sign = signAt(bytes, at);
    if (sign === LF || (sign === CR && signAt(bytes, at + width) !== LF)) count += 1;
  }
  return at;
}

/** A CR at the end may be half a line end. */
function endOfLines(bytes: Uint8Array): number {
  const lf = bytes.lastIndexOf(LF) + 1;
  if (lf > 0) return lf;
  return bytes.length < 2 ? 0 : bytes.lastIndexOf(CR, bytes.length - 2) + 1;
}

function endOfWideLines(bytes: Uint8Array, isLittle: boolean): number {
  for (let at = bytes.length - (bytes.length % 2) - 2; at >= 0; at -= 2) {
    const [low, high] = isLittle ? [bytes[at], bytes[at + 1]] : [bytes[at + 1], bytes[at]];
    if (low === LF && high === 0) return at + 2;
  }
  return 0;
}

const countLines = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

async function firstPiece(open: ListSource): Promise<Uint8Array> {
  for await (const piece of open()) if (piece.byteLength > 0) return piece.subarray(0, BLOCK);
  return new Uint8Array();
}

/**
 * Read a text in UTF-8, UTF-16 or windows-1256, some lines at a time, in bounded memory. All line ends become LF. The
 * file is read once; the reading may continue where a block ends.
 *
 * @throws UnknownEncoding when its first lines are in none of them
 */
export async function* textBlocks(open: ListSource, from: Place = START): AsyncGenerator<TextBlock> {
  const coding = codingOf(await firstPiece(open));
  let { piece, line } = from;
  let begin = from.byte;
  let isFirst = from === START;
  let rest: Uint8Array = new Uint8Array();
  /** @param start the byte of the piece where the bytes begin, below 0 when they begin in an earlier piece */
  const block = (bytes: Uint8Array, start: number): TextBlock => {
    const decoded = coding.decode(bytes, isFirst);
    isFirst = false;
    const text = decoded.includes('\r') ? decoded.replace(/\r\n?/gu, '\n') : decoded;
    const [before, of] = [line, piece];
    line += countLines(text);
    return {
      ...{ text, line: before, next: { piece: of, byte: start + bytes.length, line } },
      placeAfter(lines) {
        const byte = start + bytesOf(lines, bytes, coding);
        return byte < 0 ? undefined : { piece: of, byte, line: before + lines };
      },
    };
  };
  for await (const bytes of open({ piece, byte: begin })) {
    for (let at = 0; at < bytes.length; at += BLOCK) {
      const part = bytes.subarray(at, at + BLOCK);
      const all = rest.length === 0 ? part : Buffer.concat([rest, part]);
      const end = all.length > LONGEST_LINE ? all.length : coding.endOf(all);
      if (end > 0) yield block(all.subarray(0, end), begin + at + part.length - all.length);
      rest = Uint8Array.from(all.subarray(end));
    }
    piece += 1;
    begin = 0;
  }
  if (rest.length === 0) return;
  const last = block(rest, 0);
  // The last line has no end.
  yield { ...last, next: { piece, byte: 0, line: line + 1 } };
}
