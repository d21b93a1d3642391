import { fileURLToPath } from 'node:url';
import {
  type BundlingOptions,
  Charset,
  LogLevel,
  OutputFormat,
  SourceMapMode,
} from 'aws-cdk-lib/aws-lambda-nodejs';
import type { FunctionName } from '#shared/runtime/function-name.ts';

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/**
 * How functions are bundled: one ES module each with the SDK inside, so that what was tested is what
 * runs. `require` is made for the few CommonJS dependencies that call it at run time.
 */
export const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  target: 'node24',
  minify: true,
  // Arabic as it is: escaped, each letter takes six bytes and packs worse.
  charset: Charset.UTF8,
  sourceMap: true,
  sourceMapMode: SourceMapMode.DEFAULT,
  sourcesContent: false,
  mainFields: ['module', 'main'],
  bundleAwsSDK: true,
  logLevel: LogLevel.WARNING,
  esbuildArgs: {
    '--alias:node:http': beside('node-http.cjs'),
    '--alias:@aws-sdk/credential-provider-node': beside('lambda-credentials.ts'),
  },
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
};

/** What a bundle may weigh, in KiB after gzip: it is what a cold start loads. */
const BUDGET = 300;
const BUDGETS: Readonly<Partial<Record<FunctionName, number>>> = {
  // A caller waits for them.
  'telephone/inbound-flow': 200,
  'telephone/outbound-flow': 200,
  'telephone/survey-flow': 200,
  // mailparser with every charset; nobody waits for it, and the parser is loaded in its own thread.
  'mail/mail-intake': 800,
};

/** The budget of a function's bundle in KiB after gzip. */
export const budgetOf = (service: string): number => BUDGETS[service as FunctionName] ?? BUDGET;
