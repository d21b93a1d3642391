import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnPhoneNumber } from 'aws-cdk-lib/aws-connect';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ConnectInstance } from './connect-instance.ts';
import { DeployStep } from './deploy-step.ts';
import { idAfter } from './id-after.ts';
import type { Platform } from './platform.ts';
import type { StageSettings } from './stage.ts';

type PhoneLine = keyof StageSettings['phoneNumbers'];

/** The entry flow of each line. */
const FLOW_OF: Readonly<Record<PhoneLine, string>> = {
  general: 'main',
  investors: 'investors',
  staff: 'staff',
};
const LINES = Object.keys(FLOW_OF) as readonly PhoneLine[];

/** The phone numbers of the centre: claimed by the deployment, or existing. */
export class PhoneNumbers extends Construct {
  private readonly platform: Platform;
  private readonly instance: ConnectInstance;
  private readonly arns: Partial<Record<PhoneLine, string>> = {};

  constructor(scope: Construct, id: string, platform: Platform, instance: ConnectInstance) {
    super(scope, id);
    this.platform = platform;
    this.instance = instance;
    const { phoneNumbers, name } = platform.stage;
    for (const line of LINES) {
      const number = phoneNumbers[line];
      if (number === undefined) continue;
      if ('arn' in number) {
        this.arns[line] = number.arn;
        continue;
      }
      const { country, type, prefix } = number;
      const claimed = instance.inTurn(
        new CfnPhoneNumber(this, line, {
          targetArn: instance.arn,
          countryCode: country,
          type,
          ...(prefix !== undefined && { prefix }),
          description: `Rida ${name}: the line "${line}"`,
        }),
      );
      claimed.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
      this.arns[line] = claimed.attrPhoneNumberArn;
      new CfnOutput(Stack.of(platform), `${line}Number`, {
        value: claimed.attrAddress,
        description: `The number claimed for the line "${line}"`,
      });
    }
  }

  /** The caller id of outbound calls. */
  get callerNumberArn(): string | undefined {
    return this.arns.general;
  }

  /**
   * Attach each number to its flow.
   *
   * @throws Error when a line has a number and no flow
   */
  leadTo(flowArns: ReadonlyMap<string, string>): void {
    let step: DeployStep | undefined;
    for (const line of LINES) {
      const numberArn = this.arns[line];
      if (numberArn === undefined) continue;
      const flowArn = flowArns.get(FLOW_OF[line]);
      if (flowArn === undefined) throw new Error(`phoneNumbers.${line}: there is no flow "${FLOW_OF[line]}"`);
      const properties = {
        PhoneNumberId: idAfter(numberArn, 'phone-number/'),
        InstanceId: this.instance.instanceId,
        ContactFlowId: idAfter(flowArn, '/contact-flow/'),
      };
      if (step) step.once(line, properties);
      else
        step = new DeployStep(this, 'Attach', this.platform, {
          step: 'attach-phone-number',
          properties,
          statements: [],
        });
      step.allow(
        new PolicyStatement({
          actions: ['connect:AssociatePhoneNumberContactFlow', 'connect:DisassociatePhoneNumberContactFlow'],
          resources: [numberArn, flowArn],
        }),
      );
    }
  }
}
