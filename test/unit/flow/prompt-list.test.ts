import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { shippedFlowSettings } from '#functions/telephone/flows/flow-settings.ts';
import { inboundFlows } from '#functions/telephone/flows/inbound-flows.ts';
import { outboundFlows } from '#functions/telephone/flows/outbound/outbound-flows.ts';
import { promptSamples } from '#functions/telephone/flows/prompt-samples.ts';
import { transferFlow } from '#functions/telephone/flows/transfer.ts';
import { flow as flowCommand } from '#infra/tools/flow-command.ts';
import { defineFlow, disconnect, inBothLanguages, menu, say } from '#shared/flow/builder.ts';
import {
  flowProblems,
  promptProblems,
  promptsAsCsv,
  promptsOf,
  referencesOfPrompts,
} from '#shared/flow/prompt-list.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';

const bye = { next: 'bye', onError: 'bye' } as const;
const sample = defineFlow('sample', {
  kind: 'CONTACT_FLOW',
  start: 'ask',
  attributes: ['name'],
  blocks: {
    ask: menu({
      prompt: [
        inBothLanguages({ ar: 'للعربية يُرجى الضغط على الرقم واحد.', en: 'For English, press two.' }),
        inBothLanguages({ ar: 'وللمساعدة اضغط الرقم صفر.', en: 'For help, press zero.' }),
      ],
      ...{ keys: { 1: 'greet' }, timeoutSeconds: 5, attempts: 2, onGiveUp: 'greet', onError: 'bye' },
    }),
    greet: say({ ar: 'أهلًا "بك" $.Attributes.name', en: 'Welcome, $.Attributes.name' }, bye),
    bye: disconnect(),
  },
});

describe('the prompts of a flow', () => {
  it('are listed once for each part of a block, both languages side by side', () => {
    expect(promptsOf(sample)).toEqual([
      {
        flow: 'sample',
        block: 'ask',
        ar: 'للعربية يُرجى الضغط على الرقم واحد.',
        en: 'For English, press two.',
      },
      { flow: 'sample', block: 'ask part 2', ar: 'وللمساعدة اضغط الرقم صفر.', en: 'For help, press zero.' },
      {
        ...{ flow: 'sample', block: 'greet' },
        ...{ ar: 'أهلًا "بك" $.Attributes.name', en: 'Welcome, $.Attributes.name' },
      },
    ]);
  });

  it('are a table for a spreadsheet', () => {
    expect(promptsAsCsv(promptsOf(sample)).split('\n')).toEqual([
      'flow,block,ar,en',
      '"sample","ask","للعربية يُرجى الضغط على الرقم واحد.","For English, press two."',
      '"sample","ask part 2","وللمساعدة اضغط الرقم صفر.","For help, press zero."',
      '"sample","greet","أهلًا ""بك"" $.Attributes.name","Welcome, $.Attributes.name"',
    ]);
  });
});

const words = (count: number): string => 'كلمة '.repeat(count);

describe('a prompt', () => {
  it.each([
    ['اضغط 1', 'the Arabic has a digit'],
    ['اضغط ١', 'the Arabic has a digit'],
    ['اضغط ۱', 'the Arabic has a digit'],
    ['الرقم: واحد', 'the Arabic has a colon'],
    ['نعم/لا', 'the Arabic has a slash'],
    ['اضغط press', 'the Arabic has a Latin letter'],
    ['غرفة ب12', 'the Arabic has a digit'],
    [words(40), 'ar takes 18 s; at most 12'],
  ])('as %j has a problem', (ar, problem) => expect(promptProblems({ ar })).toEqual([problem]));

  it('may contain references, and English in English', () => {
    expect(promptProblems({ ar: 'أهلًا $.Attributes.ownNumber1', en: 'Press 1.' })).toEqual([]);
  });

  it('is judged with the texts that its references stand for', () => {
    const prompt = { ar: `${words(10)} $.Attributes.when`, en: '' };
    expect(promptProblems(prompt, { when: { ar: words(10), en: '' } })).toEqual([]);
    expect(promptProblems(prompt, { when: { ar: words(25), en: '' } })).toEqual([
      'ar takes 16 s; at most 12',
    ]);
    expect(promptProblems(prompt, { when: { ar: 'الساعة 9:30', en: '' } })).toEqual([
      'the Arabic has a digit',
      'the Arabic has a colon',
    ]);
  });

  it('is also timed in English, and in both languages together', () => {
    expect(promptProblems({ en: 'word '.repeat(40) })).toEqual(['en takes 16 s; at most 12']);
    expect(promptProblems({ ar: words(20), en: 'word '.repeat(20) })).toEqual([
      'ar and en takes 17 s; at most 12',
    ]);
  });

  it('is judged with the words before its repetition', () => {
    const flow = defineFlow('asking', {
      kind: 'CONTACT_FLOW',
      start: 'ask',
      blocks: {
        ask: menu({
          ...{ prompt: { ar: words(20), en: 'Yes?' }, retry: { ar: words(9), en: 'Again.' } },
          ...{ keys: { 1: 'bye' }, timeoutSeconds: 5, onGiveUp: 'bye', onError: 'bye' },
        }),
        bye: disconnect(),
      },
    }).toFlow();
    expect(flowProblems(flow)).toEqual(['asking [ask]: ar takes 13 s; at most 12']);
  });
});

it('each reference of a prompt has its longest text', () => {
  const samples = promptSamples(defaultSettings);
  const flows = [...inboundFlows(shippedFlowSettings), ...outboundFlows, transferFlow];
  const names = new Set(flows.flatMap((flow) => referencesOfPrompts(flow.toFlow())));
  expect([...names].filter((name) => samples[name] === undefined)).toEqual([]);
  for (const { ar, en } of Object.values(samples)) expect([ar, en].filter((text) => text === '')).toEqual([]);
});

const run = async (...args: string[]) => {
  const lines: string[] = [];
  const write = (line: unknown) => void lines.push(String(line));
  const code = await flowCommand({ args, console: { log: write, error: write } } as never);
  return { code, text: lines.join('\n') };
};

it('the command reads its own table, with changed words, and says what is wrong with them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rida-prompts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'prompts.csv');
  const { text } = await run('prompts', '--csv');
  writeFileSync(file, text);
  expect(await run('prompts', file, '--csv')).toEqual({ code: 0, text });
  const own = text.replaceAll('Thank you for calling. Goodbye.', 'Thank you for your call. Goodbye.');
  writeFileSync(file, own);
  expect(await run('prompts', '--csv', file)).toEqual({ code: 0, text: own });
  expect(await run('prompts', '--check', file)).toEqual({
    code: 0,
    text: expect.stringMatching(/^238 prompts, 3 texts in own words, 0 problems$/u),
  });
  writeFileSync(file, text.replace('"main","goodbye"', '"main","good bye"'));
  expect(await run('prompts', '--check', file)).toEqual({
    code: 1,
    text: expect.stringMatching(/^line \d+: there is no prompt main \[good bye\]\n.* 1 problems$/u),
  });
  expect((await run('prompts', file, file)).code).toBe(2);
  expect((await run('prompts', `${file}.old`)).text).toContain('cannot be read (ENOENT)');
});

it('the command prints every prompt, and finds no problem', async () => {
  expect((await run('prompts')).text).toContain('| main | choose |');
  expect((await run('prompts', '--csv')).text).toContain('"main","choose"');
  expect(await run('prompts', '--check')).toMatchObject({
    code: 0,
    text: expect.stringMatching(/ 0 problems$/u),
  });
});
