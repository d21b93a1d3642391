import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { flow as flowCommand } from '#infra/tools/flow-command.ts';
import { runHere } from '#test/builders/run-command.ts';
import { sampleFlow } from './sample-flow.ts';

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

async function tool(...args: string[]) {
  const { status: code, out, err } = await runHere(flowCommand, args);
  return { code, out, err };
}

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

  it('judges many files of any kind, one line each in the order given', async () => {
    const files = Array.from({ length: 150 }, (_, at) => [
      good,
      folder,
      broken,
      write(`x${at}.json`, {}),
    ]).flat();
    const { code, out, err } = await tool('lint', ...files, '--json');
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([code, err]).toEqual([1, '']);
    expect(lines.map(({ file }) => file)).toEqual(files);
    expect(lines.map((line) => Object.keys(line).join())).toEqual(
      files.map(() => 'file,errors,warnings,actions'),
    );
    expect(lines[1]).toMatchObject({
      errors: [{ rule: 'unreadable', message: expect.stringMatching(/EISDIR/) }],
    });
  });

  it('doubts a file that says a key twice', async () => {
    const text = JSON.stringify(sampleFlow.toFlow());
    const twice = write('twice.json', text.replace('{"Version"', '{"Version":"2016-01-01","Version"'));
    const { code, out } = await tool('lint', twice, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).warnings).toEqual([
      {
        rule: 'duplicate-key',
        block: '',
        message: 'line 1 repeats the key "Version"; only the last counts',
      },
    ]);
  });

  it('plays keys against the answers given', async () => {
    const { code, out } = await tool(
      'play',
      good,
      '--keys',
      '2,1,42#,2',
      '--lambda',
      `CASE=${answer}`,
      '--json',
    );
    const played = JSON.parse(out);
    expect(code).toBe(0);
    expect(played.outcome).toBe('queued:general');
    expect(played.attributes).toEqual({ language: 'en', reference: '42', waited: 'yes' });
    expect(played.steps[0]).toEqual({ block: 'voice', type: 'Compare', branch: 'NoMatchingCondition' });
    expect(played.spoken.at(-2).text).toBe('Your case is open.');
  });

  it('names an old console export that is not in the Flow language', async () => {
    const old = write('old.json', { modules: [{ type: 'PlayPrompt', branches: [] }], version: '1' });
    const { out } = await tool('lint', old, good, '--json');
    const [first, second] = out.trim().split('\n');
    expect(JSON.parse(first ?? '').errors).toEqual([
      { rule: 'legacy-export', block: '', message: expect.stringMatching(/old console export/) },
    ]);
    expect(JSON.parse(second ?? '').errors).toEqual([]);
  });

  it.each(['error', 'timeout'])('takes the error branch of a function told to give %s', async (word) => {
    const keys = ['--keys', '2,1,42#,hangup'];
    const { out } = await tool('play', good, ...keys, '--lambda', `case-status=${word}`, '--json');
    expect(JSON.parse(out).steps).toContainEqual({
      block: 'lookup',
      type: 'InvokeLambdaFunction',
      branch: 'NoMatchingError',
    });
  });

  it('finds further flows by name, id and file name, and says what it did not do', async () => {
    const end = { Identifier: 'end', Type: 'DisconnectParticipant' };
    const to = (Identifier: string, Type: string, Parameters: object, NextAction = 'end') => ({
      Identifier,
      Type,
      Parameters,
      Transitions: { NextAction },
    });
    const flow = (...Actions: object[]) => ({ Version: '2019-10-30', StartAction: 'start', Actions });
    const module = write('greet.json', flow({ Identifier: 'start', Type: 'EndFlowModuleExecution' }));
    const second = write('second.json', {
      ContactFlow: {
        Name: 'Second',
        Content: JSON.stringify(flow(to('start', 'GetCase', { LinkContactToCase: 'false' }), end)),
      },
    });
    const first = write(
      'first.json',
      flow(
        to('start', 'InvokeFlowModule', { FlowModuleId: 'greet:$LATEST' }, 'go'),
        to('go', 'TransferToFlow', { ContactFlowId: 'Second' }),
      ),
    );
    const played = JSON.parse((await tool('play', first, second, module, '--json')).out);
    expect(played.outcome).toBe('disconnected');
    expect(played.steps.map(({ branch }: { branch: string }) => branch)).toEqual([
      'module greet',
      'return',
      'flow Second',
      'next',
      'disconnected',
    ]);
    expect(played.notSimulated).toEqual(['GetCase (start)']);
  });

  it('plays a queue flow by itself: where it waits, and for whom a call back is', async () => {
    const on = (operand: string, NextAction: string) => ({
      NextAction,
      Condition: { Operator: 'Equals', Operands: [operand] },
    });
    const fails = [{ ErrorType: 'NoMatchingError', NextAction: 'end' }];
    const waiting = write('waiting.json', {
      Version: '2019-10-30',
      StartAction: 'music',
      Actions: [
        {
          Identifier: 'music',
          Type: 'MessageParticipantIteratively',
          Parameters: { Messages: [{ Text: 'Please wait.' }], InterruptFrequencySeconds: '20' },
          Transitions: { Conditions: [on('MessagesInterrupted', 'number')], Errors: fails },
        },
        {
          Identifier: 'number',
          Type: 'GetParticipantInput',
          Parameters: {
            Text: 'Your number?',
            StoreInput: 'True',
            InputTimeLimitSeconds: '5',
            InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'SA' } },
          },
          Transitions: {
            NextAction: 'set',
            Errors: [...fails, { ErrorType: 'InvalidPhoneNumber', NextAction: 'music' }],
          },
        },
        {
          Identifier: 'set',
          Type: 'UpdateContactCallbackNumber',
          Parameters: { CallbackNumber: '$.StoredCustomerInput' },
          Transitions: { NextAction: 'back', Errors: fails },
        },
        {
          Identifier: 'back',
          Type: 'CreateCallbackContact',
          Parameters: {
            InitialCallDelaySeconds: '5',
            MaximumConnectionAttempts: '1',
            RetryDelaySeconds: '60',
          },
          Transitions: { NextAction: 'end', Errors: fails },
        },
        { Identifier: 'end', Type: 'DisconnectParticipant' },
      ],
    });
    const left = JSON.parse((await tool('play', waiting, '--json')).out);
    expect([left.outcome, left.steps]).toEqual([
      'queued',
      [{ block: 'music', type: 'MessageParticipantIteratively', branch: 'waiting' }],
    ]);
    const back = JSON.parse(
      (await tool('play', waiting, '--keys', '12#,٠٥٠٠٠٠٠٠٠٩#', '--in', 'general', '--json')).out,
    );
    expect(back.effects).toMatchObject([{ type: 'callback', number: '+966500000009', queue: 'general' }]);
    expect(back.steps[1]).toMatchObject({ block: 'number', branch: 'InvalidPhoneNumber' });
  });

  it('closes hours on demand', async () => {
    const { out } = await tool('play', good, '--keys', '2', '--hours', 'centre=closed', '--json');
    expect(JSON.parse(out).spoken.at(-1).text).toBe('The centre is closed now.');
  });

  it.each([
    [['play', join(folder, 'absent.json')], /absent\.json: cannot be read \(ENOENT\)/],
    [['play', broken], /broken\.json: is not JSON/],
    [['play', answer], /answer\.json: this is not a flow/],
    [['play', good, '--lambda', 'x'], /NAME=VALUE/],
    [['play', good, '--hours', 'ajar'], /open or closed/],
    [['play', good, '--seed', 'x'], /--seed x/],
    [['dance'], /Usage/],
    [['lint', '--loud'], /--loud/],
  ])('%j says what is wrong', async (args, message) => {
    const { code, err } = await tool(...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
