import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { domainToASCII } from 'node:url';
import { SMTPServer } from 'smtp-server';

const ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const DOT_ATOM = `${ATEXT}(?:\\.${ATEXT})*`;
const QUOTED = '"(?:[ !#-\\[\\]-~]|\\\\[ -~])*"';
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const DOMAIN = `(?:${LABEL}(?:\\.${LABEL})+|\\[[0-9A-Fa-f:.IPv]+\\])`;
const ADDR_SPEC = `(?:${DOT_ATOM}|${QUOTED})@${DOMAIN}`;
const PHRASE = `(?:${ATEXT}|${QUOTED})(?:[ \\t]+(?:${ATEXT}|${QUOTED}))*`;
const MAILBOX = `(?:(?:${PHRASE})?[ \\t]*<${ADDR_SPEC}>|${ADDR_SPEC})`;
const MAILBOXES = new RegExp(`^${MAILBOX}(?:[ \\t]*,[ \\t]*${MAILBOX})*$`);
const MESSAGE_ID = `<${DOT_ATOM}@(?:${DOT_ATOM}|\\[[!-Z^-~]*\\])>`;
const DATE =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(?::\d\d)? [+-]\d{4}$/;
const TOKEN = "[!#$%&'*+.0-9A-Z^_`a-z{|}~-]+";
const MIME_VALUE = new RegExp(`^${TOKEN}(?:/${TOKEN})?(?:[ \\t]*;[ \\t]*${TOKEN}=(?:${TOKEN}|${QUOTED}))*$`);
const ENCODED_WORD = /=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=/g;

/** Fields that must occur once, and fields that may occur once (RFC 5322 §3.6, RFC 2045). */
const NEEDED = ['from', 'date', 'message-id', 'mime-version', 'content-type'];
const ONCE = [
  ...NEEDED,
  ...['sender', 'reply-to', 'to', 'cc', 'bcc', 'in-reply-to', 'references', 'subject'],
  'content-transfer-encoding',
];

const VALUES: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(['from', 'to', 'cc', 'reply-to'].map((name) => [name, MAILBOXES])),
  'message-id': new RegExp(`^${MESSAGE_ID}$`),
  'in-reply-to': new RegExp(`^${MESSAGE_ID}(?:[ \\t]+${MESSAGE_ID})*$`),
  references: new RegExp(`^${MESSAGE_ID}(?:[ \\t]+${MESSAGE_ID})*$`),
  date: DATE,
  'content-type': MIME_VALUE,
  'content-disposition': MIME_VALUE,
};

function wrongLines(header: string): string[] {
  return header
    .split('\r\n')
    .flatMap((line) =>
      /^[!-9;-~]+:(?: .*)?$/.test(line) || /^[ \t]+\S/.test(line) ? [] : [`a header line: ${line}`],
    );
}

function wrongFields(header: string, needed: readonly string[]): string[] {
  const fields = header
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .map(
      (line) =>
        [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const,
    );
  const count = (name: string): number => fields.filter(([one]) => one === name).length;
  return [
    ...needed.filter((name) => count(name) === 0).map((name) => `no ${name}`),
    ...ONCE.filter((name) => count(name) > 1).map((name) => `${name} twice`),
    ...fields.flatMap(([name, value]) => (VALUES[name]?.test(value) === false ? [`${name}: ${value}`] : [])),
    ...fields.flatMap(([, value]) => (value.match(ENCODED_WORD) ?? []).filter((word) => word.length > 75)),
  ];
}

/** Return why a relay may refuse a mail that it gets without 8BITMIME and SMTPUTF8 (RFC 5321, 5322, 2045, 2047). */
export function violations(raw: Uint8Array): string[] {
  const text = Buffer.from(raw).toString('latin1');
  const [header = ''] = text.split('\r\n\r\n', 1);
  const boundary = /boundary="?([^"\r\n;]+)"?/.exec(header)?.[1];
  const parts = boundary === undefined ? [] : text.split(`--${boundary}\r\n`).slice(1);
  return [
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters must not occur
    ...(/[^\u0001-\u007f]/.test(text) ? ['an octet that is not ASCII'] : []),
    ...(/\r(?!\n)|(?<!\r)\n/.test(text) ? ['a line end that is not CRLF'] : []),
    ...text.split('\r\n').flatMap((line) => (line.length > 998 ? [`${line.length} octets in a line`] : [])),
    ...wrongLines(header),
    ...wrongFields(header, NEEDED),
    ...parts.flatMap((part) => {
      const [own = ''] = part.split('\r\n\r\n', 1);
      return [...wrongLines(own), ...wrongFields(own, ['content-type'])];
    }),
  ];
}

const PATH = new RegExp(`^${ADDR_SPEC}$`);
/** The server shows a domain in Unicode, whatever it was sent. */
const asSent = (address: string): string => {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return `${address.slice(0, at)}@${domain.startsWith('[') ? domain : domainToASCII(domain)}`;
};
const isPath = (shown: string): boolean => {
  const address = asSent(shown);
  const at = address.lastIndexOf('@');
  return PATH.test(address) && at <= 64 && address.length - at - 1 <= 255 && address.length <= 254;
};

interface Taken {
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** A relay that refuses everything that the standards let it refuse. */
export async function strictRelay() {
  const taken: Taken[] = [];
  const refused: string[] = [];
  const check = (wrong: readonly string[], code: number, done: (error?: Error | null) => void): void => {
    refused.push(...wrong);
    done(wrong.length === 0 ? null : Object.assign(new Error('5.6.0 not standard'), { responseCode: code }));
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    hide8BITMIME: true,
    hideSMTPUTF8: true,
    onMailFrom: ({ address }, _session, done) =>
      check(isPath(address) ? [] : [`MAIL FROM ${address}`], 553, done),
    onRcptTo: ({ address }, _session, done) =>
      check(isPath(address) ? [] : [`RCPT TO ${address}`], 553, done),
    onData: (stream, { envelope }, done) => {
      buffer(stream).then((raw) => {
        const wrong = violations(raw);
        if (wrong.length === 0)
          taken.push({ to: envelope.rcptTo.map(({ address }) => asSent(address)), raw });
        check(wrong, 550, done);
      }, done);
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    ...{ port, taken, refused },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
