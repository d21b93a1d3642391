import { describe, expect, it } from 'vitest';
import { READER_CONCURRENCY } from '#infra/aws/concurrency.ts';
import { roleStatements } from '#infra/tools/template/access.ts';
import { fedQueues } from '#infra/tools/template/fed-queues.ts';
import { list, type Resource, refersTo, type Template } from '#infra/tools/template/model.ts';
import { roleOf } from '#infra/tools/template/ways/kind.ts';
import { faultsOf, waysOf } from '#infra/tools/template/ways/ways.ts';
import { concurrencyOf, throttleFaults } from './limits.ts';
import { synthesise } from './synthesise.ts';

const template = synthesise();
const [stageId = '', stage] = template.ofType('AWS::ApiGatewayV2::Stage')[0] ?? [];
const withStage = (change: Partial<Resource>): Template => ({
  ...template,
  resources: { ...template.resources, [stageId]: { ...(stage as Resource), ...change } },
});
const withRates = (rates: object): Template =>
  withStage({ Properties: { ...stage?.Properties, RouteSettings: rates } });
const rates = stage?.Properties.RouteSettings as Readonly<Record<string, object>>;

describe('request rates', () => {
  it('are set for each route, and lower for visitors than for staff', () => {
    expect(throttleFaults(template)).toEqual([]);
    expect(rates['ANY /s/{proxy+}']).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
    expect(rates['ANY /{proxy+}']).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
  });

  it('would be missed, shared or too early', () => {
    const { 'ANY /t': _, ...others } = rates;
    expect(throttleFaults(withRates(others))).toEqual(['ANY /t: no rate of its own']);
    const shared = { ...rates, 'ANY /t': { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 } };
    expect(throttleFaults(withRates(shared))).toEqual(['ANY /t: visitors may use the rate of staff']);
    const early = withStage({
      DependsOn: list(stage?.DependsOn ?? []).filter((id) => !/figures/iu.test(id)),
    });
    expect(throttleFaults(early)).toEqual([
      'ANY /figures: the stage does not wait for the route',
      'ANY /figures/{proxy+}: the stage does not wait for the route',
    ]);
  });
});

const CALLERS = ['telephone/inbound-flow', 'telephone/survey-flow', 'telephone/outbound-flow'];
const sumOf = (limits: ReadonlyMap<string, number>) =>
  [...limits.values()].reduce((sum, one) => sum + one, 0);

describe('concurrent executions', () => {
  it('of a new account: background work has at most 8 of 10, and none is reserved', () => {
    const limits = concurrencyOf(template);
    // The streams have one each; one function reads all queues.
    expect([...limits].sort()).toEqual([
      ['relay/deliver', READER_CONCURRENCY],
      ['relay/relay', 1],
      ['telephone/agent-events', 1],
      ['telephone/contact-records', 1],
    ]);
    expect(sumOf(limits)).toBeLessThanOrEqual(8);
    for (const [, { Properties }] of template.ofType('AWS::Lambda::Function'))
      expect(Properties.ReservedConcurrentExecutions).toBeUndefined();
    template.template.resourceCountIs('AWS::Lambda::Alias', 0);
  });

  it('of a new account would be too many with one more queue that Lambda reads', () => {
    const [[worker = ''] = []] = template.ofType('AWS::Lambda::Function');
    const mapping: Resource = {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { FunctionName: { Ref: worker }, ScalingConfig: { MaximumConcurrency: 2 } },
    };
    const more = { ...template, resources: { ...template.resources, Mapping: mapping } };
    expect(sumOf(concurrencyOf(more))).toBeGreaterThan(8);
  });

  it('of the shared reader: its role may invoke the functions of its queues, and these read no queue', () => {
    const fed = fedQueues(template);
    const [reader = ''] = fed.map((one) => one.reader);
    const statementsOf = (id: string) =>
      roleStatements(template, roleOf(template, id)).map(({ statement }) => statement);
    const invoked = statementsOf(reader)
      .filter(({ Action }) => list(Action).includes('lambda:InvokeFunction'))
      .flatMap((statement) => refersTo(statement.Resource));
    expect(invoked.sort()).toEqual(fed.map(({ worker }) => worker).sort());
    for (const { worker } of fed)
      for (const { Action } of statementsOf(worker)) expect(list(Action)).not.toContain('sqs:ReceiveMessage');
  });

  it('of the shared reader: the longest names of its queues and functions fit into 4 KB of variables', () => {
    const fed = fedQueues(template);
    const [reader = ''] = fed.map((one) => one.reader);
    const { Properties } = template.resources[reader] as Resource;
    const { FEEDS: _, ...others } = (Properties.Environment as { Variables: { FEEDS: unknown } }).Variables;
    // CloudFormation shortens the names of queues to 80 characters and those of functions to 64.
    expect(fed.length * (80 + 64 + ' 10,'.length + 1) + JSON.stringify(others).length).toBeLessThan(4096);
  });

  it('of an account with a higher quota: callers have a reservation, and all others fit beside it', () => {
    const lambdaConcurrency = 1000;
    const large = synthesise({ lambdaConcurrency, callerConcurrency: 50, warmCallers: 1 });
    const reserved = large
      .ofType('AWS::Lambda::Function')
      .filter(([, { Properties }]) => Properties.ReservedConcurrentExecutions === 50)
      .map(([, { Metadata }]) => String(Metadata?.['rida:service']));
    expect(reserved.sort()).toEqual([...CALLERS].sort());
    expect(sumOf(concurrencyOf(large)) + 3 * 50).toBeLessThan(lambdaConcurrency - 100);
    large.template.resourcePropertiesCountIs(
      'AWS::Lambda::Alias',
      { ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 } },
      3,
    );
    expect(faultsOf(waysOf(large))).toEqual([]);
  });
});
