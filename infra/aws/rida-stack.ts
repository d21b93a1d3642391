import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CaseConsumers } from './case-consumers.ts';
import { CaseTable } from './case-table.ts';
import { Consumers } from './consumers.ts';
import { ContentBuckets } from './content-buckets.ts';
import { DailyExport } from './daily-export.ts';
import { dataOptions } from './data-options.ts';
import { CentreBus } from './event-bus.ts';
import { MailDomain } from './mail-domain.ts';
import { MailIntake } from './mail-intake.ts';
import { MailOut } from './mail-out.ts';
import { MailSweep } from './mail-sweep.ts';
import { NextSteps } from './next-steps.ts';
import { Platform } from './platform.ts';
import { QueueReader } from './queue-reader.ts';
import { Relay } from './relay.ts';
import { Reports } from './reports.ts';
import { Retention } from './retention.ts';
import { Search, SearchTable } from './search.ts';
import { SigningKey } from './signing-key.ts';
import { SlaClock } from './sla-clock.ts';
import type { StageSettings } from './stage.ts';
import { Telephony } from './telephony.ts';
import { Web } from './web.ts';
import { Workloads } from './workloads.ts';

/** The stack of one stage. It creates all parts and connects them. */
export class RidaStack extends Stack {
  constructor(scope: Construct, stage: StageSettings) {
    const { name, region, account } = stage;
    super(scope, `rida-${name}`, {
      description: `Rida, the beneficiary-satisfaction centre (${name})`,
      env: { region, ...(account !== undefined && { account }) },
      // A failed first deployment can be deleted and repeated.
      terminationProtection: stage.deployed !== undefined,
      tags: { application: 'rida', stage: name },
    });
    const platform = new Platform(this, 'Platform', stage);
    const table = new CaseTable(this, 'Cases', platform);
    const searchTable = new SearchTable(this, 'SearchTable', platform);
    const contentBuckets = new ContentBuckets(this, 'ContentBuckets', platform);
    const signingKey = new SigningKey(this, 'SigningKey', platform);
    const bus = new CentreBus(this, 'Events', platform);
    const { identity } = new MailDomain(this, 'MailDomain', platform);
    const mailOut = new MailOut(this, 'MailOut', platform, { identity, table });
    const telephony = new Telephony(this, 'Telephony', platform, {
      bus,
      table,
      content: contentBuckets,
      signingKey,
    });
    const mailIntake = new MailIntake(this, 'MailIntake', platform, { table, contentBuckets, signingKey });
    const { received } = mailIntake;
    new MailSweep(this, 'MailSweep', platform, { contentBuckets, received });
    const web = new Web(this, 'Web', platform, {
      table,
      searchTable,
      content: contentBuckets,
      signingKey,
      connectUrl: telephony.url,
    });
    const relay = new Relay(this, 'Relay', platform, { table, bus });
    const consumers = new Consumers(this, 'Consumers', platform, {
      bus,
      table,
      contentBuckets,
      mailOut,
      signingKey,
    });
    const caseConsumers = new CaseConsumers(this, 'DeskConsumers', platform, {
      bus,
      table,
      searchTable,
      contentBuckets,
      signingKey,
    });
    const search = new Search(this, 'Search', platform, { bus, table, searchTable, contentBuckets });
    new Retention(this, 'Retention', platform, { table });
    new Reports(this, 'Reports', platform, { table, mailOut });
    new DailyExport(this, 'DailyExport', platform, { table, content: contentBuckets });
    new Workloads(this, 'Workloads', platform, { table });
    new SlaClock(this, 'SlaClock', platform, {
      table,
      signingKey,
      connect: telephony.contacts('connect:DescribeContact', 'connect:GetContactAttributes'),
    });
    if (platform.feeds.length > 0) new QueueReader(this, 'QueueReader', platform);
    new NextSteps(this, 'NextSteps', stage);
    dataOptions(this, { table, content: contentBuckets, signingKey });
    // The Connect instance with its numbers comes late, and mail last: a rollback cannot undo them quickly.
    telephony.node.addDependency(web, relay, consumers, caseConsumers, search);
    mailIntake.receiveAfter(this.node.children);
  }
}
