import { describe, expect, it } from 'vitest';
import { list, type Resource, refersTo, resolved, statementsOf, synthesise } from './synthesise.ts';

const INSTANCE = 'arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-3333-4444-555555555555';
const NUMBER = 'arn:aws:connect:eu-central-1:123456789012:phone-number/66666666-7777-8888-9999-000000000000';
const made = synthesise();
const given = synthesise({ connectInstanceArn: INSTANCE, phoneNumbers: { general: { arn: NUMBER } } });
const serviceOf = ({ Metadata }: Resource) => String(Metadata?.['rida:service']);
const isOfConnect = ([, { Type }]: readonly [string, Resource]) => Type.startsWith('AWS::Connect::');

describe('the instance', () => {
  it('is made, keeps recordings under the content key and analyses nothing that is said', () => {
    made.template.resourceCountIs('AWS::Connect::Instance', 1);
    made.template.hasResourceProperties('AWS::Connect::Instance', {
      Attributes: { ContactLens: false, EarlyMedia: true, MultiPartyConference: true },
      IdentityManagementType: 'CONNECT_MANAGED',
    });
    made.template.hasResourceProperties('AWS::Connect::InstanceStorageConfig', {
      ResourceType: 'CALL_RECORDINGS',
      S3Config: { EncryptionConfig: { EncryptionType: 'KMS' } },
    });
    expect(made.ofType('Custom::RidaDeployStep')).toHaveLength(1);
  });

  it('or is one that exists, which is only offered where to keep what it tells', () => {
    given.template.resourceCountIs('AWS::Connect::Instance', 0);
    given.template.resourceCountIs('AWS::Connect::InstanceStorageConfig', 0);
    const [, step] =
      given.ofType('Custom::RidaDeployStep').find(([, { Properties }]) => Properties.Offers) ?? [];
    const offers: unknown = JSON.parse(resolved(step?.Properties.Offers));
    expect(offers).toMatchObject([
      { resourceType: 'CALL_RECORDINGS', s3Config: { bucketPrefix: 'calls' } },
      { resourceType: 'CONTACT_TRACE_RECORDS', storageType: 'KINESIS_STREAM' },
      { resourceType: 'AGENT_EVENTS', storageType: 'KINESIS_STREAM' },
    ]);
  });

  it('writes the log of its flows to a group of the stack, which expires', () => {
    const [[id = '', logs] = []] = made
      .ofType('AWS::Logs::LogGroup')
      .filter(([, { Properties }]) =>
        JSON.stringify(Properties.LogGroupName ?? '').includes('/aws/connect/'),
      );
    expect(logs?.Properties).toMatchObject({ RetentionInDays: 90, KmsKeyId: expect.anything() });
    const [[, instance] = []] = made.ofType('AWS::Connect::Instance');
    expect(resolved(logs?.Properties.LogGroupName)).toBe(
      `/aws/connect/${resolved(instance?.Properties.InstanceAlias)}`,
    );
    expect(list(instance?.DependsOn ?? [])).toContain(id);
  });

  it('lets people in by SAML when a stage says so', () => {
    synthesise({ connectSignIn: 'SAML' }).template.hasResourceProperties('AWS::Connect::Instance', {
      IdentityManagementType: 'SAML',
    });
  });
});

describe('resources in the instance', () => {
  it('is made one after another, because Connect throttles', () => {
    for (const { resources } of [made, given]) {
      const own = Object.entries(resources).filter(isOfConnect);
      const isOwn = (id: string) => own.some(([ownId]) => ownId === id);
      const first = own.filter(
        ([, { DependsOn = [], Properties }]) => ![...list(DependsOn), ...refersTo(Properties)].some(isOwn),
      );
      const before = own.flatMap(([, { DependsOn = [] }]) => list(DependsOn).filter(isOwn));
      expect(first).toHaveLength(1);
      expect(new Set(before).size).toBe(own.length - 1);
    }
  });

  it('belongs to the one instance', () => {
    for (const [id, { Type, Properties }] of Object.entries(given.resources).filter(isOfConnect))
      expect(
        Type === 'AWS::Connect::IntegrationAssociation' ? Properties.InstanceId : Properties.InstanceArn,
        id,
      ).toBe(INSTANCE);
  });

  it('waits in four queues by the hours of the shipped calendar', () => {
    made.template.resourceCountIs('AWS::Connect::Queue', 4);
    const [[id, hours] = []] = made.ofType('AWS::Connect::HoursOfOperation');
    for (const [, { Properties }] of made.ofType('AWS::Connect::Queue'))
      expect(refersTo(Properties.HoursOfOperationArn)).toEqual([id]);
    expect(hours?.Properties).toMatchObject({ TimeZone: 'Asia/Riyadh' });
    const days = (hours?.Properties.Config ?? []) as readonly { Day: string; StartTime: unknown }[];
    expect(days.map(({ Day }) => Day)).toEqual(['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY']);
    expect(days[0]).toEqual({
      Day: 'SUNDAY',
      StartTime: { Hours: 7, Minutes: 30 },
      EndTime: { Hours: 14, Minutes: 30 },
    });
  });

  it('answers investors first, by calls and tasks, and takes no more queues than a profile holds', () => {
    const investors = made
      .ofType('AWS::Connect::Queue')
      .find(([, { Properties }]) => String(Properties.Name).endsWith(' investors'));
    for (const [id, { Properties }] of made.ofType('AWS::Connect::RoutingProfile')) {
      const shares = Properties.QueueConfigs as readonly {
        Priority: number;
        QueueReference: { Channel: string; QueueArn: unknown };
      }[];
      expect(shares.length, id).toBeLessThanOrEqual(10);
      const ofInvestors = shares.filter(({ QueueReference }) =>
        refersTo(QueueReference).includes(investors?.[0] ?? ''),
      );
      expect(ofInvestors.map(({ QueueReference }) => QueueReference.Channel).sort()).toEqual([
        'TASK',
        'VOICE',
      ]);
      for (const share of shares)
        if (!ofInvestors.includes(share))
          expect(share.Priority, id).toBeGreaterThan(ofInvestors[0]?.Priority ?? 0);
    }
  });

  it('lets agents pass a call on to every queue callers wait in, and to the numbers of the settings', () => {
    const { ofType } = synthesise({ transferNumbers: { 'Civil defence': '+966112345678' } });
    const connects = ofType('AWS::Connect::QuickConnect');
    expect(connects).toHaveLength(4);
    const attached = ofType('AWS::Connect::Queue').flatMap(([, { Properties }]) =>
      refersTo(Properties.QuickConnectArns),
    );
    expect(attached.sort()).toEqual(connects.map(([id]) => id).sort());
    const [transfer] = ofType('AWS::Connect::ContactFlow').filter(
      ([, { Properties }]) => Properties.Type === 'QUEUE_TRANSFER',
    );
    const toQueues = connects.filter(([, { Properties }]) =>
      refersTo(Properties).includes(transfer?.[0] ?? ''),
    );
    expect(toQueues).toHaveLength(3);
  });

  it('gives no role a right to change anything in Connect', () => {
    const profiles = made.ofType('AWS::Connect::SecurityProfile');
    expect(profiles).toHaveLength(3);
    for (const [id, { Properties }] of profiles)
      for (const permission of Properties.Permissions as readonly string[])
        expect(permission, id).not.toMatch(/\.(Create|Edit|Delete|Publish|Remove|Claim|EnableAndDisable)$/u);
  });
});

