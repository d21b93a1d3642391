import { Stack } from 'aws-cdk-lib';
import { CfnContactFlow, CfnContactFlowModule } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { FlowDefinition, ReferenceKind, ResourceReference } from '#shared/flow/builder.ts';
import type { Flow } from '#shared/flow/flow-language.ts';
import type { ConnectInstance } from './connect-instance.ts';

/** ARNs of the resources to which flows refer, by name. */
export type ArnsByName = Partial<Record<ReferenceKind, Readonly<Record<string, string>>>>;

export interface ContactFlowsProps {
  readonly instance: ConnectInstance;
  readonly flows: readonly FlowDefinition[];
  /** The prefix of the flow names. */
  readonly prefix: string;
}

/**
 * The maximum number of characters of a flow (AWS::Connect::ContactFlow). ARNs in it are longer than the
 * names they replace.
 */
const LONGEST_CONTENT = 256_000;
const LONGEST_ARN = '-'.repeat(500);
const BY_HAND = 'Created by a deployment. Manual changes are overwritten by the next deployment.';

/**
 * Keep of the metadata the places of the actions, which Connect's console reads. The other notes are for tools that
 * read Rida's own flows. They would take a tenth of the template, which has a limit of a megabyte.
 */
function withPositionsOnly({ Metadata = {}, ...flow }: Flow): Flow {
  const { entryPointPosition, ActionMetadata = {} } = Metadata;
  const places = Object.entries(ActionMetadata).map(([id, { position }]) => [
    id,
    position ? { position } : {},
  ]);
  return {
    ...flow,
    Metadata: {
      ...(entryPointPosition && { entryPointPosition }),
      ActionMetadata: Object.fromEntries(places),
    },
  };
}

/** Flows and flow modules of an instance. Each is created after the flows to which it refers. */
export class ContactFlows extends Construct {
  /** ARNs of the flows and modules created so far, by name. */
  private readonly arns = new Map<string, string>();
  private readonly props: ContactFlowsProps;
  private readonly underWay = new Set<string>();

  constructor(scope: Construct, id: string, props: ContactFlowsProps) {
    super(scope, id);
    this.props = props;
  }

  /**
   * Create all flows that do not exist yet, and return the ARNs of all.
   *
   * @throws Error when a flow refers to a missing resource, or when flows refer to each other in a cycle
   */
  makeAll(arns: ArnsByName): ReadonlyMap<string, string> {
    for (const { name } of this.props.flows) this.make(name, arns);
    return this.arns;
  }

  /**
   * Create one flow and the flows to which it refers, and return its ARN. Use it for a flow that other
   * resources need.
   */
  make(name: string, arns: ArnsByName): string {
    const made = this.arns.get(name);
    if (made !== undefined) return made;
    const flow = this.props.flows.find((one) => one.name === name);
    if (!flow) throw new Error(`there is no flow "${name}"`);
    if (this.underWay.has(name)) throw new Error(`flow ${name} leads back to itself`);
    this.underWay.add(name);
    const content = Stack.of(this).toJsonString(
      withPositionsOnly(flow.toFlow((reference) => this.arnOf(name, reference, arns))),
    );
    if (JSON.stringify(flow.toFlow(() => LONGEST_ARN)).length > LONGEST_CONTENT)
      throw new Error(`flow ${name} is longer than the limit of ${LONGEST_CONTENT} characters in Connect`);
    const arn = this.resource(flow, content);
    this.arns.set(name, arn);
    return arn;
  }

  private arnOf(from: string, { kind, name }: ResourceReference, arns: ArnsByName): string {
    const isFlow = this.props.flows.some(
      (flow) => flow.name === name && (flow.kind === 'MODULE' ? 'module' : 'flow') === kind,
    );
    const arn = isFlow ? this.make(name, arns) : arns[kind]?.[name];
    if (arn === undefined) throw new Error(`flow ${from} leads to the ${kind} "${name}", which is not there`);
    return arn;
  }

  private resource({ name, kind }: FlowDefinition, content: string): string {
    const { instance, prefix } = this.props;
    const common = {
      instanceArn: instance.arn,
      name: `${prefix} ${name}`,
      description: BY_HAND,
      state: 'ACTIVE',
      content,
    };
    if (kind === 'MODULE')
      return instance.inTurn(new CfnContactFlowModule(this, name, common)).attrContactFlowModuleArn;
    return instance.inTurn(new CfnContactFlow(this, name, { ...common, type: kind })).attrContactFlowArn;
  }
}
