import { parseArgs } from 'node:util';
import { costTable } from './template/cost.ts';
import { synthesised } from './template/synthesised.ts';
import { isWrongUse, runCommand, type ToolCommand } from './tool-command.ts';

const USAGE = `Usage: npm run --silent cost -- [--stage NAME]

Print every fixed charge of a stage, the reference load and the cost of one case, in US dollars.`;

const run: ToolCommand = async ({ args, console }) => {
  try {
    const { values } = parseArgs({ args: [...args], options: { stage: { type: 'string' } } });
    console.log(costTable(synthesised({}, values.stage)));
    return 0;
  } catch (error) {
    if (!isWrongUse(error)) throw error;
    console.error(USAGE);
    return 2;
  }
};

await runCommand(run);
