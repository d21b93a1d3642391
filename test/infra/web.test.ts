import { describe, expect, it } from 'vitest';
import { refersTo, synthesise } from './synthesise.ts';

const { resources, ofType, template } = synthesise();

/** The function behind a route. */
const behind = (integration: unknown): unknown => {
  const [integrationId = ''] = refersTo(integration);
  const [functionId = ''] = refersTo(resources[integrationId]?.Properties.IntegrationUri);
  return resources[functionId]?.Metadata?.['rida:service'];
};

describe('the pages', () => {
  it('of beneficiaries are served apart from the console, which has everything else', () => {
    const routes = ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => [
      Properties.RouteKey,
      behind(Properties.Target),
    ]);
    const methods = ['GET', 'HEAD', 'POST'];
    const expected = [
      ['/s/{proxy+}', 'web/survey'],
      ['/t', 'web/survey'],
      ['/', 'web/console'],
      ['/{proxy+}', 'web/console'],
    ].flatMap(([path, service]) => methods.map((method) => [`${method} ${path}`, service]));
    expect(routes.sort()).toEqual(expected.sort());
  });

  it('are throttled, and logged without what paths carry', () => {
    const [stage] = ofType('AWS::ApiGatewayV2::Stage').map(([, { Properties }]) => Properties);
    expect(stage?.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
    const { Format = '' } = (stage?.AccessLogSettings ?? {}) as { Format?: string };
    expect(Object.values(JSON.parse(Format))).not.toContain('$context.path');
    expect(Format).not.toMatch(/sourceIp|\$context\.path|queryString/u);
  });

  it('let nobody into the console without a second factor, or by signing up', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
    });
    template.resourceCountIs('AWS::Cognito::UserPoolGroup', 3);
  });
});
