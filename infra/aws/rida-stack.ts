import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CaseConsumers } from './case-consumers.ts';
import { CaseTable } from './case-table.ts';
import { Consumers } from './consumers.ts';
import { ContentBuckets } from './content-buckets.ts';
import { Bus } from './event-bus.ts';
import { MailDomain } from './mail-domain.ts';
import { MailIntake } from './mail-intake.ts';
import { MailOut } from './mail-out.ts';
import { MailSweep } from './mail-sweep.ts';
import { NextSteps } from './next-steps.ts';
import { Platform } from './platform.ts';
import { Relay } from './relay.ts';
import { Retention } from './retention.ts';
import { SigningKey } from './signing-key.ts';
import { SlaClock } from './sla-clock.ts';
import type { StageSettings } from './stage.ts';
import { Telephony } from './telephony.ts';
import { Web } from './web.ts';

/** The stack of one stage. It creates all parts and connects them. */
export class RidaStack extends Stack {
  constructor(scope: Construct, stage: StageSettings) {
    const { name, region, account } = stage;
    super(scope, `rida-${name}`, {
      description: `Rida, the beneficiary-satisfaction centre (${name})`,
      env: { region, ...(account !== undefined && { account }) },
      terminationProtection: true,
      tags: { application: 'rida', stage: name },
    });
    const foundation = new Platform(this, 'Foundation', stage);
    const table = new CaseTable(this, 'Cases', foundation);
    const content = new ContentBuckets(this, 'Content', foundation);
    const signingKey = new SigningKey(this, 'SigningKey', foundation);
    const bus = new Bus(this, 'Events', foundation);
    const { identity } = new MailDomain(this, 'MailDomain', foundation);
    const mailOut = new MailOut(this, 'MailOut', foundation, { identity, table });
    const line = new Telephony(this, 'Line', foundation, { bus, table, content, signingKey });
    const { received } = new MailIntake(this, 'MailIntake', foundation, { table, content, signingKey });
    new MailSweep(this, 'MailSweep', foundation, { content, received });
    new Web(this, 'Web', foundation, { table, content, signingKey, connectUrl: line.url });
    new Relay(this, 'Relay', foundation, { table, bus });
    new Consumers(this, 'Consumers', foundation, { bus, table, content, mailOut, signingKey });
    new CaseConsumers(this, 'DeskConsumers', foundation, { bus, table, content, signingKey });
    new Retention(this, 'Retention', foundation, { table });
    new SlaClock(this, 'SlaClock', foundation, {
      table,
      signingKey,
      connect: line.contacts('connect:DescribeContact', 'connect:GetContactAttributes'),
    });
    new NextSteps(this, 'NextSteps', stage);
  }
}
