import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { aCentre, aFolder, allCases, aMail } from '#test/local/support.ts';

const SEED = 20_260_104;
/** The gate kills 10 times, `npm run kills` 100 times. */
const ROUNDS = Number(process.env.RIDA_KILL_ROUNDS ?? 4);
/** The timeout of a test that hangs. It grows with the rounds and their mails. */
const HANGS_MS = ROUNDS * 60_000;
/** The kill comes up to this many milliseconds after the last counted mail, in the work that follows from it. */
const LATEST_KILL_MS = 150;
/** A round's kill comes as soon as this many mails, at least and at most, were acknowledged in it. */
const FEWEST = 20;
const MOST = 80;
/** Enough connections that a kill interrupts several mails in one transaction. */
const CONNECTIONS = 12;
/** The interval of mails that are too large for a row and become files. */
const LARGE_EVERY = 9;
const LARGE = 'الإنارة مطفأة. '.repeat(5_000);

/** Return a generator with the same numbers for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function start(data: string): Promise<{ child: ChildProcess; port: number }> {
  const args = ['infra/local/main.ts', '--port', '0', '--smtp-port', '0', '--data', data];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the centre did not start')));
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      const [, found] = /127\.0\.0\.1:(\d+)/u.exec(said) ?? [];
      if (found !== undefined) resolve(Number(found));
    });
  });
  return { child, port };
}

const numbered = (number: number) =>
  aMail({
    subject: `بلاغ رقم ${number}`,
    messageId: `<${number}@example.com>`,
    from: { name: '', address: `b${number}@example.com` },
    ...(number % LARGE_EVERY === 0 && { text: LARGE }),
  });

test(`every acknowledged mail is exactly one case with one answer, over ${ROUNDS} kills`, {
  timeout: HANGS_MS,
}, async () => {
  const data = aFolder();
  const random = numbers(SEED);
  const acknowledged = new Set<number>();
  const handed: number[] = [];
  const stream = async (port: number, isOver: () => boolean, acknowledge: () => void): Promise<void> => {
    while (!isOver()) {
      const number = handed.push(handed.length) - 1;
      try {
        await handIn(port, numbered(number));
        acknowledged.add(number);
        acknowledge();
      } catch {
        // Not acknowledged: the client still has it.
      }
    }
  };

  for (let round = 0; round < ROUNDS; round += 1) {
    const { child, port } = await start(data);
    let left = FEWEST + Math.floor(random() * (MOST - FEWEST));
    const countDown = () => {
      left -= 1;
      if (left === 0) setTimeout(() => child.kill('SIGKILL'), random() * LATEST_KILL_MS);
    };
    const gone = once(child, 'exit');
    const isOver = () => left <= 0 || child.exitCode !== null;
    const streams = Array.from({ length: CONNECTIONS }, () => stream(port, isOver, countDown));
    await Promise.all([gone, ...streams]);
  }

  const centre = await aCentre({ data });
  await centre.settle();
  const count = async () => Map.groupBy(await allCases(centre), ({ subject }) => subject);
  const before = await count();
  expect([...acknowledged].some((number) => number % LARGE_EVERY === 0)).toBe(true);
  expect([...acknowledged].some((number) => number % LARGE_EVERY > 0)).toBe(true);
  for (const number of acknowledged) expect(before.get(numbered(number).subject)).toHaveLength(1);

  const unsure = handed.filter((number) => !acknowledged.has(number));
  for (const number of unsure) await handIn(centre.smtpPort, numbered(number));
  await centre.settle();
  const after = await count();
  expect([...after.values()].every((cases) => cases.length === 1)).toBe(true);
  expect(after.size).toBe(handed.length);
  const answered = Map.groupBy(centre.outbox?.list(handed.length * 2) ?? [], ({ to }) => to.join());
  expect([...answered.values()].every((mails) => mails.length === 1)).toBe(true);
  expect(answered.size).toBe(handed.length);
  console.log(`${ROUNDS} kills, ${acknowledged.size} acknowledged mails: none lost, none doubled`);
  expect(centre.bus.queueDepths().every(({ waiting, dead }) => waiting === 0 && dead === 0)).toBe(true);
});
