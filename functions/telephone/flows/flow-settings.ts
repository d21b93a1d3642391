import { defaultSettings } from '#shared/settings/default-settings.ts';

/** Settings that Connect needs as constants in flows. A change takes effect after the flows are deployed. */
export interface FlowSettings {
  /** The maximum duration of a voice message in seconds. */
  readonly messageSeconds: number;
  readonly callbackAttempts: number;
  readonly callbackRetryMinutes: number;
}

/** The shipped flow settings. */
export const shippedFlowSettings: FlowSettings = defaultSettings.telephone;
