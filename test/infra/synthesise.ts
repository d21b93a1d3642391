import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type AppProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ridaApp } from '#infra/aws/rida-app.ts';
import { RidaStack } from '#infra/aws/rida-stack.ts';
import { stageFrom } from '#infra/aws/stage.ts';
import { flattened } from './flatten.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
  context: { stages: { test: object } };
};

const appProps = (settings: object): AppProps => ({
  treeMetadata: false,
  outdir: mkdtempSync(join(tmpdir(), 'rida-infra-')),
  context: {
    ...context,
    stage: 'test',
    stages: { test: { ...context.stages.test, ...settings } },
    'aws:cdk:bundling-stacks': [],
  },
});

/** The app with the test stage of cdk.json, cdk-nag and CDK's own rules, without bundles, not yet synthesised. */
export const appWith = (settings: object = {}, props: AppProps = {}) =>
  ridaApp({ ...appProps(settings), ...props });

/** Synthesised templates by their settings: most test files need the same ones. */
const synthesised = new Map<string, ReturnType<typeof synthesiseAnew>>();

/**
 * Return the synthesised template with its nested stacks. Synthesise once per worker, without cdk-nag and CDK's
 * own rules: they double the time.
 */
export function synthesise(settings: object = {}) {
  const key = JSON.stringify(settings);
  const made = synthesised.get(key) ?? synthesiseAnew(settings);
  synthesised.set(key, made);
  return made;
}

function synthesiseAnew(settings: object) {
  const app = new App({ ...appProps(settings), builtinCloudFormationValidation: false });
  const stack = new RidaStack(app, stageFrom(app.node));
  const assembly = app.synth();
  const whole = flattened(assembly, stack);
  const template = Template.fromJSON(whole);
  const resources = whole.Resources as Record<string, unknown> as Record<string, Resource>;
  const ofType = (type: string): [string, Resource][] =>
    Object.entries(resources).filter(([, { Type }]) => Type === type);
  return { stack, template, resources, ofType, outdir: assembly.directory };
}

export const list = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** Return the logical ids to which a value refers, at any depth. */
export function refersTo(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'Ref') return [String(inner)];
    if (key === 'Fn::GetAtt') return [String((inner as readonly string[])[0])];
    return refersTo(inner);
  });
}

/** Return every policy statement in the template with its resource. */
export function statementsOf(resources: Readonly<Record<string, Resource>>): [string, Statement][] {
  const within = (value: unknown): Statement[] => {
    if (value === null || typeof value !== 'object') return [];
    if ('Effect' in value && 'Action' in value) return [value as Statement];
    return Object.values(value).flatMap(within);
  };
  return Object.entries(resources).flatMap(([id, { Properties }]) =>
    within(Properties).map((statement): [string, Statement] => [id, statement]),
  );
}

/** Resolve references in a text as CloudFormation does: each becomes an ARN. */
export const resolved = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join } = value as { 'Fn::Join'?: readonly [string, readonly unknown[]] };
  return join ? join[1].map(resolved).join(join[0]) : `arn:aws:stand-in:::${refersTo(value)[0]}`;
};
