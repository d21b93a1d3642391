import { Aws, CfnResource, type CustomResource, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ReceiptRule, ReceiptRuleSet, TlsPolicy } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct, type IConstruct } from 'constructs';
import { ADMINISTRATOR, INBOX } from '#shared/adapters/content-keys.ts';
import { KEPT_MAIL_DAYS } from '#shared/domain/mail/help-address.ts';
import type { CaseTable } from './case-table.ts';
import type { ContentBuckets } from './content-buckets.ts';
import { DeployStep } from './deploy-step.ts';
import { loggedCode } from './logged-code.ts';
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

/** The rules, in their order. The first one that a mail meets ends its way. */
const RULES = { toCases: 'to-cases', toAdministrator: 'to-administrator' } as const;
const TIMEOUT = Duration.seconds(60);

/** Receives mail with SES and opens cases. A mail is stored before it is parsed, so that none is lost. */
export class MailIntake extends Construct {
  /** The queue of notifications of received mail. */
  readonly received: SqsWorkQueue;
  private readonly platform: Platform;
  private readonly ruleSetName: string;
  private readonly ruleArns: readonly string[];
  private readonly rules: readonly ReceiptRule[];
  private readonly activation: CustomResource;

  constructor(scope: Construct, id: string, platform: Platform, props: MailIntakeProps) {
    super(scope, id);
    const { table, contentBuckets: content, signingKey } = props;
    this.platform = platform;
    this.ruleSetName = `rida-${platform.stage.name}`;
    this.ruleArns = Object.values(RULES).map((rule) =>
      Stack.of(this).formatArn({
        service: 'ses',
        resource: 'receipt-rule-set',
        resourceName: `${this.ruleSetName}:receipt-rule/${rule}`,
      }),
    );
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
    this.rules = this.receive(content, this.notices(work));
    this.activation = this.activate();
    platform.alarms.add(this, 'AdministratorAlarm', {
      metric: loggedCode(this, 'ForAdministrator', platform, {
        logGroup: worker.logGroup,
        code: 'mail-for-administrator',
      }),
      threshold: 1,
      cause: 'one line with the code mail-for-administrator',
      impact: 'Mail for the administrator of the domain arrived. Its sender may wait for an answer.',
      remedy: `Read it in the mail bucket under ${ADMINISTRATOR} within ${KEPT_MAIL_DAYS} days. To make a case of it, copy it to ${INBOX}.`,
    });
  }

  /**
   * Receive mail only when all other parts of the stack exist. SES writes a test object to the bucket when it
   * accepts the rule, and a bucket with an object could not be deleted after a failed first deployment.
   */
  receiveAfter(parts: readonly IConstruct[]): void {
    const rules = this.rules.flatMap((rule) => rule.node.findAll());
    const last: readonly IConstruct[] = [...rules, ...this.activation.node.findAll()];
    const own = this.node.findAll().filter((one) => CfnResource.isCfnResource(one) && !last.includes(one));
    const before = [...parts.filter((part) => part !== this), ...own];
    for (const rule of this.rules) rule.node.addDependency(...before);
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
        conditions: this.onlyOurRules(),
      }),
    );
    topic.addSubscription(new SqsSubscription(work.queue, { deadLetterQueue: work.deadLetters.queue }));
    return topic;
  }

  /**
   * Create the receipt rules. Mail to the help address, with or without a label, becomes cases. Mail to any other
   * address of the domain, such as postmaster (RFC 5321, 4.5.1), is kept for an administrator, unless the settings
   * say that it is a help address.
   */
  private receive({ mail }: ContentBuckets, topic: Topic): readonly ReceiptRule[] {
    const { stage, keys } = this.platform;
    mail.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [INBOX, ADMINISTRATOR].map((prefix) => mail.arnForObjects(`${prefix}*`)),
        conditions: this.onlyOurRules(),
      }),
    );
    keys.admitReceiptRules(this.ruleArns);
    const ruleSet = new ReceiptRuleSet(this, 'RuleSet', { receiptRuleSetName: this.ruleSetName });
    const rule = (id: string, name: string, recipient: string, prefix: string, after?: ReceiptRule) => {
      const made = new ReceiptRule(this, id, {
        ruleSet,
        receiptRuleName: name,
        recipients: [recipient],
        scanEnabled: true,
        tlsPolicy: TlsPolicy.OPTIONAL,
        ...(after && { after }),
        actions: [
          {
            bind: () => ({
              s3Action: { bucketName: mail.bucketName, objectKeyPrefix: prefix, topicArn: topic.topicArn },
            }),
          },
          { bind: () => ({ stopAction: { scope: 'RuleSet' } }) },
        ],
      });
      // SES writes a test object before it accepts the rule.
      made.node.addDependency(mail, topic, keys);
      return made;
    };
    const { domain, helpAddress } = stage;
    const toCases = rule('Rule', RULES.toCases, `${helpAddress}@${domain}`, INBOX);
    return [toCases, rule('AdministratorRule', RULES.toAdministrator, domain, ADMINISTRATOR, toCases)];
  }

  private activate(): CustomResource {
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
    activation.resource.node.addDependency(...this.rules);
    return activation.resource;
  }

  private onlyOurRules() {
    return { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': this.ruleArns } };
  }
}
