import { Aws, CfnOutput, type CfnResource, Duration, Fn } from 'aws-cdk-lib';
import {
  CfnHoursOfOperation,
  CfnIntegrationAssociation,
  CfnQueue,
  CfnRoutingProfile,
} from 'aws-cdk-lib/aws-connect';
import { Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { env as callDeskEnv } from '#functions/intake/call-desk.env.ts';
import { env as callLogEnv } from '#functions/intake/call-log.env.ts';
import type { CaseTable } from './case-table.ts';
import type { ConnectInstance } from './connect-instance.ts';
import { createContactFlows } from './contact-flows.ts';
import type { Content } from './content.ts';
import { DeadLetters } from './dead-letters.ts';
import { DeployStep } from './deploy-step.ts';
import { flows } from './flows/index.ts';
import type { Foundation } from './foundation.ts';
import { RidaFunction } from './rida-function.ts';
import type { SigningKey } from './signing-key.ts';
import { WorkQueue } from './work-queue.ts';

export interface TelephoneProps {
  readonly instance: ConnectInstance;
  readonly table: CaseTable;
  readonly content: Content;
  readonly signingKey: SigningKey;
}

/** The flow that answers the number. */
const MAIN = 'main';
const WORKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY'];
const DESK_IMPACT = 'Callers hear that there is a technical difficulty, and their calls get no case.';
const LOG_TIMEOUT = Duration.seconds(30);

/** Calls: what the flows need in Connect, the function they ask, and the record of each call's life. */
export class Telephone extends Construct {
  /** ARNs of the flows by name, and of the queues. */
  readonly flows: ReadonlyMap<string, string>;
  readonly queues: Readonly<Record<'general', string>>;
  private readonly foundation: Foundation;
  private readonly props: TelephoneProps;

  constructor(scope: Construct, id: string, foundation: Foundation, props: TelephoneProps) {
    super(scope, id);
    this.foundation = foundation;
    this.props = props;
    const { instance } = props;
    const desk = this.callDesk();
    const { made, queueArn } = this.inConnect(desk);
    this.flows = new Map([...made].map(([name, flow]) => [name, flow.attrContactFlowArn]));
    this.queues = { general: queueArn };
    this.callLog();
    this.attachNumber(made);
    new CfnOutput(this, 'ConnectInstance', { value: instance.arn, description: 'Amazon Connect instance' });
  }

  /** The function a caller waits for. */
  private callDesk(): IFunction {
    const { table, content, signingKey, instance } = this.props;
    const { alarms } = this.foundation;
    const desk = new RidaFunction(this, 'CallDesk', this.foundation, {
      service: 'intake/call-desk',
      env: callDeskEnv,
      variables: {
        TABLE_NAME: table.use('write'),
        BLOB_BUCKET: content.use('write'),
        SIGNING_KEY_ID: signingKey.reading(),
      },
      // A caller waits: processor time comes with memory, and a flow gives up after 4 seconds at most.
      memoryMiB: 1024,
      timeout: Duration.seconds(4),
      deadLetters: new DeadLetters(this, 'CallDeskDeadLetters', this.foundation, { impact: DESK_IMPACT }),
    });
    desk.addPermission('Connect', {
      principal: new ServicePrincipal('connect.amazonaws.com'),
      sourceAccount: Aws.ACCOUNT_ID,
      sourceArn: instance.arn,
    });
    const period = Duration.minutes(1);
    alarms.add(this, 'CallDeskFails', {
      metric: desk.metricErrors({ period }),
      threshold: 1,
      impact: DESK_IMPACT,
    });
    alarms.add(this, 'CallDeskThrottled', {
      metric: desk.metricThrottles({ period }),
      threshold: 1,
      impact: DESK_IMPACT,
    });
    alarms.add(this, 'CallDeskSlow', {
      metric: desk.metricDuration({ period: Duration.minutes(5), statistic: 'p99' }),
      threshold: 2_000,
      impact: 'Callers wait in silence for more than two seconds before the line goes on.',
    });
    alarms.show(
      'Call desk: milliseconds a caller waits',
      desk.metricDuration({ period, statistic: 'p50' }),
      desk.metricDuration({ period, statistic: 'p99' }),
    );
    return desk;
  }

  /** One after another: Connect takes about two changes a second and refuses the rest. */
  private inConnect(desk: IFunction) {
    const { instance } = this.props;
    const instanceArn = instance.arn;
    const name = `Rida ${this.foundation.stage.name}`;
    const association = new CfnIntegrationAssociation(this, 'CallDeskAssociation', {
      instanceId: instanceArn,
      integrationType: 'LAMBDA_FUNCTION',
      integrationArn: desk.functionArn,
    });
    const hours = new CfnHoursOfOperation(this, 'Hours', {
      instanceArn,
      name,
      description: 'Asked only when Rida does not answer; otherwise its own calendar decides',
      timeZone: 'Asia/Riyadh',
      config: WORKDAYS.map((day) => ({
        day,
        startTime: { hours: 7, minutes: 30 },
        endTime: { hours: 14, minutes: 30 },
      })),
    });
    const queue = new CfnQueue(this, 'Queue', {
      instanceArn,
      name,
      description: 'Everybody who wants to speak to an agent',
      hoursOfOperationArn: hours.attrHoursOfOperationArn,
    });
    const routing = new CfnRoutingProfile(this, 'Routing', {
      instanceArn,
      name,
      description: 'Agents of the centre',
      defaultOutboundQueueArn: queue.attrQueueArn,
      mediaConcurrencies: [{ channel: 'VOICE', concurrency: 1 }],
      queueConfigs: [
        { delay: 0, priority: 1, queueReference: { channel: 'VOICE', queueArn: queue.attrQueueArn } },
      ],
    });
    const made = createContactFlows(this, flows, {
      instanceArn,
      prefix: name,
      arns: {
        lambda: { 'call-desk': desk.functionArn },
        queue: { general: queue.attrQueueArn },
        hours: { centre: hours.attrHoursOfOperationArn },
      },
    });
    const inOrder: readonly CfnResource[] = [association, hours, queue, routing, ...made.values()];
    association.node.addDependency(instance.ready);
    inOrder.slice(1).forEach((resource, index) => {
      const before = inOrder[index];
      if (before) resource.addResourceDependency(before);
    });
    return { made, queueArn: queue.attrQueueArn };
  }

  /** Contact events close the record of a call. Connect sends them, at best effort, to the default bus. */
  private callLog(): void {
    const { instance, table } = this.props;
    const work = new WorkQueue(this, 'CallEvents', this.foundation, {
      impact: 'Ended calls look as if they went on, and figures of waiting and answering are wrong.',
      workTimeout: LOG_TIMEOUT,
    });
    new Rule(this, 'ContactEvents', {
      description: 'The life of each call of the centre',
      eventPattern: {
        source: ['aws.connect'],
        detailType: ['Amazon Connect Contact Event'],
        detail: { instanceArn: [instance.arn] },
      },
      targets: [work.target()],
    });
    const worker = new RidaFunction(this, 'CallLog', this.foundation, {
      service: 'intake/call-log',
      env: callLogEnv,
      variables: { TABLE_NAME: table.use('write') },
      memoryMiB: 512,
      timeout: LOG_TIMEOUT,
      deadLetters: work.deadLetters,
    });
    work.feed(worker, { batchSize: 10, maxConcurrency: 5 });
  }

  private attachNumber(made: ReturnType<Telephone['inConnect']>['made']): void {
    const { connectPhoneNumberArn: numberArn } = this.foundation.stage;
    const main = made.get(MAIN);
    if (numberArn === undefined || !main) return;
    const { instance } = this.props;
    const flowArn = main.attrContactFlowArn;
    new DeployStep(this, 'Number', this.foundation, {
      step: 'attach-phone-number',
      properties: {
        PhoneNumberId: numberArn.slice(numberArn.lastIndexOf('/') + 1),
        InstanceId: instance.instanceId,
        ContactFlowId: Fn.select(1, Fn.split('/contact-flow/', flowArn)),
      },
      statements: [
        new PolicyStatement({
          actions: ['connect:AssociatePhoneNumberContactFlow', 'connect:DisassociatePhoneNumberContactFlow'],
          resources: [numberArn, instance.arn, flowArn],
        }),
      ],
    });
  }
}
