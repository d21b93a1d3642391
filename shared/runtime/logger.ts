import { errorFields, type Fields, maskFields } from './log-fields.ts';

export const levels = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof levels)[number];

/**
 * One line of JSON a message: a stable code to search and alarm on, a fixed sentence for people, and
 * fields for what varies. Values never go into the sentence.
 */
export interface Logger {
  debug(code: string, sentence: string, fields?: Fields): void;
  info(code: string, sentence: string, fields?: Fields): void;
  warn(code: string, sentence: string, fields?: Fields): void;
  /** `error`, when there is one, is told by name, code and stack; never by its message. */
  error(code: string, sentence: string, error?: unknown, fields?: Fields): void;
  /** The same logger whose every line also carries these fields: ids that tie lines together. */
  child(fields: Fields): Logger;
}

export interface LoggerOptions {
  /** `<capability>/<function>`. */
  readonly service: string;
  readonly level?: Level;
  readonly write?: (line: string) => void;
  readonly now?: () => number;
}

const toStdout = (line: string): void => {
  process.stdout.write(line);
};

/** A logger of JSON lines that masks personal data by field name and by pattern. */
export function createLogger({
  service,
  level = 'info',
  write = toStdout,
  now = Date.now,
}: LoggerOptions): Logger {
  const least = levels.indexOf(level);

  const withFields = (shared: Fields): Logger => {
    const log = (at: Level, code: string, sentence: string, fields: Fields): void => {
      if (levels.indexOf(at) < least) return;
      const line = { time: new Date(now()).toISOString(), level: at, service, code, message: sentence };
      write(`${JSON.stringify({ ...maskFields({ ...shared, ...fields }), ...line })}\n`);
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
      child: (fields) => withFields({ ...shared, ...fields }),
    };
  };
  return withFields({});
}
