import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, root));

/** The script, beside the other files for browsers, and the comment at its beginning. */
const SCRIPT = at('functions/web/design/browser/workspace.js');
const HEAD = '// Built from in-browser.js and @amazon-connect/app (Apache-2.0) by npm run workspace:build.\n';

/** Build the script of the agent app with the SDK of Connect, as a file for browsers. */
export async function workspaceScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [at('functions/web/workspace/in-browser.js')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    lineLimit: 100,
    write: false,
  });
  return `${HEAD}${outputFiles[0]?.text ?? ''}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(SCRIPT, await workspaceScript());
