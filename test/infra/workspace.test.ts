import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { workspaceScript } from '#infra/tools/build-workspace.ts';
import { list, refersTo, resolved, synthesise } from './synthesise.ts';

const INSTANCE = 'arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-3333-4444-555555555555';
const { ofType, template } = synthesise();

describe("the agents' app", () => {
  it('is known to the instance, and shown beside each contact', () => {
    template.hasResourceProperties('AWS::AppIntegrations::Application', {
      ApplicationConfig: { ContactHandling: { Scope: 'PER_CONTACT' } },
    });
    const [[id = '', app] = []] = ofType('AWS::AppIntegrations::Application');
    const source = app?.Properties.ApplicationSourceConfig as { ExternalUrlConfig: { AccessUrl: unknown } };
    expect(resolved(source.ExternalUrlConfig.AccessUrl)).toMatch(/\/workspace$/u);
    const associations = ofType('AWS::Connect::IntegrationAssociation').filter(([, { Properties }]) =>
      refersTo(Properties.IntegrationArn).includes(id),
    );
    expect(associations.map(([, { Properties }]) => Properties.IntegrationType)).toEqual(['APPLICATION']);
  });

  it('is for those who take calls', () => {
    const [[, app] = []] = ofType('AWS::AppIntegrations::Application');
    const entitled = ofType('AWS::Connect::SecurityProfile').filter(
      ([, { Properties }]) => list(Properties.Applications ?? []).length > 0,
    );
    expect(entitled.map(([, { Properties }]) => String(Properties.SecurityProfileName)).sort()).toEqual([
      'Rida test agent',
      'Rida test supervisor',
    ]);
    for (const [, { Properties }] of entitled)
      expect(Properties.Applications).toEqual([
        { Namespace: app?.Properties.Namespace, ApplicationPermissions: ['ACCESS'] },
      ]);
  });

  it('is left out where it is not known who may frame it', () => {
    const given = synthesise({ connectInstanceArn: INSTANCE });
    given.template.resourceCountIs('AWS::AppIntegrations::Application', 0);
    const [[, desk] = []] = given
      .ofType('AWS::Lambda::Function')
      .filter(([, { Metadata }]) => Metadata?.['rida:service'] === 'web/console');
    expect(JSON.stringify(desk?.Properties.Environment)).not.toContain('CONNECT_URL');
  });

  it('runs the script its source makes', async () => {
    const kept = new URL('../../functions/web/design/browser/workspace.js', import.meta.url);
    expect(readFileSync(kept, 'utf8')).toBe(await workspaceScript());
  });
});
