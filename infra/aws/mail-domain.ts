import { Aws, CfnOutput } from 'aws-cdk-lib';
import { CnameRecord, MxRecord, PublicHostedZone, TxtRecord } from 'aws-cdk-lib/aws-route53';
import { EmailIdentity, Identity, MailFromBehaviorOnMxFailure } from 'aws-cdk-lib/aws-ses';
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
    // The domain of the envelope, so that SPF and DMARC agree with the address in From.
    const mailFrom = `bounce.${domain}`;
    const bounceServer = `feedback-smtp.${Aws.REGION}.amazonses.com`;
    const spf = 'v=spf1 include:amazonses.com ~all';
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      mailFromDomain: mailFrom,
      // Until its records exist, SES uses its own domain and sends.
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    });
    new CfnOutput(this, 'SpfRecord', {
      value: `${domain} TXT "${spf}"`,
      description: 'Add include:amazonses.com to an SPF record that exists',
    });
    new CfnOutput(this, 'MailFromMxRecord', { value: `${mailFrom} MX 10 ${bounceServer}` });
    new CfnOutput(this, 'MailFromSpfRecord', { value: `${mailFrom} TXT "${spf}"` });
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
    new MxRecord(this, 'MailFromMx', {
      zone,
      recordName: `${mailFrom}.`,
      values: [{ priority: 10, hostName: bounceServer }],
    });
    new TxtRecord(this, 'MailFromSpf', { zone, recordName: `${mailFrom}.`, values: [spf] });
    this.identity.dkimRecords.forEach(({ name, value }, index) => {
      new CnameRecord(this, `Dkim${index + 1}`, { zone, recordName: `${name}.`, domainName: value });
    });
  }
}
