import { describe, expect, it } from 'vitest';
import { ROLES } from '#shared/domain/staff/role.ts';
import { refersTo, synthesise } from './synthesise.ts';

const { resources, ofType, template } = synthesise();

/** Return the function of a route. */
const behind = (integration: unknown): unknown => {
  const [integrationId = ''] = refersTo(integration);
  const [functionId = ''] = refersTo(resources[integrationId]?.Properties.IntegrationUri);
  return resources[functionId]?.Metadata?.['rida:service'];
};

describe('the pages', () => {
  it('of beneficiaries, the settings and the figures are served apart from the console, which has everything else', () => {
    const routes = ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => [
      Properties.RouteKey,
      behind(Properties.Target),
    ]);
    const expected = [
      ['/s/{proxy+}', 'web/survey'],
      ['/t', 'web/survey'],
      ['/s/d/{proxy+}', 'web/departments'],
      ['/search', 'web/people'],
      ['/people/{proxy+}', 'web/people'],
      ['/absence', 'web/people'],
      ['/absence/{proxy+}', 'web/people'],
      ['/settings', 'web/settings'],
      ['/settings/{proxy+}', 'web/settings'],
      ['/investors', 'web/investors'],
      ['/investors/{proxy+}', 'web/investors'],
      ['/calls-out', 'web/outreach'],
      ['/calls-out/{proxy+}', 'web/outreach'],
      ['/figures', 'web/figures'],
      ['/figures/{proxy+}', 'web/figures'],
      ['/quality', 'web/quality'],
      ['/quality/{proxy+}', 'web/quality'],
      ['/calls', 'web/calls'],
      ['/calls/{proxy+}', 'web/calls'],
      ['/', 'web/console'],
      ['/{proxy+}', 'web/console'],
    ].map(([path, service]) => [`ANY ${path}`, service]);
    expect(routes.sort()).toEqual(expected.sort());
  });

  it('of staff share one sign-in, and the settings get no files', () => {
    const variablesOf = (service: string) =>
      ofType('AWS::Lambda::Function')
        .filter(([, { Metadata }]) => Metadata?.['rida:service'] === service)
        .map(([, { Properties }]) => Properties.Environment as { Variables: Record<string, unknown> })[0]
        ?.Variables;
    const [desk, settings] = [variablesOf('web/console'), variablesOf('web/settings')];
    expect(desk).toHaveProperty('OIDC_SECRET_ID');
    for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_SECRET_ID', 'PUBLIC_URL', 'SIGNING_KEY_ID'])
      expect(settings?.[name], name).toEqual(desk?.[name]);
    expect(settings).not.toHaveProperty('BLOB_BUCKET');
  });

  it('are logged without what paths carry', () => {
    const [stage] = ofType('AWS::ApiGatewayV2::Stage').map(([, { Properties }]) => Properties);
    const { Format = '' } = (stage?.AccessLogSettings ?? {}) as { Format?: string };
    expect(Object.values(JSON.parse(Format))).not.toContain('$context.path');
    expect(Format).not.toMatch(/sourceIp|\$context\.path|queryString/u);
  });

  it('reject a sign-in to the console without a second factor, and self-registration', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
    const groups = Object.values(template.findResources('AWS::Cognito::UserPoolGroup'));
    expect(groups.map(({ Properties }) => Properties.GroupName).sort()).toEqual([...ROLES].sort());
  });
});
