import { Transform } from 'node:stream';
import { MailParser } from 'mailparser';
import { decodeText } from '#shared/domain/mail/charset.ts';

interface HeaderLine {
  key: string;
  /** The raw line, one character a byte. */
  line: string;
}

interface MimeNode {
  charset: string | false;
}

/** The methods of mailparser (3.14) that this file overrides; the package marks them internal. */
interface ParserInternals {
  createNode(node: MimeNode): unknown;
  processHeaders(lines: HeaderLine[] | false): unknown;
}

const inherited = MailParser.prototype as unknown as ParserInternals;
const UNLABELLED = 'x-unlabelled';
const OFTEN_WRONG = /^(?:utf-?8|us-?ascii|ascii)$/i;

function wholeTextDecoder(label: string): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer | string, _encoding, done) {
      chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk);
      done();
    },
    flush(done) {
      done(null, Buffer.from(decodeText(Buffer.concat(chunks), label === UNLABELLED ? null : label)));
    },
  });
}

/** The bytes of a header line as text: raw UTF-8 (RFC 6532), or the 8-bit charset old mailers leave unsaid. */
export function decodeHeaderLine(line: string): string {
  return decodeText(Buffer.from(line, 'latin1'), null);
}

/**
 * mailparser that reads text whose charset label is missing or wrong: it sees the whole part before it
 * chooses a charset, where the original decodes by the label alone and replaces what does not fit.
 */
export class CharsetParser extends MailParser {
  getDecoder() {
    return { decodeStream: wholeTextDecoder };
  }

  createNode(node: MimeNode): unknown {
    if (!node.charset || OFTEN_WRONG.test(node.charset)) node.charset = UNLABELLED;
    return inherited.createNode.call(this, node);
  }

  processHeaders(lines: HeaderLine[] | false): unknown {
    for (const header of lines || []) {
      header.line = Buffer.from(decodeHeaderLine(header.line)).toString('latin1');
    }
    return inherited.processHeaders.call(this, lines);
  }
}
