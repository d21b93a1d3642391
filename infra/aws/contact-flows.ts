import { Stack } from 'aws-cdk-lib';
import { CfnContactFlow, CfnContactFlowModule } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { FlowDefinition, Reference, ReferenceKind } from '#shared/flow/builder.ts';
import type { ConnectInstance } from './connect-instance.ts';

/** ARNs of what flows call by name. */
export type ArnsByName = Partial<Record<ReferenceKind, Readonly<Record<string, string>>>>;

export interface ContactFlowsProps {
  readonly instance: ConnectInstance;
  readonly flows: readonly FlowDefinition[];
  /** Put before the name of each. */
  readonly prefix: string;
}

/** Characters of a flow's content (AWS::Connect::ContactFlow); an ARN in it is longer than the name it stands for. */
const LONGEST_CONTENT = 256_000;
const LONGEST_ARN = '-'.repeat(500);
const BY_HAND = 'Made from code: a change by hand is undone by the next deployment';

/** Flows and modules in an instance, each made after those it leads to. */
export class ContactFlows extends Construct {
  /** ARNs of the flows and modules made so far, by name. */
  private readonly arns = new Map<string, string>();
  private readonly props: ContactFlowsProps;
  private readonly underWay = new Set<string>();

  constructor(scope: Construct, id: string, props: ContactFlowsProps) {
    super(scope, id);
    this.props = props;
  }

  /**
   * Makes every flow that is not there yet; answers the ARNs of all.
   *
   * @throws Error when a flow leads to something that is not there, or flows lead to each other in a circle
   */
  makeAll(arns: ArnsByName): ReadonlyMap<string, string> {
    for (const { name } of this.props.flows) this.make(name, arns);
    return this.arns;
  }

  /** Makes one flow with those it leads to, before what others need; answers its ARN. */
  make(name: string, arns: ArnsByName): string {
    const made = this.arns.get(name);
    if (made !== undefined) return made;
    const flow = this.props.flows.find((one) => one.name === name);
    if (!flow) throw new Error(`there is no flow "${name}"`);
    if (this.underWay.has(name)) throw new Error(`flow ${name} leads back to itself`);
    this.underWay.add(name);
    const content = Stack.of(this).toJsonString(
      flow.toFlow((reference) => this.arnOf(name, reference, arns)),
    );
    if (JSON.stringify(flow.toFlow(() => LONGEST_ARN)).length > LONGEST_CONTENT)
      throw new Error(`flow ${name} is longer than the ${LONGEST_CONTENT} characters Connect takes`);
    const arn = this.resource(flow, content);
    this.arns.set(name, arn);
    return arn;
  }

  private arnOf(from: string, { kind, name }: Reference, arns: ArnsByName): string {
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
