import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { data } from '#infra/tools/data-command.ts';
import { flow } from '#infra/tools/flow-command.ts';
import { mail } from '#infra/tools/mail-command.ts';
import { settings } from '#infra/tools/settings-command.ts';
import { sla } from '#infra/tools/sla-command.ts';
import { survey } from '#infra/tools/survey-command.ts';
import type { ToolCommand } from '#infra/tools/tool-command.ts';
import { trace } from '#infra/tools/trace-command.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { runHere } from '#test/builders/run-command.ts';
import { sampleFlow } from '#test/unit/flow/sample-flow.ts';
import { type Channel, JSONS, jsonPlaces, type Place } from './channel.ts';
import { aMalformedCentre } from './http.ts';

const STACK = /\n\s+at (?:\S+ \()?(?:file:|node:|\/)/u;

/** Return what is wrong with the end of a command: an exit code that does not exist, or a stack. */
async function run(command: ToolCommand, args: readonly string[], input = ''): Promise<string | undefined> {
  // A command line cannot hold these.
  const given = args.map((one) => one.replaceAll('\u0000', ''));
  const { status, out, err } = await runHere(command, given, { input });
  if (STACK.test(err) || STACK.test(out)) return `a stack: ${err.slice(0, 200)}`;
  if (![0, 1, 2].includes(status)) return `exit code ${status}`;
  return status !== 0 && err.trim() === '' && out.trim() === '' ? 'it failed without a word' : undefined;
}

/** Send a line between two good ones. Each line has an answer, and the good ones have the right one. */
const batch =
  (command: ToolCommand, good: object) =>
  async (input: unknown): Promise<string | undefined> => {
    const lines = [{ ...good, id: 'before' }, input, { ...good, id: 'after' }].map((line) =>
      JSON.stringify(line),
    );
    const { status, out, err } = await runHere(command, ['batch'], { input: `${lines.join('\n')}\n` });
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id?: unknown; error?: unknown });
    const [first, , last] = answers;
    if (status !== 0 || answers.length !== 3) return `exit code ${status}, ${answers.length} answers: ${err}`;
    return first?.id === 'before' && last?.id === 'after' && !first.error && !last.error
      ? undefined
      : `the other lines have the answers ${JSON.stringify([first, last])}`;
  };

const HOURS = { sun: [['07:30', '14:30']], mon: [['07:30', '14:30']] };
const CALENDAR = {
  ...{ timezone: 'Asia/Riyadh', hours: HOURS, holidays: ['2026-11-23'] },
  overrides: [{ from: '2026-12-01', to: '2026-12-02', hours: HOURS }],
  closures: [{ date: '2026-11-22', from: '09:00', to: '10:00' }],
};
const START = '2026-11-22T04:30:00Z';
const PAUSES = [{ from: '2026-11-22T05:00:00Z', to: '2026-11-22T05:30:00Z' }];

const SLA = [
  { id: 1, op: 'due', calendar: CALENDAR, start: START, minutes: 90, pauses: PAUSES },
  { id: 1, op: 'elapsed', calendar: CALENDAR, start: START, end: '2026-11-22T09:30:00Z', pauses: PAUSES },
] as const;

const STRATA = [{ name: 'a', population: 900, n: 50, yes: 40 }];
const SURVEY = [
  { id: 1, op: 'share', fpc: true, strata: STRATA },
  {
    id: 1,
    op: 'mean',
    fpc: false,
    strata: [{ name: 'a', population: 900, n: 50, mean: 4.1, variance: 0.5 }],
  },
  { id: 1, op: 'wilson', n: 20, yes: 7 },
  { id: 1, op: 'difference', first: { n: 20, yes: 7 }, second: { n: 30, yes: 9 } },
  { id: 1, op: 'rake', cells: [{ values: { sex: 'm' }, n: 3, weight: 1 }], margins: { sex: { m: 10 } } },
  { id: 1, op: 'xmr', values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], screen: true },
  { id: 1, op: 'rates', counts: { I: 5, P: 1, R: 1, NC: 1, O: 1, UH: 1, UO: 1, ineligible: 1 } },
  { id: 1, op: 'allocate', strata: [{ name: 'a', population: 900 }], n: 10, floor: 5 },
] as const;

const LIST = {
  heading: ['phone', 'service', 'date', 'language'],
  row: ['0501234567', 'رخصة بناء', '2026-01-04', 'ar'],
};

/** A list of people to call: one cell, or one heading, has the value. The other line is planned. */
function callList(): Place[] {
  const cells = LIST.heading.flatMap((name, column) =>
    [0, 1].map(
      (line): Place => ({
        name: `list of calls, ${line === 0 ? 'heading' : 'cell'} ${name}`,
        async send(value) {
          const { app } = aMalformedCentre();
          const quoted = `"${String(value).replaceAll('"', '""')}"`;
          const rows = [LIST.heading, LIST.row, ['0507654321', ...LIST.row.slice(1)]].map((row, at) =>
            row.map((cell, of) => (at === line && of === column ? quoted : cell)).join(','),
          );
          const body = new FormData();
          body.set('list', new File([rows.join('\n')], 'list.csv', { type: 'text/csv' }));
          const answer = await app.request('/calls-out/list', {
            ...{ method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } },
          });
          return answer.status >= 500 ? `status ${answer.status}` : undefined;
        },
      }),
    ),
  );
  return cells;
}

