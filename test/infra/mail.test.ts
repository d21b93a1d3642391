import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { answering, type CustomResourceEvent, type Work } from '#infra/aws/deploy-time/custom-resource.ts';
import {
  activateReceiptRules,
  deactivateReceiptRules,
  type ReceiptRules,
} from '#infra/aws/deploy-time/receipt-rules.ts';
import { fedQueues } from '#infra/tools/template/fed-queues.ts';
import { type Resource, synthesise } from './synthesise.ts';

/** The receipt rule sets of an account, of which one may be active. */
function rulesWith(active?: string): ReceiptRules & { now: string | undefined } {
  const rules = {
    now: active,
    active: async () => rules.now,
    activate: async (name: string | undefined) => {
      rules.now = name;
    },
  };
  return rules;
}

const ours = { ruleSet: 'rida-test', takeOver: false };

describe('activating the receipt rules', () => {
  it('puts ours in force when none is, and leaves it when it is', async () => {
    for (const active of [undefined, 'rida-test']) {
      const rules = rulesWith(active);
      await activateReceiptRules(rules, ours);
      expect(rules.now).toBe('rida-test');
    }
  });

  it('refuses to stop the mail of others', async () => {
    const rules = rulesWith('theirs');
    await expect(activateReceiptRules(rules, ours)).rejects.toThrow(
      /"theirs" is active.*takeOverReceiptRules/u,
    );
    expect(rules.now).toBe('theirs');
  });

  it('replaces the rule set of others when told', async () => {
    const rules = rulesWith('theirs');
    await activateReceiptRules(rules, { ...ours, takeOver: true });
    expect(rules.now).toBe('rida-test');
  });

  it('is undone with the stack, but never for others', async () => {
    const own = rulesWith('rida-test');
    await deactivateReceiptRules(own, ours);
    expect(own.now).toBeUndefined();
    const others = rulesWith('theirs');
    await deactivateReceiptRules(others, ours);
    expect(others.now).toBe('theirs');
  });
});

describe('a step while deploying', () => {
  const event: CustomResourceEvent = {
    RequestType: 'Create',
    ResponseURL: 'https://answers.invalid/1',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Activation',
    ResourceProperties: {},
  };
  const answerTo = async (work: Work) => {
    const answers: [string, unknown][] = [];
    await answering(work, async (url, body) => void answers.push([url, JSON.parse(body)]))(event);
    return answers;
  };

  it('tells CloudFormation that it is done', async () => {
    const answer = { Status: 'SUCCESS', PhysicalResourceId: 'Activation', RequestId: 'request' };
    expect(await answerTo(async () => undefined)).toEqual([
      [event.ResponseURL, expect.objectContaining(answer)],
    ]);
  });

  it('tells the template what it reads of it', async () => {
    const answer = { Status: 'SUCCESS', Data: { Left: 'nothing' } };
    expect(await answerTo(async () => ({ Left: 'nothing' }))).toEqual([
      [event.ResponseURL, expect.objectContaining(answer)],
    ]);
  });

  it('tells CloudFormation why it failed', async () => {
    const fails = async () => {
      throw new Error('theirs is active');
    };
    const answer = { Status: 'FAILED', Reason: 'theirs is active' };
    expect(await answerTo(fails)).toEqual([[event.ResponseURL, expect.objectContaining(answer)]]);
  });
});

/** Return the share of the sending rate of each function that sends mail. */
const sharesOf = (functions: readonly (readonly [string, Resource])[]): [string, number][] =>
  functions.flatMap(([id, { Properties }]) => {
    const { Variables } = Properties.Environment as { Variables: Record<string, string> };
    return Variables.MAILS_PER_SECOND === undefined ? [] : [[id, Number(Variables.MAILS_PER_SECOND)]];
  });

