import { CfnOutput } from 'aws-cdk-lib';
import { DomainName } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { ARecord, PublicHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import type { StageSettings } from './stage.ts';

export interface PublicDomainProps {
  readonly name: string;
  readonly hostedZone: StageSettings['hostedZone'];
  readonly certificateArn: string | undefined;
}

/**
 * The own domain of the pages. Its certificate exists, or is validated by DNS records in the hosted zone, so
 * that a deployment never waits for a validation by hand. The record of the domain is created in the zone, or
 * printed.
 */
export class PublicDomain extends Construct {
  readonly domain: DomainName;

  constructor(scope: Construct, id: string, { name, hostedZone, certificateArn }: PublicDomainProps) {
    super(scope, id);
    const zone =
      hostedZone &&
      PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
        hostedZoneId: hostedZone.id,
        zoneName: hostedZone.name,
      });
    const certificate =
      certificateArn === undefined
        ? new Certificate(this, 'Certificate', {
            domainName: name,
            validation: CertificateValidation.fromDns(zone),
          })
        : Certificate.fromCertificateArn(this, 'Certificate', certificateArn);
    this.domain = new DomainName(this, 'Name', {
      domainName: name,
      // The type declarations of the CDK do not compile with exactOptionalPropertyTypes.
      certificate: certificate as ICertificate,
    });
    const { regionalDomainName, regionalHostedZoneId } = this.domain;
    new CfnOutput(this, 'Record', {
      value: `${name} CNAME ${regionalDomainName}`,
      description: 'Routes the address of the pages to API Gateway',
    });
    if (!zone) return;
    new ARecord(this, 'Address', {
      zone,
      recordName: `${name}.`,
      target: RecordTarget.fromAlias(
        new ApiGatewayv2DomainProperties(regionalDomainName, regionalHostedZoneId),
      ),
    });
  }
}
