import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ingestMail } from '#functions/mail/mail-intake.ts';
import { OutOfTime } from '#shared/runtime/time-limit.ts';
import { aMail, PostRoom, received } from './post-room.ts';

/** Optimised functions lose counts, and so do functions whose code was collected: 13 times in place of 9 was seen. */
const EXACT_COUNTS = ['--no-opt', '--no-maglev', '--no-flush-bytecode'];

/** The steps of each shape at 1 and at 10 times its length. A process of its own counts them. */
const counted: Readonly<Record<string, readonly [once: number, tenfold: number]>> = JSON.parse(
  execFileSync(
    process.execPath,
    [...EXACT_COUNTS, fileURLToPath(new URL('count-steps.ts', import.meta.url))],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  ),
);

it('counts at least 16 shapes', () => {
  expect(Object.keys(counted).length).toBeGreaterThanOrEqual(16);
});

it.each(Object.entries(counted))('the steps after the parser are linear in %s', (_, [once, tenfold]) => {
  expect(once).toBeGreaterThan(100);
  // Fields are cut, so that ten times the length is at most ten times the work.
  expect(tenfold / once).toBeLessThan(12);
});

it('a mail whose reading takes too long is a case for a person, once', async () => {
  const room = new PostRoom();
  const html = `<p>${'slow '.repeat(1_000)}</p>`;
  const at = await room.keep(aMail({ html }), received());
  const cleanHtml = (): string => {
    throw new OutOfTime('too slow');
  };
  const deps = { ...room.deps(), cleanHtml };
  const first = await ingestMail(deps, at);
  expect(first).toMatchObject({ outcome: 'quarantined', reasons: ['took-too-long'] });
  expect(await ingestMail(deps, at)).toMatchObject({ outcome: 'duplicate', caseRef: first.caseRef });
  expect(await room.case(first.caseRef)).toMatchObject({ quarantine: 'took-too-long' });
});