describe('the mail of the stack', () => {
  const synthesised = synthesise();
  const shipped = synthesised.template;
  const hostedZone = { id: 'Z0123456789ABC', name: 'rida.example' };
  const taking = synthesise({ takeOverReceiptRules: true, hostedZone }).template;

  it('is not taken over unless the settings say so', () => {
    const step = (TakeOver: string) => ({ RuleSetName: 'rida-test', TakeOver });
    shipped.hasResourceProperties('Custom::RidaDeployStep', step('false'));
    taking.hasResourceProperties('Custom::RidaDeployStep', step('true'));
  });

  it('is scanned, kept as it came and announced, before it is read', () => {
    const rule = (recipient: string, prefix: string) => ({
      Enabled: true,
      ScanEnabled: true,
      TlsPolicy: 'Optional',
      Recipients: [recipient],
      Actions: [
        { S3Action: { ObjectKeyPrefix: prefix, TopicArn: Match.anyValue() } },
        { StopAction: { Scope: 'RuleSet' } },
      ],
    });
    const toCases = rule('help@rida.example', 'raw/');
    shipped.hasResourceProperties('AWS::SES::ReceiptRule', { Rule: toCases });
    const [[first = ''] = []] = Object.entries(
      shipped.findResources('AWS::SES::ReceiptRule', { Properties: { Rule: toCases } }),
    );
    shipped.hasResourceProperties('AWS::SES::ReceiptRule', {
      After: { Ref: first },
      Rule: rule('rida.example', 'administrator/'),
    });
    shipped.resourceCountIs('AWS::SES::ReceiptRule', 2);
  });

  it('for other addresses than the help address is kept for a month, and an administrator is told', () => {
    shipped.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([Match.objectLike({ Prefix: 'administrator/', ExpirationInDays: 30 })]),
      },
    });
    shipped.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: '{ $.code = "mail-for-administrator" }',
    });
  });

  it('is looked after every night, by a function that sees names and hands them on, and no mail', () => {
    shipped.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(45 1 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Riyadh',
    });
    const policy = synthesised
      .ofType('AWS::IAM::Policy')
      .find(([id]) => id.startsWith('MailSweepFunctionRole'))?.[1];
    const { Statement = [] } = (policy?.Properties.PolicyDocument ?? {}) as {
      Statement?: { Action: string | string[]; Condition?: unknown }[];
    };
    const actions = Statement.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.startsWith('s3:'))).toEqual(['s3:ListBucket']);
    expect(Statement.find(({ Action }) => Action === 's3:ListBucket')?.Condition).toEqual({
      StringEquals: { 's3:prefix': 'raw/' },
    });
    expect(actions).not.toContainEqual(expect.stringMatching(/^dynamodb:/u));
    shipped.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: '{ $.code = "mail-forgotten" }',
    });
  });

  it('leaves the inbox by the intake’s hand, which can take away nothing else', () => {
    const deleting = synthesised
      .ofType('AWS::IAM::Policy')
      .flatMap(([id, { Properties }]) =>
        (
          Properties.PolicyDocument as { Statement: { Action: string | string[]; Resource: unknown }[] }
        ).Statement.flatMap(({ Action, Resource }) =>
          [Action].flat().includes('s3:DeleteObject') && id.startsWith('MailIntake') ? [Resource] : [],
        ),
      );
    expect(deleting).toHaveLength(1);
    expect(JSON.stringify(deleting)).toContain('/raw/*');
    shipped.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({ Prefix: 'raw/', NoncurrentVersionExpiration: { NoncurrentDays: 1 } }),
        ]),
      },
    });
  });

  it.each([{}, { lambdaConcurrency: 1000 }])(
    'goes out at the account’s rate, shared among all who send at a time: %j',
    (stage) => {
      const made = synthesise(stage);
      // A function of a schedule runs once at a time.
      const SCHEDULED = 1;
      const shares = sharesOf(made.ofType('AWS::Lambda::Function'));
      expect(shares.length).toBe(5);
      const most = new Map(
        fedQueues(made).map(({ worker, mapping }) => {
          // The shared reader gives a function one batch at a time.
          const { ScalingConfig } = made.resources[mapping ?? '']?.Properties ?? {};
          const { MaximumConcurrency = 1 } = (ScalingConfig ?? {}) as { MaximumConcurrency?: number };
          return [worker, MaximumConcurrency];
        }),
      );
      const total = shares.reduce((sum, [id, share]) => sum + share * (most.get(id) ?? SCHEDULED), 0);
      expect(total).toBeCloseTo(14, 6);
    },
  );

  it('is reported by events of SES, for every result', () => {
    shipped.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        MatchingEventTypes: [
          'bounce',
          'complaint',
          'delivery',
          'deliveryDelay',
          'reject',
          'renderingFailure',
        ],
      },
    });
    shipped.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.ses'],
        'detail-type': Match.arrayWith(['Email Bounced', 'Email Complaint Received', 'Email Delivered']),
        detail: { mail: { tags: { 'ses:configuration-set': Match.anyValue() } } },
      },
    });
  });

  it('gets its DNS records in a zone that is given, and only there', () => {
    shipped.resourceCountIs('AWS::Route53::RecordSet', 0);
    taking.hasResourceProperties('AWS::Route53::RecordSet', { Type: 'MX', Name: 'rida.example.' });
    taking.resourcePropertiesCountIs('AWS::Route53::RecordSet', { Type: 'CNAME' }, 3);
  });
});
