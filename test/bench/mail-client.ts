import { connect, type Socket } from 'node:net';

/** Return a function that waits for the next reply of an SMTP server and returns its code. */
function answersOf(socket: Socket): () => Promise<number> {
  const codes: number[] = [];
  const waiting: ((code: number) => void)[] = [];
  let heard = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    heard += chunk;
    for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
      const line = heard.slice(0, end);
      heard = heard.slice(end + 2);
      if (line[3] === '-') continue;
      const code = Number(line.slice(0, 3));
      const next = waiting.shift();
      if (next) next(code);
      else codes.push(code);
    }
  });
  return () => {
    const code = codes.shift();
    return code === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(code);
  };
}

/**
 * A mail for the benchmark: the envelope, and content with CRLF line ends and without lines that are a dot.
 */
export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly content: Uint8Array;
}

/**
 * Send mails over one connection like a mail server: the commands of the envelope in one batch (RFC 2920),
 * the next mail after the 250 of the last. @throws when the server rejects a mail
 */
export async function handInAll(port: number, letters: Iterable<Letter>): Promise<void> {
  const socket = connect(port, '127.0.0.1').setNoDelay();
  const answer = answersOf(socket);
  const expected = async (...codes: number[]): Promise<void> => {
    for (const code of codes) {
      const reply = await answer();
      if (reply !== code) throw new Error(`the mail port said ${reply} instead of ${code}`);
    }
  };
  await expected(220);
  socket.write('EHLO bench.example\r\n');
  await expected(250);
  for (const { from, to, content } of letters) {
    socket.write(`MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\nDATA\r\n`);
    await expected(250, 250, 354);
    socket.write(content);
    socket.write('\r\n.\r\n');
    await expected(250);
  }
  socket.end('QUIT\r\n');
}
