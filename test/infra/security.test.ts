import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { indexSchemas } from '#shared/adapters/table/schema.ts';
import { appWith, list, refersTo, statementsOf, synthesise } from './synthesise.ts';

const { resources, ofType, template, outdir } = synthesise();
const keys = ofType('AWS::KMS::Key').map(([id]) => id);
const underOwnKey = (value: unknown) => refersTo(value).some((id) => keys.includes(id));

describe('the table', () => {
  it('is encrypted under an own key, can be restored to any second and is kept', () => {
    const [table] = ofType('AWS::DynamoDB::Table');
    expect(table?.[1]).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      },
    });
    expect(underOwnKey(table?.[1].Properties.SSESpecification)).toBe(true);
  });

  it('has the indexes of the shared schema', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: indexSchemas.map(({ name, partition, sort }) => ({
        IndexName: name,
        KeySchema: [
          { AttributeName: partition, KeyType: 'HASH' },
          { AttributeName: sort, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    });
  });
});

describe('stored data and data in transit', () => {
  it('is in private, encrypted buckets with a retention time', () => {
    const buckets = ofType('AWS::S3::Bucket');
    expect(buckets).toHaveLength(5);
    for (const [id, { Properties, DeletionPolicy }] of buckets) {
      expect(DeletionPolicy).toBe('RetainExceptOnCreate');
      expect(Properties).toMatchObject({
        BucketEncryption: expect.anything(),
        LifecycleConfiguration: {
          Rules: expect.arrayContaining([
            expect.objectContaining({ Status: 'Enabled', ExpirationInDays: expect.any(Number) }),
          ]),
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
      const policy = ofType('AWS::S3::BucketPolicy').find(([, bucketPolicy]) =>
        refersTo(bucketPolicy.Properties.Bucket).includes(id),
      );
      expect(JSON.stringify(policy?.[1].Properties)).toContain('"aws:SecureTransport":"false"');
    }
  });

  it('is under an own key everywhere: queues, topics, logs, secrets, bus and archive', () => {
    const keyOf = {
      'AWS::SQS::Queue': 'KmsMasterKeyId',
      'AWS::SNS::Topic': 'KmsMasterKeyId',
      'AWS::Logs::LogGroup': 'KmsKeyId',
      'AWS::SecretsManager::Secret': 'KmsKeyId',
      'AWS::Events::EventBus': 'KmsKeyIdentifier',
      'AWS::Events::Archive': 'KmsKeyIdentifier',
    };
    for (const [type, property] of Object.entries(keyOf)) {
      expect(ofType(type), type).not.toHaveLength(0);
      for (const [id, { Properties }] of ofType(type))
        expect(underOwnKey(Properties[property]), id).toBe(true);
    }
  });

  it('forgets logs in time', () => {
    for (const [, { Properties }] of ofType('AWS::Logs::LogGroup'))
      expect(Properties.RetentionInDays).toBe(90);
  });
});

describe('permissions', () => {
  const allowed = statementsOf(resources).filter(([, { Effect }]) => Effect === 'Allow');

  it('name every action; only the account itself rules over its keys', () => {
    const wild = allowed.filter(([, { Action }]) => list(Action).some((action) => action.includes('*')));
    expect(wild.map(([id]) => id).sort()).toEqual([...keys].sort());
    for (const [, { Action, Principal }] of wild) {
      expect(Action).toBe('kms:*');
      expect(JSON.stringify(Principal)).toContain(':root');
    }
  });

  it('of services are limited to this account', () => {
    const open = allowed.filter(([, { Principal, Condition }]) => {
      const service = (Principal as { Service?: unknown } | undefined)?.Service;
      return service !== undefined && Condition === undefined;
    });
    const trust = new Set(open.map(([id]) => resources[id]?.Type));
    expect(
      [...trust].filter((type) => type !== 'AWS::IAM::Role' && type !== 'AWS::SNS::TopicPolicy'),
    ).toEqual([]);
  });

  it('of Connect and of the pages to call a function name where the call may come from', () => {
    const permissions = ofType('AWS::Lambda::Permission');
    expect(permissions.some(([, { Properties }]) => Properties.Principal === 'connect.amazonaws.com')).toBe(
      true,
    );
    for (const [, { Properties }] of permissions) expect(Properties.SourceArn).toBeDefined();
  });

  it('of SES to write mail end at its own receipt rule', () => {
    const bySes = allowed.filter(([id, { Principal }]) => {
      const isOurs =
        resources[id]?.Type === 'AWS::S3::BucketPolicy' || resources[id]?.Type === 'AWS::SNS::TopicPolicy';
      return isOurs && JSON.stringify(Principal ?? '').includes('ses.amazonaws.com');
    });
    expect(bySes).toHaveLength(2);
    for (const [, { Condition }] of bySes) {
      expect(JSON.stringify(Condition)).toContain('receipt-rule-set/rida-test:receipt-rule/');
      expect(JSON.stringify(Condition)).toContain('aws:SourceAccount');
    }
  });
});

describe('the stack and the one nested in it', () => {
  it('each leave room below the 500 resources and the megabyte CloudFormation takes in one', () => {
    const files = readdirSync(outdir).filter((file) => file.endsWith('.template.json'));
    expect(files).toHaveLength(2);
    for (const file of files) {
      const text = readFileSync(join(outdir, file), 'utf8');
      const { Resources, Outputs } = JSON.parse(text) as Record<'Resources' | 'Outputs', object>;
      expect(Object.keys(Resources).length, file).toBeLessThan(450);
      expect(Object.keys(Outputs).length, file).toBeLessThan(150);
      // The flows of the telephone fill the nested one. CloudFormation refuses 1,000,000 bytes.
      expect(Buffer.byteLength(text), file).toBeLessThan(950_000);
    }
  });
});

describe('cdk-nag', () => {
  it('finds nothing', () => {
    const { app } = appWith();
    expect(() => app.synth()).not.toThrow();
  });

  it('finds nothing with an instance, numbers and everything else that can be asked for', () => {
    const arn = 'arn:aws:connect:eu-central-1:123456789012';
    const { app } = appWith({
      connectInstanceArn: `${arn}:instance/11111111-2222-3333-4444-555555555555`,
      connectInstanceAlias: 'care-city',
      connectTestCases: true,
      phoneNumbers: {
        general: { arn: `${arn}:phone-number/66666666-7777-8888-9999-000000000000` },
      },
      transferNumbers: { 'Civil defence': '+966112345678' },
      takeOverReceiptRules: true,
      hostedZone: { id: 'Z00000000000000000000', name: 'rida.example' },
      publicDomain: 'pages.rida.example',
    });
    expect(() => app.synth()).not.toThrow();
  });

  it('would stop the synthesis at a bare bucket', () => {
    const { app, stack } = appWith({}, { builtinCloudFormationValidation: false });
    new Bucket(stack, 'Bare');
    expect(() => app.synth()).toThrow(/AwsSolutions-S1\b/u);
  });
});
