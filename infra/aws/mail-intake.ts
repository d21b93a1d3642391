import { Aws, CfnResource, type CustomResource, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ReceiptRule, ReceiptRuleSet, TlsPolicy } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct, type IConstruct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import { type ContentBuckets, INBOX } from './content-buckets.ts';
import { DeployStep } from './deploy-step.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';
import { RidaFunction } from './rida-function.ts';
import type { SigningKey } from './signing-key.ts';
import { SqsWorkQueue } from './work-queue.ts';

export interface MailIntakeProps {
  readonly table: CaseTable;
  readonly contentBuckets: ContentBuckets;
  readonly signingKey: SigningKey;
}

const RULE = 'to-cases';
const TIMEOUT = Duration.seconds(60);

/** Receives mail with SES and opens cases. A mail is stored before it is parsed, so that none is lost. */
export class MailIntake extends Construct {
  /** The queue of notifications of received mail. */
  readonly received: SqsWorkQueue;
  private readonly platform: Platform;
  private readonly ruleSetName: string;
  private readonly ruleArn: string;
  private readonly rule: ReceiptRule;
  private readonly activation: CustomResource;

  constructor(scope: Construct, id: string, platform: Platform, props: MailIntakeProps) {
    super(scope, id);
    const { table, contentBuckets: content, signingKey } = props;
    this.platform = platform;
    this.ruleSetName = `rida-${platform.stage.name}`;
    this.ruleArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'receipt-rule-set',
      resourceName: `${this.ruleSetName}:receipt-rule/${RULE}`,
    });
    const work = new SqsWorkQueue(this, 'Received', platform, {
      impact: 'Received mail is not processed. The senders have neither a case nor an acknowledgement.',
      workTimeout: TIMEOUT,
    });
    const worker = new RidaFunction(this, 'Function', platform, {
      service: 'mail/mail-intake',
      variables: {
        TABLE_NAME: table.use('write'),
        BLOB_BUCKET: content.takingIn(),
        INBOX_PREFIX: INBOX,
        SIGNING_KEY_ID: signingKey.reading(),
      },
      // The thread of the parser may use 512 MiB, and attachments are kept in memory.
      memoryMiB: 1536,
      timeout: TIMEOUT,
    });
    this.received = work;
    work.feed(worker, { batchSize: 1, maxConcurrency: 5 });
    this.rule = this.receive(content, this.notices(work));
    this.activation = this.activate(this.rule);
  }

  /**
   * Receive mail only when all other parts of the stack exist. SES writes a test object to the bucket when it
   * accepts the rule, and a bucket with an object could not be deleted after a failed first deployment.
   */
  receiveAfter(parts: readonly IConstruct[]): void {
    const last: readonly IConstruct[] = [...this.rule.node.findAll(), ...this.activation.node.findAll()];
    const own = this.node.findAll().filter((one) => CfnResource.isCfnResource(one) && !last.includes(one));
    this.rule.node.addDependency(...parts.filter((part) => part !== this), ...own);
  }

  /**
   * Create the topic to which SES publishes that it stored a mail. The queue keeps each notification until
   * the mail is processed.
   */
  private notices(work: SqsWorkQueue): Topic {
    const topic = new Topic(this, 'Notices', {
      masterKey: this.platform.keys.transit,
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

  /**
   * Create the receipt rule for the whole domain, so that postmaster and misspelt addresses are received too
   * (RFC 5321, 4.5.1).
   */
  private receive({ mail }: ContentBuckets, topic: Topic): ReceiptRule {
    const { stage, keys } = this.platform;
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
    // SES writes a test object before it accepts the rule.
    rule.node.addDependency(mail, topic, keys);
    return rule;
  }

  private activate(rule: ReceiptRule): CustomResource {
    const activation = new DeployStep(this, 'Activation', this.platform, {
      step: 'activate-receipt-rules',
      properties: {
        RuleSetName: this.ruleSetName,
        TakeOver: String(this.platform.stage.takeOverReceiptRules),
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
    return activation.resource;
  }

  private onlyOurRule() {
    return { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': this.ruleArn } };
  }
}
