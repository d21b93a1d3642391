import { readFile } from 'node:fs/promises';

/**
 * Return the flags and the file with which `npm start` starts a centre, so that a benchmark measures what is
 * delivered.
 */
export async function shippedStart(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { start: string } };
  const [node, ...args] = scripts.start.split(' ');
  if (node !== 'node') throw new Error(`npm start runs ${node}, not node`);
  return args;
}
