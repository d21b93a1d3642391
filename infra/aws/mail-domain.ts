import { Aws, CfnOutput } from 'aws-cdk-lib';
import { CnameRecord, MxRecord, PublicHostedZone, TxtRecord } from 'aws-cdk-lib/aws-route53';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Platform } from './platform.ts';

/**
 * The domain of the help address, verified and DKIM-signed by SES. Its DNS records are created, or printed as
 * outputs.
 */
export class MailDomain extends Construct {
  readonly identity: EmailIdentity;

  constructor(scope: Construct, id: string, { stage: { domain, hostedZone } }: Platform) {
    super(scope, id);
    const mailServer = `inbound-smtp.${Aws.REGION}.amazonaws.com`;
    const dmarc = 'v=DMARC1; p=quarantine; adkim=r; aspf=r';
    this.identity = new EmailIdentity(this, 'Identity', { identity: Identity.domain(domain) });
    new CfnOutput(this, 'MxRecord', {
      value: `${domain} MX 10 ${mailServer}`,
      description: 'Routes received mail to SES',
    });
    new CfnOutput(this, 'DmarcRecord', { value: `_dmarc.${domain} TXT "${dmarc}"` });
    this.identity.dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(this, `DkimRecord${index + 1}`, { value: `${name} CNAME ${value}` });
    });
    if (!hostedZone) return;
    const zone = PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: hostedZone.id,
      zoneName: hostedZone.name,
    });
    new MxRecord(this, 'Mx', {
      zone,
      recordName: `${domain}.`,
      values: [{ priority: 10, hostName: mailServer }],
    });
    new TxtRecord(this, 'Dmarc', { zone, recordName: `_dmarc.${domain}.`, values: [dmarc] });
    this.identity.dkimRecords.forEach(({ name, value }, index) => {
      new CnameRecord(this, `Dkim${index + 1}`, { zone, recordName: `${name}.`, domainName: value });
    });
  }
}
