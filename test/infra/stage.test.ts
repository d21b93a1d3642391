import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { parseStage, stageFrom } from '#infra/aws/stage.ts';

const right = { domain: 'care.example.gov.sa', alarmEmail: 'on-call@example.gov.sa' };

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
      { lambdaConcurrency: 1000, callerConcurrency: 301 },
      'stages.prod.callerConcurrency: expected 0, or a lambdaConcurrency of at least 1003',
    ],
    [
      { callerConcurrency: 1 },
      'stages.prod.callerConcurrency: expected 0, or a lambdaConcurrency of at least 103',
    ],
    [{ alarmMail: 'a@b.sa' }, 'alarmMail'],
  ])('%j is refused in one line: %s', (wrong, message) => {
    const attempt = () => parseStage('prod', { ...right, ...wrong });
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(/^[^\n]+$/u);
  });

  it('are those of the stage the context names', () => {
    const { node } = new App({ context: { stage: 'nowhere', stages: { test: right } } });
    expect(() => stageFrom(node)).toThrow('stage: expected one of test');
  });
});
