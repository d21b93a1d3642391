import { parseArgs } from 'node:util';
import { QUOTAS } from './scale/aws-quotas.ts';
import {
  type Check,
  checksFor,
  DELIVERED,
  exceeded,
  listedWork,
  type MovedBy,
  proposedFor,
  quotasToAskFor,
  type ScaleSettings,
} from './scale/scale-model.ts';
import { isWrongUse, runCommand, type ToolCommand } from './tool-command.ts';

const USAGE = `Usage: npm run --silent scale -- [contacts a day …]

Print the limits that a day of contacts exceeds: half mails, half calls, a tenth of them in the peak hour, and a
night's deadlines that fall due in one minute. Without numbers: 1000, 10000, 100000 and 1000000.`;

const LOADS = [1_000, 10_000, 100_000, 1_000_000] as const;

const number = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });

const moves = (movedBy: MovedBy): string => {
  if (movedBy === 'design') return 'only another design';
  if ('setting' in movedBy) return `setting ${movedBy.setting}`;
  return QUOTAS[movedBy.quota].adjustable ? `quota, on request` : 'no request';
};

const line = ({ where, demand, limit, unit, movedBy, delays }: Check): string =>
  `  ${where}: ${number(demand)} of ${number(limit)} (${unit}); moved by: ${moves(movedBy)}${delays ? '; work waits' : ''}`;

const fullest = (checks: readonly Check[]): Check | undefined =>
  [...checks].sort((a, b) => b.demand / b.limit - a.demand / a.limit)[0];

function report(contacts: number): string[] {
  const delivered = checksFor(contacts, DELIVERED);
  const broken = exceeded(delivered);
  const settings = proposedFor(contacts);
  const changed = (Object.keys(settings) as (keyof ScaleSettings)[]).filter(
    (name) => settings[name] !== DELIVERED[name],
  );
  const first = fullest(delivered);
  const asked = quotasToAskFor(contacts);
  const { open, counted } = listedWork(contacts);
  return [
    `${number(contacts)} contacts a day`,
    ...(broken.length === 0 && first ? ['  nothing breaks; the fullest limit:', `  ${line(first)}`] : []),
    ...(broken.length > 0
      ? ['  breaks with the delivered settings and the quotas of AWS, first the worst:']
      : []),
    ...broken.map((one) => `  ${line(one)}`),
    ...(changed.length > 0
      ? [`  set ${changed.map((name) => `${name} ${number(settings[name])}`).join(', ')}`]
      : []),
    ...(counted < open
      ? [
          `  the list of work counts ${number(counted)} of ${number(open)} open cases, and says so; nothing moves it`,
        ]
      : []),
    ...asked.map(
      ({ name, value }) =>
        `  ask for ${QUOTAS[name].name}, ${QUOTAS[name].per}: ${number(value)} instead of ${number(QUOTAS[name].value)} (${QUOTAS[name].source})`,
    ),
    '',
  ];
}

const run: ToolCommand = async ({ args, console }) => {
  try {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const loads = positionals.length === 0 ? LOADS : positionals.map(Number);
    if (loads.some((load) => !Number.isSafeInteger(load) || load < 1)) {
      console.error(USAGE);
      return 2;
    }
    for (const load of loads) for (const text of report(load)) console.log(text);
    return 0;
  } catch (error) {
    if (!isWrongUse(error)) throw error;
    console.error(USAGE);
    return 2;
  }
};

await runCommand(run);
