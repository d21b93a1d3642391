import { invokeCommand } from './invoke-command.ts';

process.exitCode = await invokeCommand(process.argv.slice(2), {
  stdin: process.stdin,
  print: (text) => console.log(text),
  log: (line) => void process.stderr.write(line),
});
