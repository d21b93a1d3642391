import type { AppProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ridaApp } from '#infra/aws/rida-app.ts';
import { ofType, type Resource, refersTo, type Statement } from '#infra/tools/template/model.ts';
import { appProps, synthesised } from '#infra/tools/template/synthesised.ts';

export { list, type Resource, refersTo, type Statement } from '#infra/tools/template/model.ts';

/** The app with the test stage of cdk.json, cdk-nag and CDK's own rules, without bundles, not yet synthesised. */
export const appWith = (settings: object = {}, props: AppProps = {}) =>
  ridaApp({ ...appProps(settings), ...props });

/** Synthesised templates by their settings: most test files need the same ones. */
const made = new Map<string, ReturnType<typeof synthesiseAnew>>();

/** Return the synthesised template with its nested stacks. Synthesise once per worker. */
export function synthesise(settings: object = {}) {
  const key = JSON.stringify(settings);
  const template = made.get(key) ?? synthesiseAnew(settings);
  made.set(key, template);
  return template;
}

function synthesiseAnew(settings: object) {
  const whole = synthesised(settings);
  return {
    ...whole,
    template: Template.fromJSON({ Resources: whole.resources, Outputs: whole.outputs }),
    ofType: (type: string): [string, Resource][] => ofType(whole, type),
  };
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

/** Resolve references in a text as CloudFormation does: each becomes an ARN, an endpoint a URL. */
export const resolved = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join, 'Fn::GetAtt': attribute } = value as {
    'Fn::Join'?: readonly [string, readonly unknown[]];
    'Fn::GetAtt'?: readonly string[];
  };
  if (attribute?.[1] === 'ApiEndpoint') return 'https://stand-in.execute-api.eu-central-1.amazonaws.com';
  return join ? join[1].map(resolved).join(join[0]) : `arn:aws:stand-in:::${refersTo(value)[0]}`;
};
