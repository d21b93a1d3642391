import { describe, expect, it } from 'vitest';
import { allFlows } from '#functions/telephone/flows/all-flows.ts';
import { shippedFlowSettings } from '#functions/telephone/flows/flow-settings.ts';
import { ownWords } from '#functions/telephone/flows/own-words.ts';
import { readSheet } from '#shared/adapters/csv/read-sheet.ts';
import { promptsAsCsv, promptsOf } from '#shared/flow/prompt-list.ts';

const flows = allFlows(shippedFlowSettings);
const shipped = flows.flatMap(promptsOf);
const sheet = (text: string) => ownWords(readSheet(new TextEncoder().encode(text)));
const HEAD = 'flow,block,ar,en';
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A sheet of one row, in which some words of one text differ. */
function changed(flow: string, block: string, language: 'ar' | 'en', from: string, to: string) {
  const found = shipped.find((one) => one.flow === flow && one.block === block);
  if (!found?.[language].includes(from)) throw new Error(`${flow} [${block}] does not say "${from}"`);
  const own = { ...found, [language]: found[language].replace(from, to) };
  return [HEAD, [flow, block, own.ar, own.en].map(cell).join(',')].join('\n');
}

const textsOf = (words: ReturnType<typeof ownWords>, flow: string): string =>
  JSON.stringify(
    words
      .in(flows)
      .find(({ name }) => name === flow)
      ?.toFlow(),
  );

