import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import { sendingShare } from './consumers.ts';
import type { MailOut } from './mail-out.ts';
import { periodicFunction } from './periodic-function.ts';
import type { Platform } from './platform.ts';

export interface ReportsProps {
  readonly table: CaseTable;
  readonly mailOut: MailOut;
}

/** Every minute, send the reports of the figures that are due or asked for. */
export class Reports extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, { table, mailOut }: ReportsProps) {
    super(scope, id);
    periodicFunction(this, platform, {
      id: 'Send',
      service: 'reports/send-reports',
      variables: {
        TABLE_NAME: table.use('write'),
        CONFIGURATION_SET: mailOut.sending(),
        MAILS_PER_SECOND: String(sendingShare(platform.stage)),
      },
      // The pictures are drawn in WebAssembly, which needs room for the typeface.
      memoryMiB: 1024,
      timeout: Duration.minutes(5),
      at: 'rate(1 minute)',
      description: 'sends the reports of the figures',
      missed: {
        impact: 'Supervisors and leadership do not receive the reports that are due.',
        remedy: 'The next run sends what is still due. Fix the function, then delete the messages.',
      },
    });
  }
}
