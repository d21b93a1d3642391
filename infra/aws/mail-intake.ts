import { Aws, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ReceiptRule, ReceiptRuleSet, TlsPolicy } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import { type ContentBuckets, INBOX } from './content-buckets.ts';
import { DeployStep } from './deploy-step.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';
import { RidaFunction } from './rida-function.ts';
import type { SigningKey } from './signing-key.ts';
import { WorkQueue } from './work-queue.ts';

export interface MailIntakeProps {
  readonly table: CaseTable;
  readonly content: ContentBuckets;
  readonly signingKey: SigningKey;
}

const RULE = 'to-cases';
const TIMEOUT = Duration.seconds(60);

/** From a mail that SES accepted to a case: kept first, read afterwards, so that none is ever lost. */
export class MailIntake extends Construct {
  /** Where the news of received mail waits. */
  readonly received: WorkQueue;
  private readonly foundation: Platform;
  private readonly ruleSetName: string;
  private readonly ruleArn: string;

  constructor(scope: Construct, id: string, foundation: Platform, props: MailIntakeProps) {
    super(scope, id);
    const { table, content, signingKey } = props;
    this.foundation = foundation;
    this.ruleSetName = `rida-${foundation.stage.name}`;
    this.ruleArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'receipt-rule-set',
      resourceName: `${this.ruleSetName}:receipt-rule/${RULE}`,
    });
    const work = new WorkQueue(this, 'Received', foundation, {
      impact: 'People wrote to the centre, and their mail lies unread without a case or an acknowledgement.',
      workTimeout: TIMEOUT,
    });
    const worker = new RidaFunction(this, 'Function', foundation, {
      service: 'mail/mail-intake',
      variables: {
        TABLE_NAME: table.use('write'),
        BLOB_BUCKET: content.takingIn(),
        INBOX_PREFIX: INBOX,
        SIGNING_KEY_ID: signingKey.reading(),
      },
      // The parser's thread may take 512 MiB, and attachments are held whole.
      memoryMiB: 1536,
      timeout: TIMEOUT,
      deadLetters: work.deadLetters,
    });
    this.received = work;
    work.feed(worker, { batchSize: 1, maxConcurrency: 5 });
    this.activate(this.receive(content, this.notices(work)));
  }

  /** SES tells the topic that a mail lies in the bucket; the queue keeps the news until it is dealt with. */
  private notices(work: WorkQueue): Topic {
    const topic = new Topic(this, 'Notices', {
      masterKey: this.foundation.keys.transit,
      enforceSSL: true,
      displayName: 'Mail received',
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: this.onlyOurRule(),
      }),
    );
    topic.addSubscription(new SqsSubscription(work.queue, { deadLetterQueue: work.deadLetters.queue }));
    return topic;
  }

  /** The whole domain, so that postmaster and misspelt addresses reach a person too (RFC 5321, 4.5.1). */
  private receive({ mail }: ContentBuckets, topic: Topic): ReceiptRule {
    const { stage, keys } = this.foundation;
    mail.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [mail.arnForObjects(`${INBOX}*`)],
        conditions: this.onlyOurRule(),
      }),
    );
    keys.admitReceiptRule(this.ruleArn);
    const ruleSet = new ReceiptRuleSet(this, 'RuleSet', { receiptRuleSetName: this.ruleSetName });
    const rule = new ReceiptRule(this, 'Rule', {
      ruleSet,
      receiptRuleName: RULE,
      recipients: [stage.domain],
      scanEnabled: true,
      tlsPolicy: TlsPolicy.OPTIONAL,
      actions: [
        {
          bind: () => ({
            s3Action: { bucketName: mail.bucketName, objectKeyPrefix: INBOX, topicArn: topic.topicArn },
          }),
        },
      ],
    });
    // SES tries to write before it accepts the rule.
    rule.node.addDependency(mail, topic, keys);
    return rule;
  }

  private activate(rule: ReceiptRule): void {
    const activation = new DeployStep(this, 'Activation', this.foundation, {
      step: 'activate-receipt-rules',
      properties: {
        RuleSetName: this.ruleSetName,
        TakeOver: String(this.foundation.stage.takeOverReceiptRules),
      },
      statements: [
        new PolicyStatement({
          actions: ['ses:DescribeActiveReceiptRuleSet', 'ses:SetActiveReceiptRuleSet'],
          resources: ['*'],
        }),
      ],
    });
    accept(activation, [exceptions.receiptRules]);
    activation.resource.node.addDependency(rule);
  }

  private onlyOurRule() {
    return { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': this.ruleArn } };
  }
}
