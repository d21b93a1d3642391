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
      stage.connectPhoneNumberArn === undefined
        ? 'in Connect, give a phone number the flow "main"'
        : undefined,
      'in Connect, give agents the routing profile of Rida',
    ].filter((step) => step !== undefined);
    new CfnOutput(this, 'Steps', { value: steps.map((step, index) => `${index + 1}. ${step}`).join('; ') });
  }
}
