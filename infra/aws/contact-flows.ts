import { Stack } from 'aws-cdk-lib';
import { CfnContactFlow } from 'aws-cdk-lib/aws-connect';
import type { Construct } from 'constructs';
import type { FlowDefinition, Reference, ReferenceKind } from '#shared/flow/builder.ts';

/** ARNs of what flows call by name. */
export type ArnsByName = Partial<Record<ReferenceKind, Readonly<Record<string, string>>>>;

/**
 * Makes the flows in an instance, each after those it leads to.
 *
 * @throws Error when a flow leads to something that is not there, or flows lead to each other in a circle
 */
export function createContactFlows(
  scope: Construct,
  flows: readonly FlowDefinition[],
  { instanceArn, prefix, arns }: { instanceArn: string; prefix: string; arns: ArnsByName },
): ReadonlyMap<string, CfnContactFlow> {
  const made = new Map<string, CfnContactFlow>();
  const underWay = new Set<string>();

  const arnOf =
    (from: string) =>
    ({ kind, name }: Reference): string => {
      const target = kind === 'flow' ? flows.find((flow) => flow.name === name) : undefined;
      const arn = target ? make(target).attrContactFlowArn : arns[kind]?.[name];
      if (arn === undefined)
        throw new Error(`flow ${from} leads to the ${kind} "${name}", which is not there`);
      return arn;
    };

  const make = (flow: FlowDefinition): CfnContactFlow => {
    const known = made.get(flow.name);
    if (known) return known;
    if (underWay.has(flow.name)) throw new Error(`flow ${flow.name} leads back to itself`);
    underWay.add(flow.name);
    const content = Stack.of(scope).toJsonString(flow.toFlow(arnOf(flow.name)));
    const resource = new CfnContactFlow(scope, `Flow-${flow.name}`, {
      instanceArn,
      name: `${prefix} ${flow.name}`,
      description: 'Made from code: a change by hand is undone by the next deployment',
      type: flow.kind,
      state: 'ACTIVE',
      content,
    });
    made.set(flow.name, resource);
    return resource;
  };

  for (const flow of flows) make(flow);
  return made;
}
