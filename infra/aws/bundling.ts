import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { FONTS, fontPath, packagedPath } from '#functions/web/design/design-files.ts';
import { PICTURE_FILES, picturePath } from '#shared/adapters/pictures/picture-files.ts';
import type { FunctionName } from '#shared/runtime/function-name.ts';
import { environments } from './environments.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const DEPLOY_STEPS = 'deploy-time';
const HANDLER = '.handler.ts';

/** Return the handler of each function by its name, with those of deployment steps. */
const handlers = (): Record<string, string> => ({
  ...Object.fromEntries(
    Object.keys(environments).map((service) => [service, `${root}functions/${service}${HANDLER}`]),
  ),
  ...Object.fromEntries(
    readdirSync(beside(DEPLOY_STEPS))
      .filter((file) => file.endsWith(HANDLER))
      .map((file) => [
        `${DEPLOY_STEPS}/${file.slice(0, -HANDLER.length)}`,
        beside(`${DEPLOY_STEPS}/${file}`),
      ]),
  ),
});

/** The folder of all bundles of this process, after the first call of {@link bundleOf}. */
let bundles: string | undefined;

/**
 * Bundle all functions at once: one run of esbuild shares their modules, and 37 runs took a minute more. Each
 * is one ES module that includes the SDK, so that the tested version runs. The banner defines `require` for
 * the few CommonJS dependencies that call it at run time.
 *
 * The folder is below the project, at the same depth everywhere: source maps have paths relative to it, and
 * are the same in every clone.
 */
function bundleAll(): string {
  const cache = `${root}node_modules/.cache`;
  mkdirSync(cache, { recursive: true });
  const outdir = mkdtempSync(`${cache}/rida-`);
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  buildSync({
    entryPoints: Object.fromEntries(
      Object.entries(handlers()).map(([service, file]) => [`${service}/index`, file]),
    ),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    minify: true,
    // Do not escape Arabic: an escaped letter takes six bytes and compresses worse.
    charset: 'utf8',
    sourcemap: true,
    sourcesContent: false,
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    alias: {
      'node:http': beside('node-http.cjs'),
      '@aws-sdk/credential-provider-node': beside('lambda-credentials.ts'),
    },
    banner: {
      js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
    },
  });
  for (const service of Object.keys(environments)) if (isPage(service)) copyDesign(`${outdir}/${service}`);
  copyPictures(`${outdir}/${'reports/send-reports' satisfies FunctionName}/pictures`);
  return outdir;
}

const isPage = (service: string): boolean => service.startsWith('web/');

/** The sites that serve the files of the design. The others need only the style sheets, for their versions. */
const SERVE_FONTS: readonly string[] = ['web/console', 'web/survey'] satisfies readonly FunctionName[];

/** Copy the files for browsers to the folder of a bundle. */
function copyDesign(bundle: string): void {
  cpSync(`${root}functions/web/design/browser`, `${bundle}/browser`, { recursive: true });
  // Every page names the version of the script, also where another function serves it.
  copyFileSync(packagedPath('htmx.js'), `${bundle}/browser/htmx.js`);
  if (!SERVE_FONTS.some((service) => bundle.endsWith(`/${service}`))) return;
  mkdirSync(`${bundle}/browser/fonts`);
  for (const font of FONTS) copyFileSync(fontPath(font), `${bundle}/browser/fonts/${font}`);
}

/** Copy the rasteriser and its typeface. */
function copyPictures(folder: string): void {
  mkdirSync(folder);
  for (const name of PICTURE_FILES) copyFileSync(picturePath(name), `${folder}/${name}`);
}

/** Return the folder with the bundle of a function. */
export function bundleOf(service: string): string {
  bundles ??= bundleAll();
  return `${bundles}/${service}`;
}

/** The maximum size of a bundle in KiB after gzip. The size determines the time of a cold start. */
const BUDGET = 300;
const BUDGETS: Readonly<Partial<Record<FunctionName, number>>> = {
  // A caller waits for these functions.
  'telephone/inbound-flow': 200,
  'telephone/outbound-flow': 200,
  'telephone/survey-flow': 200,
  // The list of work, the pages of a case and all acts on it are one function, because they share most of their code.
  'web/console': 400,
  // The reader of workbooks, and the draw of a week in steps.
  'web/outreach': 350,
  // mailparser includes all charsets. No user waits for this function, and the parser is loaded in its own
  // thread. It also plans the call to a beneficiary whose mail is reported as undelivered.
  'mail/mail-intake': 830,
  // It also plans the call to a beneficiary without an address.
  'mail/notify-beneficiary': 320,
};

/** The maximum size of the files beside the code of a bundle in KiB after gzip: styles, scripts, fonts. */
const ASSETS_BUDGET = 200;

/** Return the size budget of the files beside the code of a bundle in KiB after gzip. */
export const assetsBudgetOf = (service: string): number =>
  // The rasteriser in WebAssembly. The function runs once an hour, and no user waits for it.
  service === ('reports/send-reports' satisfies FunctionName) ? 1250 : ASSETS_BUDGET;

/** Return the size budget of a bundle in KiB after gzip. */
export const budgetOf = (service: string): number => BUDGETS[service as FunctionName] ?? BUDGET;
