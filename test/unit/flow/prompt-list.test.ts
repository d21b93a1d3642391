import { describe, expect, it } from 'vitest';
import { flow as flowCommand } from '#infra/tools/flow-command.ts';
import { defineFlow, disconnect, inBothLanguages, menu, say } from '#shared/flow/builder.ts';
import { type ListedPrompt, promptProblems, promptsAsCsv, promptsOf } from '#shared/flow/prompt-list.ts';

const bye = { next: 'bye', onError: 'bye' } as const;
const sample = defineFlow('sample', {
  kind: 'CONTACT_FLOW',
  start: 'ask',
  attributes: ['name'],
  blocks: {
    ask: menu({
      prompt: inBothLanguages({ ar: 'للعربية اضغط الرقم واحد.', en: 'For English, press two.' }),
      ...{ keys: { 1: 'greet' }, timeoutSeconds: 5, attempts: 2, onGiveUp: 'greet', onError: 'bye' },
    }),
    greet: say({ ar: 'أهلًا "بك" $.Attributes.name', en: 'Welcome, $.Attributes.name' }, bye),
    bye: disconnect(),
  },
});

describe('the prompts of a flow', () => {
  it('are listed once for each block, both languages side by side', () => {
    expect(promptsOf(sample.toFlow())).toEqual([
      {
        ...{ flow: 'sample', block: 'ask', interruptible: true },
        ...{ ar: 'للعربية اضغط الرقم واحد.', en: 'For English, press two.' },
      },
      {
        ...{ flow: 'sample', block: 'greet', interruptible: false },
        ...{ ar: 'أهلًا "بك" $.Attributes.name', en: 'Welcome, $.Attributes.name' },
      },
    ]);
  });

  it('are a table for a spreadsheet', () => {
    expect(promptsAsCsv(promptsOf(sample.toFlow())).split('\n')).toEqual([
      'flow,block,ar,en',
      '"sample","ask","للعربية اضغط الرقم واحد.","For English, press two."',
      '"sample","greet","أهلًا ""بك"" $.Attributes.name","Welcome, $.Attributes.name"',
    ]);
  });
});

const prompt = (ar: string, more: Partial<ListedPrompt> = {}): ListedPrompt => ({
  ...{ flow: 'sample', block: 'greet', ar, en: 'Welcome.', interruptible: false },
  ...more,
});
const words = (count: number): string => 'كلمة '.repeat(count);

describe('a prompt', () => {
  it.each([
    ['اضغط 1', 'the Arabic has a digit'],
    ['اضغط ١', 'the Arabic has a digit'],
    ['الرقم: واحد', 'the Arabic has a colon'],
    ['نعم/لا', 'the Arabic has a slash'],
    ['اضغط press', 'the Arabic has a Latin letter'],
    [words(40), 'ar takes 18 s; at most 12'],
  ])('as %j has a problem', (ar, problem) => expect(promptProblems(prompt(ar))).toEqual([problem]));

  it('may contain references, and English in English', () => {
    expect(promptProblems(prompt('أهلًا $.Attributes.ownNumber1'))).toEqual([]);
  });

  it('that a key ends may take longer', () => {
    expect(promptProblems(prompt(words(40), { interruptible: true }))).toEqual([]);
    expect(promptProblems(prompt(words(70), { interruptible: true }))).toHaveLength(1);
  });

  it('is also timed in English', () => {
    expect(promptProblems(prompt('أهلًا', { en: 'word '.repeat(40) }))).toEqual(['en takes 16 s; at most 12']);
  });
});

it('the command prints every prompt, and finds no problem', async () => {
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const write = (line: unknown) => void lines.push(String(line));
    const code = await flowCommand({ args, console: { log: write, error: write } } as never);
    return { code, text: lines.join('\n') };
  };
  expect((await run('prompts')).text).toContain('| main | choose |');
  expect((await run('prompts', '--csv')).text).toContain('"main","choose"');
  expect(await run('prompts', '--check')).toMatchObject({
    code: 0,
    text: expect.stringMatching(/ 0 problems$/u),
  });
});
