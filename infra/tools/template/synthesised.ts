import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type AppProps } from 'aws-cdk-lib';
import { RidaStack } from '#infra/aws/rida-stack.ts';
import { stageFrom } from '#infra/aws/stage.ts';
import { flattened } from './flatten.ts';

const { context } = JSON.parse(readFileSync(new URL('../../../cdk.json', import.meta.url), 'utf8')) as {
  context: { stages: Readonly<Record<string, object>> };
};

/**
 * Return the properties of an app for a stage of cdk.json with other settings, and without bundles.
 *
 * @internal exported for tests
 */
export const appProps = (settings: object, stage = 'test'): AppProps => ({
  treeMetadata: false,
  outdir: mkdtempSync(join(tmpdir(), 'rida-infra-')),
  context: {
    ...context,
    stage,
    stages: { ...context.stages, [stage]: { ...context.stages[stage], ...settings } },
    'aws:cdk:bundling-stacks': [],
  },
});

/**
 * Synthesise a stage without bundles, without cdk-nag and without the own rules of the CDK, which double the
 * time. Return the stack with its nested stacks as one template.
 */
export function synthesised(settings: object = {}, stage?: string) {
  const app = new App({ ...appProps(settings, stage), builtinCloudFormationValidation: false });
  const stack = new RidaStack(app, stageFrom(app.node));
  const assembly = app.synth();
  return { stack, outdir: assembly.directory, ...flattened(assembly, stack) };
}
