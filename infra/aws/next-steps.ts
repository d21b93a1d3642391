import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ROLES } from '#shared/domain/staff/role.ts';
import type { StageSettings } from './stage.ts';
import { deployedRecord } from './unchangeable.ts';

/** The manual steps after a deployment, as outputs of the stack. */
export class NextSteps extends Construct {
  constructor(scope: Construct, id: string, stage: StageSettings) {
    super(scope, id);
    new CfnOutput(this, 'HelpAddress', { value: `${stage.helpAddress}@${stage.domain}` });
    new CfnOutput(this, 'Deployed', {
      value: JSON.stringify(deployedRecord(stage)),
      description: 'What later deployments cannot change. Copy it to stages.<name>.deployed in cdk.json',
    });
    const steps = [
      stage.deployed === undefined
        ? `copy the output Deployed to stages.${stage.name}.deployed in cdk.json and deploy again, which turns on deletion protection`
        : undefined,
      stage.hostedZone
        ? undefined
        : 'add the DNS records (MX, SPF, DKIM, DMARC, MAIL FROM) to the zone of the domain',
      'confirm the subscription of the alarm address',
      'request production access for SES: in the sandbox, mail reaches only verified addresses',
      `add users to the user pool, the first one to the group administrator, the others to one of ${ROLES.join(', ')} or to the staff of the settings`,
      stage.phoneNumbers.general === undefined
        ? 'in Connect, attach a phone number to the flow "main" and select it as caller id of the queues'
        : undefined,
      'in Connect, add users with a routing profile and a security profile of Rida',
      'request outbound calls to Saudi numbers for the instance from AWS',
      stage.connectInstanceArn === undefined
        ? undefined
        : 'in Connect, turn on multi-party calls and enhanced monitoring, and change the storage that the output StorageByHand lists',
    ].filter((step) => step !== undefined);
    new CfnOutput(this, 'Steps', { value: steps.map((step, index) => `${index + 1}. ${step}`).join('; ') });
  }
}