describe('a sheet of prompts', () => {
  it('as printed changes nothing', () => {
    const words = sheet(promptsAsCsv(shipped));
    expect(words).toMatchObject({ problems: [], changed: 0 });
    for (const flow of flows) expect(textsOf(words, flow.name)).toBe(JSON.stringify(flow.toFlow()));
  });

  it.each([
    ['main', 'goodbye', 'ar', 'شكرًا لتواصلك معنا', 'نشكر لك تواصلك مع أمانة المدينة'],
    ['main', 'goodbye', 'en', 'Thank you for calling', 'Thank you for calling the municipality'],
    ['main', 'choose part 2', 'en', 'For an agent', 'For a person'],
    ['main', 'choose retry', 'ar', 'لم نتعرّف على اختيارك', 'لم نفهم اختيارك'],
    ['main', 'ask language', 'ar', 'مركز رضا المستفيدين', 'أمانة المدينة'],
    ['main', 'known arabic', 'en', 'For English', 'For English, please'],
    ['waiting', 'hold', 'ar', 'سنرد عليك من أول خط متاح', 'سيجيبك أول موظف متاح'],
    ['waiting', 'speak', 'en', 'We record your message', 'We will record your message'],
    ['check-status', 'reference', 'en', 'Enter the ten characters', 'Key in the ten characters'],
    ['outbound/evaluation-call', 'may we? part 3', 'ar', 'ولعدم الاتصال بك', 'ولئلا نتصل بك'],
    ['transfer', 'passed on', 'en', 'One moment please', 'Please wait a moment'],
  ] as const)('changes the words of %s [%s] in %s', (flow, block, language, from, to) => {
    const words = sheet(changed(flow, block, language, from, to));
    expect(words).toMatchObject({ problems: [], changed: 1 });
    expect(textsOf(words, flow)).toContain(to);
    // Nothing else changes: with the shipped words in their place, the flow is the shipped one.
    expect(textsOf(words, flow).replaceAll(to, from)).toBe(
      JSON.stringify(flows.find(({ name }) => name === flow)?.toFlow()),
    );
  });

  it('keeps the English in an Arabic text', () => {
    const words = sheet(
      changed('outbound/evaluation-call', 'may we? part 3', 'ar', 'ولعدم الاتصال', 'ولئلا نتصل'),
    );
    expect(textsOf(words, 'outbound/evaluation-call')).toMatch(
      /ولئلا نتصل[^<]*<lang xml:lang=[^>]*>For English/u,
    );
  });

  it.each([
    [
      'main',
      'say reference',
      'ar',
      '$.Attributes.spoken',
      '',
      'leaves out the reference "$.Attributes.spoken"',
    ],
    [
      ...(['main', 'goodbye', 'en', 'Thank you', 'Thank you $.Attributes.name'] as const),
      'adds the reference "$.Attributes.name", which the shipped prompt does not have',
    ],
    ['main', 'goodbye', 'en', 'Thank you', 'Thank you $ pent', 'has a "$" that begins no reference'],
    ['main', 'goodbye', 'en', 'Thank you', '<b>Thank you', 'has markup; write words only'],
    ['main', 'choose', 'ar', 'الرقم اثنين', 'الرقم تسعة', 'leaves out the key "اثنين"'],
    ['main', 'choose', 'en', 'press two', 'press nine', 'leaves out the key "two"'],
    ['main', 'consent?', 'ar', 'مفتاح النجمة', 'مفتاح المربع', 'adds the key "المربع"'],
    ['main', 'consent?', 'en', 'press the star key', 'say so', 'leaves out the key "star"'],
    ['after-call', 'how satisfied?', 'ar', 'إلى خمسة', 'إلى ثلاثة', 'leaves out the key "خمسة"'],
    ['main', 'goodbye', 'ar', 'شكرًا', 'شكرًا 2026', 'the Arabic has a digit'],
    ['main', 'goodbye', 'ar', 'شكرًا', 'شكرًا ٢', 'the Arabic has a digit'],
    ['main', 'goodbye', 'ar', 'شكرًا', 'شكرًا:', 'the Arabic has a colon'],
    ['main', 'goodbye', 'ar', 'شكرًا', 'Rida شكرًا', 'the Arabic has a Latin letter'],
    ['main', 'goodbye', 'en', 'Thank you', 'Thank you very much '.repeat(12), 'at most 12'],
    ['main', 'choose retry', 'en', 'Sorry', 'Sorry, sorry '.repeat(12), 'at most 12'],
  ] as const)('with %s [%s] in %s: "%s" as "%s" is refused', (flow, block, language, from, to, problem) => {
    const { problems } = sheet(changed(flow, block, language, from, to));
    expect(problems.join('\n')).toContain(problem);
    expect(problems.join('\n')).toContain(`${flow} [${block.replace(' retry', '')}`);
  });

  it.each([
    ['main', 'goodbye', 'en', 'Thank you for calling. Goodbye.', 'شكرًا لك.'],
    ['main', 'goodbye', 'ar', 'شكرًا لتواصلك معنا. في أمان الله.', '.'],
    ['main', 'say reference', 'ar', '$.Attributes.spoken', '$.attributes.spoken'],
    ['main', 'say reference', 'ar', '$.Attributes.spoken', '$.Attributes.spokn'],
    ['main', 'goodbye', 'en', 'Thank you for calling.', 'Your request is registered.'],
  ] as const)('with %s [%s] in %s: "%s" as "%s" is also refused', (flow, block, language, from, to) => {
    expect(sheet(changed(flow, block, language, from, to)).problems).not.toEqual([]);
  });

  it('is read without line breaks and the marks of direction that a spreadsheet adds', () => {
    const words = sheet(`\u200fflow,block,ar,en\nmain\u200f,\u202bgoodbye\u202c,"شكرًا\n\u200f لك.",\n`);
    expect(words).toMatchObject({ problems: [], changed: 1 });
    expect(textsOf(words, 'main')).toContain('"شكرًا لك."');
  });

  it('tells each wrong row with its line', () => {
    const row = (block: string, ar: string) => `main,${block},${ar},`;
    const { problems } = sheet(
      [HEAD, row('choos', 'أهلًا'), row('goodbye', 'شكرًا.'), row('goodbye', 'مع السلامة.'), 'main'].join('\n'),
    );
    expect(problems).toEqual([
      'line 2: there is no prompt main [choos]',
      'line 4: main [goodbye] is already on line 3',
      'line 5: there is no prompt main []',
    ]);
    expect(sheet(`${HEAD}\nmain,known arabic part 2,,Welcome.`).problems).toEqual([
      'line 2: main [known arabic part 2]: en is not spoken in this language',
    ]);
  });

  it.each(['', 'main,goodbye,a,b', 'flow;block;ar'])('with the first line %j is refused', (first) => {
    expect(sheet(first).problems).toEqual(['line 1: expected the columns flow, block, ar, en']);
  });

  it.each([
    [
      'a byte order mark, semicolons',
      (text: string) => new TextEncoder().encode(`\uFEFF${text.replaceAll(',', ';')}`),
    ],
    ['UTF-16 and tabs', (text: string) => Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le')],
    ['other columns in another order', (text: string) => new TextEncoder().encode(text)],
  ])('is read with %s', (_, encode) => {
    const text = 'note,AR,block,en,flow\n,شكرًا لك.,goodbye,,main\n';
    const words = ownWords(readSheet(encode(text)));
    expect(words).toMatchObject({ problems: [], changed: 1 });
    expect(textsOf(words, 'main')).toContain('شكرًا لك.');
  });
});
