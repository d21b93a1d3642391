import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { invokeCommand } from '#infra/tools/invoke-command.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { aCentre, aFolder, aMail, onlyCase } from './support.ts';

interface Ran {
  readonly code: 0 | 1 | 2;
  readonly outcome: unknown;
  readonly errors: string;
}

/** Runs the command with what is typed into it. */
async function invoke(args: readonly string[], typed = ''): Promise<Ran> {
  const [printed, errors]: [string[], string[]] = [[], []];
  const code = await invokeCommand(args, {
    stdin: Readable.from([Buffer.from(typed)]),
    print: (line) => void printed.push(line),
    log: (line) => void errors.push(line),
  });
  return {
    code,
    outcome: printed[0] === undefined ? undefined : JSON.parse(printed[0]),
    errors: errors.join(''),
  };
}
const linesOf = ({ errors }: Ran): unknown[] =>
  errors
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The data folder of a centre that took a mail and was stopped, its case, and the event that opened it. */
async function aStoppedCentre() {
  const data = aFolder();
  const centre = await aCentre({ data });
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  const [event] = (await centre.store.timeline('case', id)).flatMap(toEnvelopes);
  await centre.close();
  const sample = join(aFolder(), 'sample.json');
  writeFileSync(sample, JSON.stringify(event));
  return { data, id, event, sample };
}

describe('one function on local data', () => {
  test('prints its outcome and its log lines', async () => {
    const { data, id, event, sample } = await aStoppedCentre();
    const notify = 'mail/notify-beneficiary';
    const line = { service: notify, level: 'info', code: 'beneficiary-notified', outcome: 'sent-before' };
    const ran = await invoke([notify, sample, '--data', data]);
    expect(ran).toMatchObject({ code: 0, outcome: 'sent-before' });
    expect(linesOf(ran)).toMatchObject([line]);
    // As a dead letter on the queues' page shows it, and by the case it is of.
    const letter = await invoke([notify, '-', '--data', data], JSON.stringify({ detail: event }));
    expect(letter).toMatchObject({ code: 0, outcome: 'sent-before' });
    expect(await invoke([notify, '--of', id, '--data', data])).toMatchObject({
      code: 0,
      outcome: 'sent-before',
    });
    const none = await invoke([notify, '--of', 'nobody', '--data', data]);
    expect(none).toMatchObject({ code: 2, errors: expect.stringContaining('no event of nobody') });
  });

  test('is a command', () => {
    const args = ['infra/tools/invoke.ts', 'sla/sweep', '--data', aFolder()];
    const printed = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' });
    expect(JSON.parse(printed)).toMatchObject({ due: 0 });
  });

  test('needs no sample of what a schedule calls', async () => {
    const ran = await invoke(['sla/sweep', '--data', aFolder()]);
    expect(ran).toMatchObject({ code: 0, outcome: { due: 0, oldestAgeMs: 0, retimed: 0 } });
    expect(linesOf(ran)).toMatchObject([{ service: 'sla/sweep', code: 'swept', due: 0 }]);
  });

  test('says what failed, and where', async () => {
    const sample = 'events/samples/rida.case.resolved.v1.json';
    const ran = await invoke(['mail/notify-beneficiary', sample, '--data', aFolder()]);
    expect(ran).toMatchObject({ code: 1, outcome: undefined });
    expect(ran.errors).toMatch(/is at version 0, not yet at 1[\s\S]+notify-beneficiary\.ts/u);
  });

  test('is refused while a centre has the folder', async () => {
    const data = aFolder();
    await aCentre({ data });
    const ran = await invoke(['sla/sweep', '--data', data]);
    expect(ran).toMatchObject({ code: 1, outcome: undefined });
    expect(ran.errors).toBe(
      `--data ${data}: another centre is running on this folder; stop it or choose another one\n`,
    );
  });
});

describe('a wrong command', () => {
  const opened = 'events/samples/rida.case.opened.v1.json';

  test.each([
    ['without a function', [], /Usage: [\s\S]+The functions are:\n {2}cases\/apply-retention\n/u],
    [
      'of no function',
      ['mail/answer'],
      /^There is no function mail\/answer\. .+\n {2}cases\/apply-retention\n/u,
    ],
    ['of a page', ['web/console'], /^web\/console cannot be invoked: it answers HTTP requests/u],
    ['of what runs on AWS only', ['telephone/connect-hours'], /it runs on AWS only/u],
    ['without a sample', ['cases/assign'], /^cases\/assign needs a sample/u],
    ['with a sample that nobody reads', ['sla/sweep', opened], /takes no sample/u],
    [
      'with a file that is not there',
      ['cases/assign', 'none.json'],
      /^none\.json cannot be read \(ENOENT\)/u,
    ],
    ['with no JSON', ['cases/assign', 'README.md'], /^README\.md is not JSON/u],
    [
      'with an event of others',
      ['cases/assign', 'events/samples/rida.note.added.v1.json'],
      /does not fit cases\/assign:\n✖ .+\n {2}→ at type\n/u,
    ],
    ['with an unknown option', ['cases/assign', opened, '--dat', 'x'], /--dat/u],
  ])('%s says what is wrong', async (_, args, message) => {
    const ran = await invoke([...args, ...(args.includes('--dat') ? [] : ['--data', '/proc/no-such'])]);
    expect(ran).toMatchObject({ code: 2, outcome: undefined, errors: expect.stringMatching(message) });
  });
});
