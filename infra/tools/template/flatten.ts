import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestedStack, type Stack, Token } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import type { Resource, Template } from './model.ts';

type Json = Readonly<Record<string, unknown>>;

interface RawTemplate {
  readonly Resources: Readonly<Record<string, Json & { readonly Properties?: Json }>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

/** Replace every reference that `of` resolves, at any depth. */
function put(value: unknown, of: (intrinsic: Json) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => put(one, of));
  if (value === null || typeof value !== 'object') return value;
  const found = of(value as Json);
  if (found !== undefined) return found;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, put(inner, of)]));
}

/**
 * Write the account of a stage as the reference that a stage without one has, so that both are compared in the
 * same way.
 */
const withoutAccount = (resources: unknown, account: string): unknown =>
  Token.isUnresolved(account)
    ? resources
    : JSON.parse(JSON.stringify(resources).replaceAll(account, `\${AWS::AccountId}`));

/** One template for a stack and its nested stacks. */
export interface Flattened extends Template {
  readonly outputs: Readonly<Record<string, { readonly Value: unknown }>>;
}

/**
 * Return a stack and its nested stacks as one template. Parameters and outputs are replaced by their values,
 * so that a check sees the referenced resources in every stack.
 *
 * @throws Error when two stacks use the same logical id
 */
export function flattened(assembly: CloudAssembly, stack: Stack): Flattened {
  const read = (file: string) =>
    JSON.parse(readFileSync(join(assembly.directory, file), 'utf8')) as RawTemplate;
  const outer = read(stack.templateFile);
  const nested = stack.node
    .findAll()
    .filter((one) => NestedStack.isNestedStack(one))
    .map((one) => ({
      id: stack.getLogicalId(one.nestedStackResource as never),
      template: read(one.templateFile),
    }));
  const given = Object.assign(
    {},
    ...nested.map(({ id }) => outer.Resources[id]?.Properties?.Parameters ?? {}),
  ) as Json;
  const outputs = new Map<string, unknown>(
    nested.flatMap(({ id, template }) =>
      Object.entries(template.Outputs ?? {}).map(
        ([name, { Value }]) => [`${id}.Outputs.${name}`, Value] as const,
      ),
    ),
  );
  const within = (template: unknown): unknown =>
    put(template, (intrinsic) => {
      if (typeof intrinsic.Ref === 'string') return within(given[intrinsic.Ref]);
      const asked = intrinsic['Fn::GetAtt'];
      return Array.isArray(asked) ? within(outputs.get(asked.join('.'))) : undefined;
    });
  const resources: Record<string, unknown> = { ...outer.Resources };
  const nestedIn = new Map<string, string>();
  for (const { id, template } of nested)
    for (const [name, resource] of Object.entries(template.Resources)) {
      if (name in resources) throw new Error(`two stacks have a resource "${name}"`);
      resources[name] = resource;
      nestedIn.set(name, id);
    }
  return {
    resources: withoutAccount(within(resources), stack.account) as Readonly<Record<string, Resource>>,
    outputs: within(outer.Outputs ?? {}) as Flattened['outputs'],
    nestedIn,
    region: stack.region,
  };
}
