import { type BundlingOptions, LogLevel, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';

/**
 * How functions are bundled: one ES module each with the SDK inside, so that what was tested is what
 * runs. `require` is made for the few CommonJS dependencies that call it at run time.
 */
export const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  target: 'node24',
  minify: true,
  sourceMap: true,
  sourceMapMode: SourceMapMode.DEFAULT,
  sourcesContent: false,
  mainFields: ['module', 'main'],
  bundleAwsSDK: true,
  logLevel: LogLevel.WARNING,
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
};
