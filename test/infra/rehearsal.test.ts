import { describe, expect, it } from 'vitest';
import type { Asked } from '#infra/rehearsal/aws-call.ts';
import { isWanted } from '#infra/rehearsal/event-filter.ts';
import { isHeld, staleTypes } from '#infra/rehearsal/not-held.ts';
import { Rights } from '#infra/rehearsal/rights.ts';
import { DeployedStack, forMoto, type Synthesised, synthesise } from '#infra/rehearsal/stack.ts';
import { understand } from '#infra/rehearsal/understand.ts';

const synthesised = synthesise();

/** The stack with the logical id of each resource as its name. */
function deployed(stack: Synthesised): DeployedStack {
  const held = Object.entries(stack.resources).filter(([, { Type }]) => isHeld(Type));
  return new DeployedStack(stack, Object.fromEntries(held.map(([id]) => [id, id])), 'http://localhost');
}
const stack = deployed(synthesised);

/** The stack without the statements that mention an action. */
const without = (action: string): DeployedStack =>
  deployed({
    ...synthesised,
    resources: Object.fromEntries(
      Object.entries(synthesised.resources).map(([id, resource]) => {
        const { PolicyDocument } = resource.Properties as {
          PolicyDocument?: { Statement: readonly unknown[] };
        };
        if (!PolicyDocument) return [id, resource];
        const Statement = PolicyDocument.Statement.filter(
          (statement) => !JSON.stringify(statement).includes(action),
        );
        return [id, { ...resource, Properties: { ...resource.Properties, PolicyDocument: { Statement } } }];
      }),
    ),
  });

const requestTo = (service: string, target: string, input: object) => ({
  ...{ method: 'POST', path: '/' },
  headers: {
    authorization: `AWS4-HMAC-SHA256 Credential=function-x/20260101/${stack.region}/${service}/aws4_request, x`,
    'x-amz-target': target,
  },
  body: Buffer.from(JSON.stringify(input)),
});

/** Return the rights that calls of a function miss. */
function missing(of: DeployedStack, service: string, asked: readonly Asked[]): string[] {
  const rights = new Rights(of);
  rights.judge(service, of.functions.get(service)?.role ?? '', asked);
  return [...rights.missing.keys()];
}

const table = stack.functions.get('web/survey')?.environment.TABLE_NAME ?? '';
const getting = (pk: string) =>
  understand(
    requestTo('dynamodb', 'DynamoDB_20120810.GetItem', {
      TableName: table,
      Key: { pk: { S: pk }, sk: { S: 'x' } },
    }),
  );

describe('the rehearsal', () => {
  it('has a reason for each type that moto does not create, and no other', () => {
    expect(staleTypes(new Set(Object.values(synthesised.resources).map(({ Type }) => Type)))).toEqual([]);
    const { Resources } = forMoto(synthesised) as { Resources: Readonly<Record<string, { Type: string }>> };
    expect(Object.values(Resources).some(({ Type }) => !isHeld(Type))).toBe(false);
  });

  it('gives every function the values of its environment', () => {
    expect(stack.functions.size).toBeGreaterThan(35);
    for (const { environment } of stack.functions.values())
      for (const value of Object.values(environment)) expect(value).toBeTypeOf('string');
  });

  it('allows the rights of a role, with the key of the resource', async () => {
    const { asked } = await getting('case#1');
    expect(missing(stack, 'web/console', asked)).toEqual([]);
  });

  it.each([
    ['dynamodb:GetItem', /dynamodb:GetItem/u],
    ['kms:Decrypt', /kms:Decrypt/u],
  ])('names the right %s when its statement is missing', async (action, named) => {
    const { asked } = await getting('case#1');
    expect(missing(without(action), 'web/console', asked).join()).toMatch(named);
  });

  it('decides conditions: a page for visitors reads no digest', async () => {
    expect(missing(stack, 'web/survey', (await getting('case#1')).asked)).toEqual([]);
    expect(missing(stack, 'web/survey', (await getting('digest#1')).asked)).toHaveLength(1);
  });

  it('names an action that a role allows and no call needed', () => {
    const rights = new Rights(stack);
    const role = stack.functions.get('sla/sweep')?.role ?? '';
    expect(rights.unused(new Map([['sla/sweep', role]]))).toContainEqual({
      caller: 'sla/sweep',
      action: 'sqs:SendMessage',
    });
  });

  it.each([
    ['sqs', 'AmazonSQS.SendMessageBatch', { QueueUrl: 'http://x/1/q' }, 'sqs:SendMessage'],
    ['events', 'AWSEvents.PutEvents', { Entries: [{ EventBusName: 'b' }] }, 'events:PutEvents'],
    [
      'secretsmanager',
      'secretsmanager.GetSecretValue',
      { SecretId: 'arn:s' },
      'secretsmanager:GetSecretValue',
    ],
    [
      'dynamodb',
      'DynamoDB_20120810.TransactWriteItems',
      { TransactItems: [{ ConditionCheck: { TableName: 't', Key: { pk: { S: 'a' } } } }] },
      'dynamodb:ConditionCheckItem',
    ],
  ])('understands a request to %s', async (service, target, input, action) => {
    const { asked } = await understand(requestTo(service, target, input));
    expect(asked.map((one) => one.action)).toEqual([action]);
  });

  it.each(['DynamoDB_20120810.Scan', 'DynamoDB_20120810.ExecuteStatement'])('rejects %s', async (target) => {
    await expect(understand(requestTo('dynamodb', target, {}))).rejects.toThrow(/does not know/u);
  });

  it('filters records as Lambda does', () => {
    const data = (value: object) => ({
      kinesis: { data: Buffer.from(JSON.stringify(value)).toString('base64') },
    });
    const events = ['{"data":{"EventType":[{"exists":true}]}}'];
    expect(isWanted(events, data({ EventType: 'LOGIN' }))).toBe(true);
    expect(isWanted(events, data({ ContactId: 'c' }))).toBe(false);
    expect(isWanted([], data({}))).toBe(true);
  });
});
