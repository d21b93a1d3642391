import { defaultSettings } from '#shared/settings/default-settings.ts';

/** What Connect takes as fixed numbers only: a change is heard once the flows are deployed again. */
export interface FlowSettings {
  /** How long a caller may speak after the tone. */
  readonly messageSeconds: number;
  readonly callbackAttempts: number;
  readonly callbackRetryMinutes: number;
}

/** Those a centre starts with. */
export const shippedFlowSettings: FlowSettings = defaultSettings.telephone;
