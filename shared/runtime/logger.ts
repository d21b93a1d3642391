import { everyOf } from '#shared/domain/every-of.ts';
import type { Level } from './log-code-entry.ts';
import type { CodeAt } from './log-codes.ts';
import { errorFields, type LogFields, maskFields } from './log-fields.ts';

/** From the least to the most severe. */
export const LEVELS = everyOf<Level>()(['debug', 'info', 'warn', 'error']);

/** The codes that may be logged at each level. */
export type CodesByLevel = Readonly<Record<Level, string>>;

/** The codes of `log-codes.ts`. */
export type RidaCodes = { readonly [L in Level]: CodeAt<L> };

/**
 * Writes one line of JSON for each call: a stable code to search and alarm on, a fixed sentence for people,
 * and fields for the values. Values are never part of the sentence.
 */
export interface Logger<Codes extends CodesByLevel = RidaCodes> {
  debug(code: Codes['debug'], sentence: string, fields?: LogFields): void;
  info(code: Codes['info'], sentence: string, fields?: LogFields): void;
  warn(code: Codes['warn'], sentence: string, fields?: LogFields): void;
  /** Logs the name, code and stack of `error`, but not its message: messages may quote personal data. */
  error(code: Codes['error'], sentence: string, error?: unknown, fields?: LogFields): void;
  /** Returns a logger that adds these fields to every line, such as the ids of an invocation. */
  child(fields: LogFields): Logger<Codes>;
  /** Returns a logger whose lines carry another `service`. */
  withService(service: string): Logger<Codes>;
}

export interface LoggerOptions {
  /** `<capability>/<function>`. */
  readonly service: string;
  readonly level?: Level;
  readonly write?: (line: string, level: Level) => void;
  readonly now?: () => number;
}

const toStdout = (line: string): void => {
  process.stdout.write(line);
};

/** Creates a logger of JSON lines that masks personal data by field name and by pattern. */
export function createLogger<Codes extends CodesByLevel = RidaCodes>({
  service,
  level = 'info',
  write = toStdout,
  now = Date.now,
}: LoggerOptions): Logger<Codes> {
  const least = LEVELS.indexOf(level);

  const withFields = (shared: LogFields, service: string): Logger<Codes> => {
    const log = (at: Level, code: string, sentence: string, fields: LogFields): void => {
      if (LEVELS.indexOf(at) < least) return;
      const line = { time: new Date(now()).toISOString(), level: at, service, code, message: sentence };
      write(`${JSON.stringify({ ...maskFields({ ...shared, ...fields }), ...line })}\n`, at);
    };
    return {
      debug: (code, sentence, fields = {}) => log('debug', code, sentence, fields),
      info: (code, sentence, fields = {}) => log('info', code, sentence, fields),
      warn: (code, sentence, fields = {}) => log('warn', code, sentence, fields),
      error: (code, sentence, error, fields = {}) =>
        log(
          'error',
          code,
          sentence,
          error === undefined ? fields : { ...fields, failure: errorFields(error) },
        ),
      child: (fields) => withFields({ ...shared, ...fields }, service),
      withService: (name) => withFields(shared, name),
    };
  };
  return withFields({}, service);
}
