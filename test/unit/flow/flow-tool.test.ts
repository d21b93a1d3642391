import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleFlow } from './sample-flow.ts';

const TOOL = fileURLToPath(new URL('../../../infra/tools/flow.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rida-flow-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const good = write('good.json', sampleFlow.toFlow());
const bad = write('bad.json', { ...sampleFlow.toFlow(), StartAction: 'nowhere' });
const answer = write('answer.json', { found: 'yes', status: 'open' });
const broken = write('broken.json', '{');

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const tool = (...args: string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(process.execPath, [TOOL, ...args], (failure, out, err) => {
      resolve({ code: failure === null ? 0 : Number(failure.code), out, err });
    });
  });

describe('npm run flow', () => {
  it('lints: one line of JSON a file, and exit code 1 when there are errors', async () => {
    const { code, out } = await tool('lint', good, bad, broken, '--json');
    const [first, second, third] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(first).toEqual({ file: good, errors: [], warnings: [], actions: 49 });
    expect(second.errors[0].rule).toBe('start-action');
    expect(third).toMatchObject({ errors: [{ rule: 'unreadable' }], actions: 0 });
    expect((await tool('lint', good)).code).toBe(0);
  });

  it('plays keys against the answers given', async () => {
    const { code, out } = await tool(
      'play',
      good,
      '--keys',
      '2,1,42#,2',
      '--lambda',
      `case-status=${answer}`,
      '--json',
    );
    const played = JSON.parse(out);
    expect(code).toBe(0);
    expect(played.outcome).toBe('queued:general');
    expect(played.attributes).toEqual({ language: 'en', reference: '42', waited: 'yes' });
    expect(played.steps[0]).toEqual({ block: 'voice', type: 'Compare', branch: 'NoMatchingCondition' });
    expect(played.spoken.at(-2).text).toBe('Your case is open.');
  });

  it.each([
    [['play', join(folder, 'absent.json')], /absent\.json: cannot be read \(ENOENT\)/],
    [['play', broken], /broken\.json: is not JSON/],
    [['play', answer], /answer\.json: this is no flow/],
    [['play', good, '--lambda', 'x'], /NAME=VALUE/],
    [['dance'], /Usage/],
    [['lint', '--loud'], /--loud/],
  ])('%j says what is wrong', async (args, message) => {
    const { code, err } = await tool(...args);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });
});
