import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseStage, stageFrom } from '#infra/aws/stage.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import { resolved, synthesise } from './synthesise.ts';

const centre = {
  phone: '+966112345678',
  supervisor: 'supervisor@city.gov.sa',
  leadership: 'mayor@city.gov.sa',
  departments: Object.fromEntries(
    defaultSettings.departments.map(({ id }) => [
      id,
      { email: `${id}@city.gov.sa`, headEmail: `${id}.head@city.gov.sa` },
    ]),
  ),
};
const right = { domain: 'care.city.gov.sa', alarmEmail: 'on-call@city.gov.sa', centre };
const arn = (resource: string, region = 'eu-central-1', account = '123456789012') =>
  `arn:aws:connect:${region}:${account}:${resource}`;
const INSTANCE = 'instance/11111111-2222-3333-4444-555555555555';
const NUMBER = 'phone-number/66666666-7777-8888-9999-000000000000';

describe('the settings of a stage', () => {
  it('need a domain and an address for alarms; the rest has defaults', () => {
    expect(parseStage('prod', right)).toEqual({
      ...right,
      name: 'prod',
      campaignCalls: false,
      connectTasks: false,
      region: 'eu-central-1',
      helpAddress: 'help',
      takeOverReceiptRules: false,
      mailsPerSecond: 14,
      publicRequestsPerSecond: 20,
      staffRequestsPerSecond: 50,
      lambdaConcurrency: 10,
      callerConcurrency: 0,
      warmCallers: 0,
      contentRetentionDays: 1827,
      logRetentionDays: 90,
      dueShards: 8,
      figureShards: 1,
      connectSignIn: 'CONNECT_MANAGED',
      connectTestCases: false,
      phoneNumbers: {},
      transferNumbers: {},
      flows: { messageSeconds: 120, callbackAttempts: 3, callbackRetryMinutes: 10 },
    });
  });

  it.each([
    [{ domain: 'not a domain' }, 'stages.prod.domain: expected a domain such as care.example.gov.sa'],
    [{ domain: undefined }, 'stages.prod.domain: expected a domain such as care.example.gov.sa'],
    [{ helpAddress: 'help@x' }, 'stages.prod.helpAddress: expected the part before the @, such as help'],
    [{ takeOverReceiptRules: 'yes' }, 'stages.prod.takeOverReceiptRules: expected true or false'],
    [{ logRetentionDays: 45 }, 'stages.prod.logRetentionDays: expected one of 7, 14, 30'],
    [{ mailsPerSecond: 0 }, 'stages.prod.mailsPerSecond: expected more than 0'],
    [{ dueShards: 0 }, 'stages.prod.dueShards: expected at least 1'],
    [{ region: 'Frankfurt' }, 'stages.prod.region: expected an AWS Region such as eu-central-1'],
    [{ hostedZone: { id: 'x', name: 'gov.sa' } }, 'stages.prod.hostedZone.id: expected a hosted zone id'],
    [{ connectInstanceArn: 'arn:aws:s3:::x' }, 'stages.prod.connectInstanceArn: expected an instance ARN'],
    [
      { phoneNumbers: { general: { country: 'sa' } } },
      'stages.prod.phoneNumbers.general: expected either { arn }',
    ],
    [
      { transferNumbers: { Fire: '998' } },
      'stages.prod.transferNumbers.Fire: expected a number in the international',
    ],
    [{ connectInstanceAlias: 'a b' }, 'stages.prod.connectInstanceAlias: expected the alias in the address'],
    [{ connectSignIn: 'LDAP' }, 'stages.prod.connectSignIn: expected CONNECT_MANAGED or SAML'],
    [
      { publicRequestsPerSecond: 50 },
      'stages.prod.publicRequestsPerSecond: expected less than staffRequestsPerSecond, 50',
    ],
    [
      { lambdaConcurrency: 1000, callerConcurrency: 301 },
      'stages.prod.callerConcurrency: expected 0, or a lambdaConcurrency of at least 1003',
    ],
    [
      { callerConcurrency: 1 },
      'stages.prod.callerConcurrency: expected 0, or a lambdaConcurrency of at least 103',
    ],
    [{ alarmMail: 'a@b.sa' }, 'stages.prod.alarmMail: expected no such setting, but account, alarmEmail, '],
    [
      { hostedZone: { id: 'Z0', name: 'city.gov.sa', zone: 1 } },
      'stages.prod.hostedZone.zone: expected no such setting',
    ],
    [{ hostedZone: 'city.gov.sa' }, 'stages.prod.hostedZone: expected object, received string'],
  ])('%j is refused in one line: %s', (wrong, message) => {
    const attempt = () => parseStage('prod', { ...right, ...wrong });
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(/^[^\n]+$/u);
  });

  it('refuse a file of prompts with a problem, and name its line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rida-stage-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const prompts = join(folder, 'prompts.csv');
    const attempt = () => parseStage('prod', { ...right, prompts });
    expect(attempt).toThrow(`stages.prod.prompts: ${prompts}: cannot be read (ENOENT)`);
    writeFileSync(prompts, 'flow,block,ar,en\nmain,goodbye,شكرًا 1.,\n');
    expect(attempt).toThrow(`stages.prod.prompts: ${prompts}: main [goodbye]: the Arabic has a digit`);
    writeFileSync(prompts, 'flow,block,ar,en\nmain,goodbye,شكرًا.,\n');
    expect(attempt).not.toThrow();
  });

  it.each([
    ['nowhere', { test: right, prod: right }, 'stage: expected test or prod'],
    [undefined, { test: right }, 'stage: expected test'],
    ['test', {}, 'stage: expected a stage, but cdk.json has none'],
    ['0', 'test', 'stages: expected an object of stages by name in cdk.json'],
    ['0', [right], 'stages: expected an object of stages by name in cdk.json'],
    ['constructor', { test: right }, 'stage: expected test'],
    ['test', { test: null }, 'stages.test: expected object, received null'],
  ])('are those of the stage %j of the context %j: %s', (stage, stages, message) => {
    const { node } = new App({ context: { stage, stages } });
    const attempt = () => stageFrom(node);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(/^(?!.*(Unrecognized key|one of 0|Invalid input))[^\n]+$/u);
  });

  it.each([
    [{ region: 'me-central-1' }, 'stages.prod.region: expected a Region of Amazon Connect: af-south-1, '],
    [{ region: 'eu-west-1' }, 'stages.prod.region: expected a Region of Amazon Connect'],
    [
      { hostedZone: { id: 'Z0123', name: 'other.gov.sa' } },
      'stages.prod.hostedZone.name: expected a zone that contains care.city.gov.sa, not other.gov.sa',
    ],
    [
      { hostedZone: { id: 'Z0123', name: 'ty.gov.sa' } },
      'stages.prod.hostedZone.name: expected a zone that contains',
    ],
    [
      { connectInstanceArn: arn(INSTANCE, 'eu-west-2') },
      'stages.prod.connectInstanceArn: expected an ARN of the Region eu-central-1, not eu-west-2',
    ],
    [
      { account: '210987654321', connectInstanceArn: arn(INSTANCE) },
      'stages.prod.connectInstanceArn: expected an ARN of the account 210987654321, not 123456789012',
    ],
    [
      {
        connectInstanceArn: arn(INSTANCE),
        phoneNumbers: { general: { arn: arn(NUMBER, 'eu-central-1', '999999999999') } },
      },
      'stages.prod.phoneNumbers.general: expected an ARN of the account 123456789012, not 999999999999',
    ],
    [
      { centre: undefined },
      'stages.prod.centre: expected { phone, supervisor, leadership, departments }, because',
    ],
    [
      { centre: { ...centre, supervisor: 'supervisor@rida.example' } },
      'stages.prod.centre.supervisor: expected an address that people read, not supervisor@rida.example',
    ],
    [
      { centre: { ...centre, departments: {} } },
      'stages.prod.centre.departments.care: expected { email, headEmail }',
    ],
    [
      {
        centre: {
          ...centre,
          departments: {
            ...centre.departments,
            moon: { email: 'a@city.gov.sa', headEmail: 'b@city.gov.sa' },
          },
        },
      },
      'stages.prod.centre.departments.moon: expected one of',
    ],
    [
      {
        centre: {
          ...centre,
          departments: {
            ...centre.departments,
            care: { email: 'care@rida.example', headEmail: 'b@city.gov.sa' },
          },
        },
      },
      'stages.prod.centre.departments.care.email: expected an address that people read',
    ],
    [{ alarmEmail: 'on-call@rida.example' }, 'stages.prod.alarmEmail: expected an address that people read'],
  ])('%j is refused beside the other settings: %s', (wrong, message) => {
    expect(() => parseStage('prod', { ...right, ...wrong })).toThrow(message);
  });

  it.each([
    [{ domain: 'rida.example', alarmEmail: 'a@rida.example', centre: undefined }],
    [{ domain: 'care.test', alarmEmail: 'a@care.test', centre: undefined }],
    [{ hostedZone: { id: 'Z0123', name: 'city.gov.sa' } }],
    [{ hostedZone: { id: 'Z0123', name: 'care.city.gov.sa' } }],
    [{ region: 'eu-west-2', connectInstanceArn: arn(INSTANCE, 'eu-west-2') }],
  ])('%j is right', (change) => {
    expect(() => parseStage('prod', { ...right, ...change })).not.toThrow();
  });

  it('give the functions the addresses and the number of the centre', () => {
    const { ofType } = synthesise(right);
    const [deployment] = ofType('AWS::Lambda::Function').flatMap(([, { Properties }]) => {
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      return Variables.DEPLOYMENT === undefined ? [] : [resolved(Variables.DEPLOYMENT)];
    });
    const settings = readSettings(defaultSettings, JSON.parse(deployment ?? '') as object);
    expect(settings.centre.phone).toBe('+966112345678');
    expect(settings.audiences).toEqual({ supervisor: centre.supervisor, leadership: centre.leadership });
    expect(JSON.stringify(settings)).not.toContain('rida.example');
  });

  it('fit into the four kilobytes of environment that Lambda accepts', () => {
    for (const [id, { Properties }] of synthesise(right).ofType('AWS::Lambda::Function')) {
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      const bytes = Object.entries(Variables).map(([name, value]) =>
        Buffer.byteLength(name + resolved(value)),
      );
      expect(
        bytes.reduce((sum, one) => sum + one, 0),
        id,
      ).toBeLessThan(3_800);
    }
  });
});
