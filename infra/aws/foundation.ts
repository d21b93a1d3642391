import { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Encryption } from './encryption.ts';
import type { StageSettings } from './stage.ts';
import { Tracing } from './tracing.ts';

/** What every construct of Rida stands on. */
export class Foundation extends Construct {
  readonly stage: StageSettings;
  readonly keys: Encryption;
  readonly alarms: Alarms;
  readonly tracing: Tracing;

  constructor(scope: Construct, id: string, stage: StageSettings) {
    super(scope, id);
    this.stage = stage;
    this.keys = new Encryption(this, 'Keys');
    this.alarms = new Alarms(this, 'Alarms', {
      email: stage.alarmEmail,
      key: this.keys.transit,
      name: stage.name,
    });
    this.tracing = new Tracing(this, 'Tracing');
  }
}
