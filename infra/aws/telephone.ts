import { CfnOutput, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { allFlows } from '#functions/telephone/flows/all-flows.ts';
import { transferFlow } from '#functions/telephone/flows/transfer.ts';
import { readPromptFile } from '#infra/prompts/read-prompt-file.ts';
import type { CallQueue } from '#shared/domain/telephone/line.ts';
import type { FlowFunctionName } from '#shared/runtime/function-name.ts';
import { AgentWorkspace } from './agent-workspace.ts';
import { CallEvents } from './call-events.ts';
import type { CaseTable } from './case-table.ts';
import { ConnectHours } from './connect-hours.ts';
import type { ConnectInstance } from './connect-instance.ts';
import { ConnectQueues } from './connect-queues.ts';
import { ConnectRoles } from './connect-roles.ts';
import { ConnectRouting } from './connect-routing.ts';
import { ConnectTestCases } from './connect-test-cases.ts';
import { ContactFlows } from './contact-flows.ts';
import { FlowFunction } from './flow-function.ts';
import { PhoneNumbers } from './phone-numbers.ts';
import type { Platform } from './platform.ts';
import type { SigningKey } from './signing-key.ts';

export interface TelephoneProps {
  readonly instance: ConnectInstance;
  readonly table: CaseTable;
  readonly signingKey: SigningKey;
}

/**
 * The telephone: resources in Connect, the functions that flows call, and the storage of call records.
 * Resources in Connect are created in the order of this file.
 */
export class ContactCentre extends Construct {
  /** ARNs of the flows and of the queues, by name. */
  readonly flows: ReadonlyMap<string, string>;
  readonly queues: Readonly<Record<CallQueue, string>>;

  constructor(scope: Construct, id: string, platform: Platform, props: TelephoneProps) {
    super(scope, id);
    const { instance, table } = props;
    const prefix = `Rida ${platform.stage.name}`;
    const lambda = this.functions(platform, props);
    const numbers = new PhoneNumbers(this, 'Numbers', platform, instance);
    const hours = new ConnectHours(this, 'Hours', platform, { instance, table });
    const { flows: numbersInFlows, prompts } = platform.stage;
    const flows = allFlows(numbersInFlows);
    const made = new ContactFlows(this, 'Flows', {
      instance,
      flows: prompts === undefined ? flows : readPromptFile(prompts).in(flows),
      prefix,
    });
    const { arns: queue } = new ConnectQueues(this, 'Queues', platform, {
      instance,
      hoursArn: hours.arn,
      transferFlowArn: made.make(transferFlow.name, {}),
      callerNumberArn: numbers.callerNumberArn,
    });
    new ConnectRouting(this, 'Routing', platform, { instance, queues: queue });
    const app =
      instance.url === undefined ? undefined : new AgentWorkspace(this, 'Workspace', platform, instance);
    new ConnectRoles(this, 'Roles', platform, { instance, app: app?.namespace });
    this.flows = made.makeAll({ lambda, queue, hours: { centre: hours.arn } });
    this.queues = queue;
    numbers.leadTo(this.flows);
    if (platform.stage.connectTestCases)
      new ConnectTestCases(this, 'TestCases', platform, {
        instance,
        flows: this.flows,
        inboundFlowArn: lambda['telephone/inbound-flow'],
        hoursArn: hours.arn,
      });
    new CallEvents(this, 'CallEvents', platform, { instance, table });
    new CfnOutput(Stack.of(platform), 'ConnectInstance', {
      value: instance.arn,
      description: 'Amazon Connect instance',
    });
  }

  /** Create the functions that flows call. The keys are the names in flows. */
  private functions(platform: Platform, props: TelephoneProps) {
    const { instance, table, signingKey } = props;
    const inbound = new FlowFunction(this, 'InboundFlow', platform, {
      instance,
      service: 'telephone/inbound-flow',
      variables: {
        TABLE_NAME: table.use('write'),
        SIGNING_KEY_ID: signingKey.reading(),
        // To read the position of a caller in the queue.
        CONNECT_INSTANCE_ID: instance.queuePlaces(),
      },
      impact: 'Callers hear that there is a technical problem. Their cases are opened only after the call.',
    });
    const survey = new FlowFunction(this, 'SurveyFlow', platform, {
      instance,
      service: 'telephone/survey-flow',
      variables: { TABLE_NAME: table.use('write'), SIGNING_KEY_ID: signingKey.reading() },
      impact: 'Callers who want to rate their call hear an apology instead.',
    });
    const outbound = new FlowFunction(this, 'OutboundFlow', platform, {
      instance,
      service: 'telephone/outbound-flow',
      variables: { TABLE_NAME: table.use('write'), SIGNING_KEY_ID: signingKey.reading() },
      impact:
        'Beneficiaries who are called by the centre hear an apology instead of the subject of the call.',
    });
    return {
      'telephone/inbound-flow': inbound.arn,
      'telephone/survey-flow': survey.arn,
      'telephone/outbound-flow': outbound.arn,
    } satisfies Record<FlowFunctionName, string>;
  }
}
