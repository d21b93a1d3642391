import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { assetsBudgetOf, budgetOf } from '#infra/aws/bundling.ts';
import { ridaApp } from '#infra/aws/rida-app.ts';

/** The number of fresh processes for each bundle. The median of their import times is printed. */
const STARTS = 5;

interface FunctionResource {
  readonly Type: string;
  readonly Properties: { readonly Environment?: { readonly Variables?: Readonly<Record<string, unknown>> } };
  readonly Metadata?: Readonly<Record<string, string>>;
}

/**
 * A placeholder for names, ids and URLs that CloudFormation fills in. Nothing is called during the import.
 */
const STAND_IN = 'https://rida.invalid/stand-in';

const filledIn = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join } = value as { 'Fn::Join'?: readonly [string, readonly unknown[]] };
  return join ? join[1].map(filledIn).join(join[0]) : STAND_IN;
};

const variablesOf = ({ Properties: { Environment } }: FunctionResource): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(Environment?.Variables ?? {}).map(([name, value]) => [name, filledIn(value)]),
  );

const MEASURE = `const at = performance.now();
await import(process.argv[1]);
process.stdout.write(String(performance.now() - at));
process.exit();`;

function importTime(file: string, variables: NodeJS.ProcessEnv): number {
  const times = Array.from({ length: STARTS }, () =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '-e', MEASURE, pathToFileURL(file).href], {
        env: { ...variables, NODE_OPTIONS: '', AWS_REGION: 'eu-central-1' },
        encoding: 'utf8',
      }),
    ),
  );
  return times.sort((a, b) => a - b)[Math.floor(STARTS / 2)] ?? Number.NaN;
}

interface Measured {
  readonly service: string;
  readonly kibibytes: number;
  readonly budget: number;
  readonly assets: number;
}

const fits = ({ service, kibibytes, budget, assets }: Measured): boolean =>
  kibibytes <= budget && assets <= assetsBudgetOf(service);

/** Return the size of the files beside the code of a bundle in KiB after gzip. */
const assetsSize = (folder: string): number =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => gzipSync(readFileSync(join(parentPath, name)), { level: 9 }).length)
        .reduce((sum, bytes) => sum + bytes, 0) / 1024
    : 0;

/**
 * Bundle all functions as a deployment does, measure the results, and fail when a bundle exceeds its budget.
 */
function main(): void {
  const outdir = mkdtempSync(join(tmpdir(), 'rida-bundles-'));
  try {
    const context = (
      JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
        context: Record<string, unknown>;
      }
    ).context;
    const { app } = ridaApp({
      outdir,
      context: { ...context, 'aws:cdk:enable-asset-metadata': true },
    });
    app.synth();
    const templates = readdirSync(outdir).filter((file) => file.endsWith('.template.json'));
    const resources = templates.flatMap((file) => {
      const template = JSON.parse(readFileSync(join(outdir, file), 'utf8')) as {
        readonly Resources: Readonly<Record<string, FunctionResource>>;
      };
      return Object.values(template.Resources);
    });
    const rows = resources.flatMap((resource) => {
      const { 'rida:service': service, 'aws:asset:path': asset } = resource.Metadata ?? {};
      if (resource.Type !== 'AWS::Lambda::Function' || !service || !asset) return [];
      const file = join(outdir, asset, 'index.mjs');
      const kibibytes = gzipSync(readFileSync(file), { level: 9 }).length / 1024;
      const budget = budgetOf(service);
      const assets = assetsSize(join(outdir, asset, 'browser')) + assetsSize(join(outdir, asset, 'pictures'));
      return [{ service, kibibytes, budget, assets, milliseconds: importTime(file, variablesOf(resource)) }];
    });
    console.table(
      rows.map(({ milliseconds, ...row }) => ({
        function: row.service,
        'KiB gzip': Math.round(row.kibibytes),
        budget: row.budget,
        assets: Math.round(row.assets),
        'import ms': Math.round(milliseconds),
        verdict: fits(row) ? 'fits' : 'TOO LARGE',
      })),
    );
    if (!rows.every(fits)) process.exitCode = 1;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

main();
