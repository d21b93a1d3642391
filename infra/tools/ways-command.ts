import { parseArgs } from 'node:util';
import { synthesised } from './template/synthesised.ts';
import { waysTable } from './template/ways/table.ts';
import { faultsOf, waysOf } from './template/ways/ways.ts';
import { isWrongUse, runCommand, type ToolCommand } from './tool-command.ts';

const USAGE = `Usage: npm run --silent ways -- [--stage NAME]

Print every way of a service to a resource in the template of a stage, with the policies that allow it.
Exit code 1: a way is not allowed, or a service would check it before the policy exists.`;

const run: ToolCommand = async ({ args, console }) => {
  try {
    const { values } = parseArgs({ args: [...args], options: { stage: { type: 'string' } } });
    const template = synthesised({}, values.stage);
    const ways = waysOf(template);
    console.log(waysTable(template, ways));
    const faults = faultsOf(ways);
    for (const fault of faults) console.error(fault);
    return faults.length === 0 ? 0 : 1;
  } catch (error) {
    if (!isWrongUse(error)) throw error;
    console.error(USAGE);
    return 2;
  }
};

await runCommand(run);
