import type { AlarmCode } from '#shared/runtime/log-codes.ts';
import type { Logger } from '#shared/runtime/logger.ts';
import { SettingsError } from './read-settings.ts';

/** The log code of stored settings that fail validation. An alarm counts it. */
export const SETTINGS_NOT_VALID = 'settings-not-valid' satisfies AlarmCode;

/** Returns a callback that logs why settings are not valid, or that they could not be read. */
export const logSettings =
  (log: Pick<Logger, 'error'>) =>
  (error: Error, version?: number): void => {
    if (error instanceof SettingsError)
      log.error(
        SETTINGS_NOT_VALID,
        'Stored settings are not valid. The last valid settings stay in force.',
        error,
        version === undefined ? {} : { settings: version },
      );
    else
      log.error(
        'settings-out-of-reach',
        'Settings could not be read. The last loaded settings stay in force.',
        error,
      );
  };
