import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Statement } from '#infra/tools/template/model.ts';
import { waysOf } from '#infra/tools/template/ways/ways.ts';
import { bundledActions, tableActions } from './bundled-commands.ts';
import { actionsByFunction, faultsOfGrants, faultsOfStatement } from './granted-actions.ts';
import { synthesise } from './synthesise.ts';

const arn = 'arn:aws:connect:eu-central-1:123456789012';
const template = synthesise({ connectTasks: true });
const given = synthesise({
  connectInstanceArn: `${arn}:instance/11111111-2222-3333-4444-555555555555`,
  phoneNumbers: { general: { arn: `${arn}:phone-number/66666666-7777-8888-9999-000000000000` } },
});

describe('the permissions of roles', () => {
  it('names the resource types that each action requires, and no other resource', async () => {
    expect(await faultsOfGrants(template)).toEqual([]);
    expect(await faultsOfGrants(given)).toEqual([]);
  });

  const contact = `${arn}:instance/i/contact/*`;
  it.each([
    [
      'connect:GetContactMetrics',
      [contact],
      'connect:GetContactMetrics needs a resource of the type instance',
    ],
    ['connect:GetContactMetrics', [`${arn}:instance/i`], 'needs a resource of the type contact'],
    ['connect:StartTaskContact', [contact], 'needs a resource of the type contact-flow'],
    ['connect:StartOutboundVoiceContact', [contact], 'needs the resource *'],
    ['connect:StartOutboundVoiceContact', [contact], `no action of the statement uses ${contact}`],
    [
      'dynamodb:ListStreams',
      ['arn:aws:dynamodb:eu-central-1:123456789012:table/t/stream/l'],
      'needs the resource *',
    ],
    ['dynamodb:PutItem', ['*'], 'dynamodb:PutItem could name its resource'],
    ['dynamodb:PutItem', ['arn:aws:s3:::b'], 'needs a resource of the type table'],
    ['s3:GetObject', ['arn:aws:s3:::b'], 's3:GetObject needs a resource of the type'],
    ['s3:ListBucket', ['arn:aws:s3:::b/*'], 's3:ListBucket needs a resource of the type'],
    [
      'ses:SendRawEmail',
      ['arn:aws:ses:eu-central-1:123456789012:configuration-set/c'],
      'of the type identity',
    ],
    ['sqs:SendMessages', ['arn:aws:sqs:eu-central-1:123456789012:q'], 'sqs:SendMessages does not exist'],
  ])('would be found wrong: %s on %j', async (Action, Resource, fault) => {
    const statement: Statement = { Effect: 'Allow', Action, Resource };
    expect(await faultsOfStatement(template, statement)).toContainEqual(expect.stringContaining(fault));
  });
});

/** Requests that adapters sign themselves, because the client of the SDK would make bundles too large. */
const SIGNED_BY_HAND = {
  'connect:GetContactMetrics': ['connect-queue-places.ts', '/metrics/contact'],
  'ses:SendEmail': ['ses-large-mail.ts', '/v2/email/outbound-emails'],
} as const;

describe('a granted action', () => {
  const granted = actionsByFunction(template);
  let bundled: ReadonlyMap<string, ReadonlySet<string>>;
  beforeAll(() => {
    bundled = bundledActions([...granted.keys()]);
  });

  it('is used: by a command in the bundle of the function, or by a service with its role', () => {
    const byServices = new Set(
      waysOf(template)
        .flatMap(({ rights }) => rights.filter(({ through }) => through === 'role'))
        .map(({ action }) => action),
    );
    for (const [name, actions] of granted)
      for (const action of actions)
        expect(
          byServices.has(action) ||
            tableActions().has(action) ||
            action in SIGNED_BY_HAND ||
            bundled.get(name)?.has(action),
          `${name}: ${action}`,
        ).toBe(true);
  });

  it('would be found unused', () => {
    for (const action of ['dynamodb:Scan', 'dynamodb:ConditionCheckItem'])
      expect(tableActions()).not.toContain(action);
    expect(bundled.get('mail/mail-sweep')).not.toContain('secretsmanager:GetSecretValue');
    expect(bundled.get('outreach/dial')).toContain('connect:StartOutboundVoiceContact');
  });

  it('for adding to counters belongs exactly to the functions that count workloads', () => {
    const holders = [...granted].filter(([, actions]) => actions.has('dynamodb:UpdateItem'));
    expect(holders.map(([name]) => name).sort()).toEqual(['cases/assign', 'cases/recount']);
  });

  it('for hiding messages belongs exactly to the functions that hide them', () => {
    const ACTION = 'sqs:ChangeMessageVisibility';
    const holders = [...granted].filter(([, actions]) => actions.has(ACTION)).map(([name]) => name);
    const users = [...bundled].filter(([, actions]) => actions.has(ACTION)).map(([name]) => name);
    expect(holders.sort()).toEqual(users.sort());
  });

  it.each(Object.entries(SIGNED_BY_HAND))('%s is signed by hand', (_, [file, path]) => {
    expect(readFileSync(new URL(`../../shared/adapters/aws/${file}`, import.meta.url), 'utf8')).toContain(
      path,
    );
  });
});
