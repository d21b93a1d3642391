import { describe, expect, it } from 'vitest';
import { parseStage } from '#infra/aws/stage.ts';
import { deployedRecord } from '#infra/aws/unchangeable.ts';
import { list, type Resource, type Template } from '#infra/tools/template/model.ts';
import { leftByRollback, lostLater } from './rollback.ts';
import { synthesise } from './synthesise.ts';

const base = {
  domain: 'care.example',
  alarmEmail: 'on-call@care.example',
  phoneNumbers: { general: { country: 'SA', type: 'DID', prefix: '+96611' } },
};
const deployed = { ...deployedRecord(parseStage('prod', base)) };
const first = synthesise({ phoneNumbers: base.phoneNumbers });
const later = synthesise({ phoneNumbers: base.phoneNumbers, deployed });

/** Return a template in which one resource of a type differs. */
const withChanged = (template: Template, type: string, change: (resource: Resource) => Partial<Resource>) => {
  const [id, resource] = Object.entries(template.resources).find(([, { Type }]) => Type === type) ?? [];
  if (id === undefined || !resource) throw new Error(`no ${type}`);
  return {
    id,
    template: {
      ...template,
      resources: { ...template.resources, [id]: { ...resource, ...change(resource) } },
    },
  };
};

const STATEFUL = [
  ['AWS::Connect::Instance', 1],
  ['AWS::Connect::PhoneNumber', 1],
  ['AWS::Connect::HoursOfOperation', 1],
  ['AWS::DynamoDB::Table', 2],
  ['AWS::S3::Bucket', 5],
  ['AWS::KMS::Key', 2],
  ['AWS::Cognito::UserPool', 1],
] as const;

describe('a failed first deployment', () => {
  it('leaves nothing', () => {
    expect(leftByRollback(first)).toEqual([]);
    expect(first.stack.terminationProtection).toBe(false);
  });

  it.each(STATEFUL)('would leave a retained %s', (type) => {
    const { id, template } = withChanged(first, type, () => ({ DeletionPolicy: 'Retain' }));
    expect(leftByRollback(template)).toEqual([{ id, why: 'its deletion policy is Retain' }]);
  });

  it.each([
    ['AWS::DynamoDB::Table', { DeletionProtectionEnabled: true }],
    ['AWS::Cognito::UserPool', { DeletionProtection: 'ACTIVE' }],
  ])('would leave a protected %s', (type, protection) => {
    const { id, template } = withChanged(first, type, ({ Properties }) => ({
      Properties: { ...Properties, ...protection },
    }));
    expect(leftByRollback(template)).toEqual([{ id, why: 'its deletion protection is on' }]);
  });

  it('would leave the bucket of mail if the receipt rule did not come last', () => {
    const { template } = withChanged(first, 'AWS::SES::ReceiptRule', ({ DependsOn = [] }) => ({
      DependsOn: list(DependsOn).filter((id) => !id.includes('Telephony')),
    }));
    expect(leftByRollback(template)).toMatchObject([
      { why: expect.stringContaining('the test object of SES') },
    ]);
  });
});

describe('a later deployment', () => {
  it('keeps and protects what cannot be made again', () => {
    expect(lostLater(later)).toEqual([]);
    for (const [type, count] of STATEFUL) expect(later.ofType(type), type).toHaveLength(count);
    later.template.hasResourceProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: true });
    later.template.hasResourceProperties('AWS::Cognito::UserPool', { DeletionProtection: 'ACTIVE' });
    expect(later.stack.terminationProtection).toBe(true);
  });

  it.each(STATEFUL)('would lose a %s without its deletion policy', (type) => {
    const { id, template } = withChanged(later, type, () => ({ DeletionPolicy: 'Delete' }));
    expect(lostLater(template)).toEqual([id]);
    const replaced = withChanged(later, type, () => ({ UpdateReplacePolicy: 'Delete' }));
    expect(lostLater(replaced.template)).toEqual([id]);
  });

  it('does not start over: the record of the first one is an output, and means the same settings', () => {
    const [[, output] = []] = Object.entries(first.outputs).filter(([id]) => id.includes('Deployed'));
    expect(JSON.parse(String(output?.Value))).toEqual(deployed);
    expect(() => parseStage('prod', { ...base, deployed })).not.toThrow();
  });

  it.each([
    [
      { connectInstanceAlias: 'care-city' },
      'stages.prod.connectInstanceAlias: expected "default", which is deployed',
    ],
    [
      { connectSignIn: 'SAML' },
      'stages.prod.connectSignIn: expected "CONNECT_MANAGED", which is deployed, not "SAML"',
    ],
    [
      { phoneNumbers: { general: { country: 'SA', type: 'DID', prefix: '+96612' } } },
      'stages.prod.phoneNumbers.general: expected "SA DID +96611", which is deployed, not "SA DID +96612"',
    ],
    [{ phoneNumbers: {} }, 'stages.prod.phoneNumbers.general: expected "SA DID +96611", which is deployed'],
    [
      {
        connectInstanceArn:
          'arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-3333-4444-555555555555',
      },
      'stages.prod.connectInstanceArn: expected "new", which is deployed',
    ],
    [
      { deployed: { ...deployed, 'table keys': 'id at' } },
      'stages.prod.shared/adapters/table/schema.ts: expected "id at"',
    ],
    [{ deployed: { ...deployed, 'console sign-in': 'phone' } }, 'infra/aws/sign-in.ts: expected "phone"'],
    [{ deployed: { ...deployed, colour: 'green' } }, 'stages.prod.deployed: expected no "colour"'],
  ])('%j is refused, with what to do instead', (change, message) => {
    const attempt = () => parseStage('prod', { ...base, deployed, ...change });
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(
      /(Create a stage of another name|Claim the other number by hand|copy the output)/u,
    );
  });

  it('may claim another number for a line that had none', () => {
    const more = { ...base.phoneNumbers, staff: { country: 'SA', type: 'DID' } };
    expect(() => parseStage('prod', { ...base, deployed, phoneNumbers: more })).not.toThrow();
  });
});
