import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { createParsePool, type ParsePool } from '#shared/adapters/mail/parse-pool.ts';
import { MAIL_LIMITS } from '#shared/domain/mail/parsed-mail.ts';

const thread = (source: string): Worker => new Worker(source, { eval: true });
const BROKEN = 'process.exit(1)';
/** A worker that responds with the number of received bytes, and of the mails of the request. */
const COUNTING = `
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage('ready');
  parentPort.on('message', ({ raws }) => parentPort.postMessage({ replies: raws.map(({ length }) =>
    ({ kind: 'unreadable', reason: 'malformed', message: length + ' bytes', together: raws.length })) }));
`;
/** The same, but a mail of 13 bytes ends the thread. */
const FRAGILE = `
  require('node:worker_threads').parentPort.on('message', ({ raws }) => {
    if (raws.some(({ length }) => length === 13)) process.exit(1);
  });
  ${COUNTING}`;

const warnings = (): { readonly heard: string[]; stop(): void } => {
  const heard: string[] = [];
  const hear = ({ message }: Error): number => heard.push(message);
  process.on('warning', hear);
  return { heard, stop: () => process.off('warning', hear) };
};

it('a mail waits, whole, until a thread can start, and the process is warned', async () => {
  const { heard, stop } = warnings();
  const threads = [
    () => thread(BROKEN),
    () => {
      throw new Error('no threads left');
    },
    () => thread(COUNTING),
  ];
  const pool = createParsePool(() => (threads.shift() ?? (() => thread(BROKEN)))(), 1, 1);
  expect(await pool.parse(new Uint8Array(7), MAIL_LIMITS)).toMatchObject({ message: '7 bytes' });
  await pool.close();
  stop();
  expect(heard).toEqual([
    expect.stringMatching(/parser cannot start: the parser ended/),
    expect.stringMatching(/parser cannot start: Error: no threads left/),
  ]);
});

it('a pool that is closed while no thread can start gives the mail back', async () => {
  const pool = createParsePool(() => thread(BROKEN), 1, 1);
  const reply = expect(pool.parse(new Uint8Array(7), MAIL_LIMITS)).rejects.toThrow('ended without an answer');
  await pool.close();
  await reply;
});

it('the bytes are handed over, unless they share their memory with others', async () => {
  const pool = createParsePool(() => thread(COUNTING), 1);
  const whole = new Uint8Array(9);
  const part = new Uint8Array(9).subarray(2);
  const replies = [await pool.parse(whole, MAIL_LIMITS), await pool.parse(part, MAIL_LIMITS)];
  await pool.close();
  expect(replies).toMatchObject([{ message: '9 bytes' }, { message: '7 bytes' }]);
  expect([whole.length, part.length]).toEqual([0, 7]);
});

it('reports of imports, which Node sends in watch mode, are not replies', async () => {
  const watched = `
    const port = require('node:worker_threads').parentPort;
    port.on('message', () => port.postMessage({ 'watch:import': ['file:///a.ts'] }));
    ${COUNTING}`;
  const pool = createParsePool(() => thread(watched), 1);
  const replies = [
    await pool.parse(new Uint8Array(3), MAIL_LIMITS),
    await pool.parse(new Uint8Array(4), MAIL_LIMITS),
  ];
  await pool.close();
  expect(replies).toMatchObject([{ message: '3 bytes' }, { message: '4 bytes' }]);
});

const sizes = (pool: ParsePool, ...bytes: number[]): Promise<unknown[]> =>
  Promise.all(bytes.map((one) => pool.parse(new Uint8Array(one), MAIL_LIMITS)));

it('small mails that wait together are parsed in one request, at most 16, and a large one by itself', async () => {
  const pool = createParsePool(() => thread(COUNTING), 1);
  const large = 64 * 1024 + 1;
  const waiting = [...Array.from({ length: 17 }, (_, at) => at + 2), large, 30, 31];
  const replies = await sizes(pool, 1, ...waiting);
  await pool.close();
  const together = [1, ...Array.from({ length: 16 }, () => 16), 1, 1, 2, 2];
  expect(replies).toEqual(
    [1, ...waiting].map((bytes, at) =>
      expect.objectContaining({ message: `${bytes} bytes`, together: together[at] }),
    ),
  );
});

it('mails of other limits are not parsed together', async () => {
  const pool = createParsePool(() => thread(COUNTING), 1);
  const limits = [MAIL_LIMITS, MAIL_LIMITS, { ...MAIL_LIMITS }, MAIL_LIMITS];
  const replies = await Promise.all(limits.map((own, at) => pool.parse(new Uint8Array(at + 1), own)));
  await pool.close();
  expect(replies).toMatchObject([1, 1, 1, 1].map((together) => ({ together })));
});

it('of mails that were parsed together, only the one that ends the thread is refused', async () => {
  const pool = createParsePool(() => thread(FRAGILE), 1);
  const replies = await sizes(pool, 1, 10, 11, 13, 14, 15);
  await pool.close();
  const refused = 'the parser ended without an answer';
  expect(replies).toMatchObject(
    ['1 bytes', '10 bytes', '11 bytes', refused, '14 bytes', '15 bytes'].map((message) => ({ message })),
  );
});
