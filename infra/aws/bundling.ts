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
 * How functions are bundled: each is one ES module that includes the SDK, so that the tested version runs.
 * The banner defines `require` for the few CommonJS dependencies that call it at run time.
 */
export const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  target: 'node24',
  minify: true,
  // Do not escape Arabic: an escaped letter takes six bytes and compresses worse.
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

/** The maximum size of a bundle in KiB after gzip. The size determines the time of a cold start. */
const BUDGET = 300;
const BUDGETS: Readonly<Partial<Record<FunctionName, number>>> = {
  // A caller waits for these functions.
  'telephone/inbound-flow': 200,
  'telephone/outbound-flow': 200,
  'telephone/survey-flow': 200,
  // mailparser includes all charsets. No user waits for this function, and the parser is loaded in its own
  // thread.
  'mail/mail-intake': 800,
};

/** Return the size budget of a bundle in KiB after gzip. */
export const budgetOf = (service: string): number => BUDGETS[service as FunctionName] ?? BUDGET;
