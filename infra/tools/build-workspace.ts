import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, root));

/** A piece of the script that is one line of the module, also when its quotes are escaped. */
const PIECE = /[\s\S]{1,90}/gu;

/** Build the script of the agent app with the SDK of Connect, as a module of the console. */
export async function workspaceModule(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [at('functions/web/workspace/in-browser.js')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  });
  const pieces = (outputFiles[0]?.text ?? '').match(PIECE) ?? [];
  const lines = pieces.map((piece) => `  ${JSON.stringify(piece)},\n`);
  const head = '// Built from in-browser.js and @amazon-connect/app (Apache-2.0) by npm run workspace:build.';
  return `${head}\nexport const workspaceScript: string = [\n${lines.join('')}].join('');\n`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(at('functions/web/workspace/workspace-script.ts'), await workspaceModule());
