import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { createParsePool } from '#shared/adapters/mail/parse-pool.ts';
import { MAIL_LIMITS } from '#shared/domain/mail/parsed-mail.ts';

const thread = (source: string): Worker => new Worker(source, { eval: true });
const BROKEN = 'process.exit(1)';
/** A worker that responds with the number of received bytes. */
const COUNTING = `
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage('ready');
  parentPort.on('message', ({ raw }) =>
    parentPort.postMessage({ kind: 'unreadable', reason: 'malformed', message: raw.length + ' bytes' }));
`;

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
