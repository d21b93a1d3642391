import { SettingsError } from './read-settings.ts';

/** As much of a log as is told of settings. */
interface ErrorLog {
  error(code: string, sentence: string, error: unknown, fields?: Readonly<Record<string, unknown>>): void;
}

/** The code in the log by which an alarm knows that stored settings are not in force as written. */
export const SETTINGS_NOT_VALID = 'settings-not-valid';

/** Writes down what is wrong with stored settings, or that they could not be looked up. */
export const logSettings =
  (log: ErrorLog) =>
  (error: Error, version?: number): void => {
    if (error instanceof SettingsError)
      log.error(
        SETTINGS_NOT_VALID,
        'Stored settings are not valid here: what was in force before goes on.',
        error,
        version === undefined ? {} : { settings: version },
      );
    else log.error('settings-out-of-reach', 'Settings could not be looked up: the last known go on.', error);
  };
