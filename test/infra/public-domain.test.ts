import { describe, expect, it } from 'vitest';
import { resolved, synthesise } from './synthesise.ts';

const certificateArn =
  'arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555';
const publicDomain = 'pages.rida.example';
const given = synthesise({ publicDomain, certificateArn });
const zoned = synthesise({ publicDomain, hostedZone: { id: 'Z0123456789ABC', name: 'rida.example' } });
const plain = synthesise();
const outputsOf = ({ outputs }: ReturnType<typeof synthesise>): string =>
  Object.values(outputs)
    .map(({ Value }) => resolved(Value))
    .join('\n');

describe('the own domain of the pages', () => {
  it('is not created unless a stage names it', () => {
    plain.template.resourceCountIs('AWS::ApiGatewayV2::DomainName', 0);
  });

  it('has the given certificate, and its record is printed', () => {
    given.template.resourceCountIs('AWS::CertificateManager::Certificate', 0);
    given.template.hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
      DomainName: publicDomain,
      DomainNameConfigurations: [{ CertificateArn: certificateArn }],
    });
    given.template.resourceCountIs('AWS::Route53::RecordSet', 0);
    expect(outputsOf(given)).toContain(`${publicDomain} CNAME `);
  });

  it('has a certificate that the hosted zone validates, so that no deployment waits for a person', () => {
    zoned.template.hasResourceProperties('AWS::CertificateManager::Certificate', {
      DomainName: publicDomain,
      ValidationMethod: 'DNS',
      DomainValidationOptions: [{ DomainName: publicDomain, HostedZoneId: 'Z0123456789ABC' }],
    });
    zoned.template.hasResourceProperties('AWS::Route53::RecordSet', { Type: 'A', Name: `${publicDomain}.` });
  });

  it('is the only address: of pages, links and the sign-in', () => {
    for (const { template, ofType } of [given, zoned]) {
      template.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
      template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
        CallbackURLs: [`https://${publicDomain}/callback`],
        LogoutURLs: [`https://${publicDomain}`],
      });
      const [settings] = ofType('AWS::Lambda::Function').flatMap(([, { Properties }]) => {
        const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
        return Variables.DEPLOYMENT === undefined ? [] : [resolved(Variables.DEPLOYMENT)];
      });
      expect(JSON.parse(settings ?? '{}')).toMatchObject({
        centre: { publicUrl: `https://${publicDomain}` },
      });
    }
  });
});

describe('the records of the mail domain', () => {
  it('are printed: SPF, DKIM, DMARC, MAIL FROM and MX', () => {
    const printed = outputsOf(plain);
    for (const record of [
      'rida.example MX 10 inbound-smtp.',
      'rida.example TXT "v=spf1 include:amazonses.com ~all"',
      '_dmarc.rida.example TXT "v=DMARC1;',
      'bounce.rida.example MX 10 feedback-smtp.',
      'bounce.rida.example TXT "v=spf1 include:amazonses.com ~all"',
    ])
      expect(printed).toContain(record);
    expect(Object.keys(plain.outputs).filter((id) => id.includes('DkimRecord'))).toHaveLength(3);
  });

  it('do not stop mail before they exist', () => {
    plain.template.hasResourceProperties('AWS::SES::EmailIdentity', {
      MailFromAttributes: { MailFromDomain: 'bounce.rida.example', BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
    });
  });
});
