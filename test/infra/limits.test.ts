import { describe, expect, it } from 'vitest';
import { list, type Resource, type Template } from '#infra/tools/template/model.ts';
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
    expect(throttleFaults(early)).toEqual(['ANY /figures: the stage does not wait for the route']);
  });
});

const LEAST = 2;
const CALLERS = ['telephone/inbound-flow', 'telephone/survey-flow', 'telephone/outbound-flow'];
const sumOf = (limits: ReadonlyMap<string, number>) =>
  [...limits.values()].reduce((sum, one) => sum + one, 0);

describe('concurrent executions', () => {
  it('of a new account: each source has the least that Lambda accepts, and none is reserved', () => {
    const limits = concurrencyOf(template);
    for (const [service, most] of limits)
      expect(most, service).toBe(
        service === 'relay/relay' || /records|agent-events/u.test(service) ? 1 : LEAST,
      );
    for (const [, { Properties }] of template.ofType('AWS::Lambda::Function'))
      expect(Properties.ReservedConcurrentExecutions).toBeUndefined();
    template.template.resourceCountIs('AWS::Lambda::Alias', 0);
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

  it('are counted: the README states what queues and streams may use', () => {
    expect(sumOf(concurrencyOf(template))).toBeLessThanOrEqual(40);
  });
});
