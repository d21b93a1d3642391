import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { StageSettings } from './stage.ts';

/** What the person who deployed does next, as outputs of the stack. */
export class NextSteps extends Construct {
  constructor(scope: Construct, id: string, stage: StageSettings) {
    super(scope, id);
    new CfnOutput(this, 'HelpAddress', { value: `${stage.helpAddress}@${stage.domain}` });
    const steps = [
      stage.hostedZone ? undefined : 'put the DNS records (MX, DKIM, DMARC) into the zone of the domain',
      'confirm the subscription of the alarm address',
      'ask AWS to move SES out of the sandbox: until then mail reaches verified addresses only',
      'add users to the pool and to one of the groups agent, supervisor, leader',
      stage.phoneNumbers.general === undefined
        ? 'in Connect, give a phone number the flow "main" and the queues that number as their caller id'
        : undefined,
      'in Connect, add users and give each a routing profile and a security profile of Rida',
      'ask AWS to allow calls out to Saudi numbers from the instance',
      stage.connectInstanceArn === undefined
        ? undefined
        : 'in Connect, turn on multi-party calls and enhanced monitoring, and settle what StorageByHand names',
    ].filter((step) => step !== undefined);
    new CfnOutput(this, 'Steps', { value: steps.map((step, index) => `${index + 1}. ${step}`).join('; ') });
  }
}