/** Commands that read nothing which a person wrote, with the reason. */
export const WITHOUT_INPUT: Readonly<Record<string, string>> = {
  cost: 'reads a stage of cdk.json',
  figures: 'reads a data folder or a table',
  'failed-records': 'reads a bucket of AWS',
  invoke: 'gives the inputs of the events to the same functions',
  scale: 'reads numbers of its command line',
  search: 'reads a data folder',
  tool: 'is the frame of all commands',
  ways: 'reads a template',
};

type Rows = (folder: string) => readonly Place[];

const fileIn = (folder: string, name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const CSV = 'id,region\n1,north\n2,south\n3,north\n';

const IMPORTS: Readonly<Record<string, Rows>> = {
  sla: () => [
    ...SLA.flatMap((item) => jsonPlaces(`sla batch ${item.op}`, item, batch(sla, SLA[0]))),
    ...['--start', '--minutes', '--calendar', '--year', '--end'].map(
      (option): Place => ({
        name: `sla due ${option}`,
        send: (value) =>
          run(sla, ['due', '--start', '2026-02-15T07:30', '--minutes', '60', `${option}=${String(value)}`]),
      }),
    ),
    {
      name: 'sla batch line',
      send: (value) => run(sla, ['batch'], `${String(value)}\n`),
    },
  ],
  survey: (folder) => [
    ...SURVEY.flatMap((item) => jsonPlaces(`survey batch ${item.op}`, item, batch(survey, SURVEY[2]))),
    ...['--seed', '--n', '--strata', '--unit', '--floor'].map(
      (option): Place => ({
        name: `survey sample ${option}`,
        send: (value) =>
          run(survey, [
            'sample',
            fileIn(folder, 's.csv', CSV),
            '--seed=s',
            '--n=2',
            `${option}=${String(value)}`,
          ]),
      }),
    ),
    {
      name: 'survey sample file',
      send: (value) =>
        run(survey, ['sample', fileIn(folder, 's.csv', `${String(value)}\n${CSV}`), '--seed=s', '--n=2']),
    },
  ],
  flow: (folder) => {
    const file = (content: string): string => fileIn(folder, 'flow.json', content);
    return [
      ...jsonPlaces('flow lint', sampleFlow.toFlow(), (input) =>
        run(flow, ['lint', file(JSON.stringify(input))]),
      ),
      ...jsonPlaces('flow play', sampleFlow.toFlow(), (input) =>
        run(flow, ['play', file(JSON.stringify(input)), '--keys', '1,2', '--max-steps', '50']),
      ),
      ...['--keys', '--lambda', '--hours', '--queue', '--dial', '--attribute', '--caller', '--seed'].map(
        (option): Place => ({
          name: `flow play ${option}`,
          send: (value) =>
            run(flow, ['play', file(JSON.stringify(sampleFlow.toFlow())), `${option}=${String(value)}`]),
        }),
      ),
      {
        name: 'flow prompts',
        send: (value) => run(flow, ['prompts', fileIn(folder, 'p.csv', String(value))]),
      },
    ];
  },
  mail: (folder) => [
    { name: 'mail explain', send: (value) => run(mail, ['explain', fileIn(folder, 'm.eml', String(value))]) },
    {
      name: 'mail explain --address',
      send: (value) =>
        run(mail, ['explain', fileIn(folder, 'm.eml', 'Subject: a\n\nb'), `--address=${String(value)}`]),
    },
  ],
  trace: (folder) => [
    {
      name: 'trace reference',
      send: (value) => run(trace, [String(value), `--data=${join(folder, 'centre')}`]),
    },
  ],
  data: (folder) => [
    ...['export.json', 'items.jsonl', 'contents.jsonl', 'unpublished.jsonl', 'key'].map(
      (name): Place => ({
        name: `data import ${name}`,
        async send(value) {
          const [copy, target] = [join(folder, 'copy'), join(folder, 'target')];
          for (const one of [copy, target]) rmSync(one, { recursive: true, force: true });
          cpSync(join(folder, 'export'), copy, { recursive: true });
          writeFileSync(join(copy, name), String(value));
          return run(data, ['import', copy, target]);
        },
      }),
    ),
    ...['centre.json', 'clock.json', 'key', 'rida.db'].map(
      (name): Place => ({
        name: `data check ${name}`,
        async send(value) {
          const copy = join(folder, 'copy');
          rmSync(copy, { recursive: true, force: true });
          cpSync(join(folder, 'centre'), copy, { recursive: true });
          writeFileSync(join(copy, name), String(value));
          return run(data, ['check', copy]);
        },
      }),
    ),
  ],
};

/** The commands that are imported here, with those without an input. */
export const COMMANDS_WITH_INPUT = [...Object.keys(IMPORTS), 'settings'];

/** Files and lines that commands and pages import. The folder gets a data folder `centre`, and its export. */
export function imports(): { readonly channel: Channel; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'rida-imports-'));
  mkdirSync(join(folder, 'centre'));
  const places = [...Object.values(IMPORTS).flatMap((rows) => rows(folder)), ...callList()];
  const end = async (): Promise<string[]> => {
    rmSync(folder, { recursive: true, force: true });
    return [];
  };
  return { folder, channel: { places, values: JSONS, end } };
}

/** Files of settings: every key of the shipped ones. Forms of settings are places of HTTP. */
export const settingsFiles = (): Channel => ({
  places: jsonPlaces('settings check', JSON.parse(JSON.stringify(defaultSettings)), (input) =>
    run(settings, ['check', '-'], JSON.stringify(input)),
  ),
  values: JSONS,
  end: async () => [],
});

/** The names of all commands, by their files. */
export const commandFiles = (): string[] =>
  readdirSync('infra/tools').flatMap((name) => /^(.+)-command\.ts$/u.exec(name)?.[1] ?? []);