describe('numbers', () => {
  it('that are claimed already lead to their flow and are what calls out show', () => {
    const attach = given
      .ofType('Custom::RidaDeployStep')
      .filter(([, { Properties }]) => Properties.PhoneNumberId);
    expect(attach.map(([, { Properties }]) => Properties.PhoneNumberId)).toEqual([
      '66666666-7777-8888-9999-000000000000',
    ]);
    for (const [, { Properties }] of given.ofType('AWS::Connect::Queue'))
      expect(Properties.OutboundCallerConfig).toEqual({ OutboundCallerIdNumberArn: NUMBER });
  });

  it('are claimed when a stage names country and type', () => {
    const claimed = synthesise({
      phoneNumbers: { general: { country: 'SA', type: 'DID', prefix: '+96611' } },
    });
    claimed.template.hasResourceProperties('AWS::Connect::PhoneNumber', {
      CountryCode: 'SA',
      Type: 'DID',
      Prefix: '+96611',
    });
    const [[id = ''] = []] = claimed.ofType('AWS::Connect::PhoneNumber');
    const [, attach] =
      claimed.ofType('Custom::RidaDeployStep').find(([, { Properties }]) => Properties.PhoneNumberId) ?? [];
    expect(refersTo(attach?.Properties.PhoneNumberId)).toEqual([id]);
  });

  it('are not needed', () => {
    made.template.resourceCountIs('AWS::Connect::PhoneNumber', 0);
    for (const [, { Properties }] of made.ofType('AWS::Connect::Queue'))
      expect(Properties.OutboundCallerConfig).toBeUndefined();
  });
});

describe('the life of calls', () => {
  it('is heard of this instance only', () => {
    given.template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['aws.connect'], detail: { instanceArn: [INSTANCE] } },
    });
  });
});

describe('hours kept in step', () => {
  it('every hour, by a function that may change only these hours and reads only the settings', () => {
    const [id = '', keeper] =
      made.ofType('AWS::Lambda::Function').find(([, fn]) => serviceOf(fn) === 'telephone/connect-hours') ??
      [];
    const [role = ''] = refersTo(keeper?.Properties.Role);
    const policies = made
      .ofType('AWS::IAM::Policy')
      .filter(([, { Properties }]) => refersTo(Properties.Roles).includes(role));
    const allowed = statementsOf(Object.fromEntries(policies)).map(([, statement]) => statement);
    const [[hours] = []] = made.ofType('AWS::Connect::HoursOfOperation');
    const [[instance] = []] = made.ofType('AWS::Connect::Instance');
    const ofConnect = allowed.filter(({ Action }) =>
      list(Action).some((action) => action.startsWith('connect:')),
    );
    expect(ofConnect.flatMap(({ Resource }) => refersTo(Resource)).sort()).toEqual([instance, hours].sort());
    const ofTable = allowed.filter(({ Action }) =>
      list(Action).some((action) => action.startsWith('dynamodb:')),
    );
    expect(ofTable.map(({ Action }) => Action)).toEqual(['dynamodb:GetItem']);
    const schedules = made
      .ofType('AWS::Scheduler::Schedule')
      .filter(([, { Properties }]) => refersTo(Properties.Target).includes(id));
    expect(schedules.map(([, { Properties }]) => Properties.ScheduleExpression)).toEqual(['rate(1 hour)']);
  });

  it('and somebody is told when they are not', () => {
    const names = made.ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties.MetricName);
    expect(names).toContain('connect-hours-differ');
  });
});
