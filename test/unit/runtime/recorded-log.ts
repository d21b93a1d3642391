import { createLogger, type Level, type Logger } from '#shared/runtime/logger.ts';

export interface RecordedLog {
  readonly logger: Logger;
  /** Everything written, as it was written. */
  text(): string;
  lines(): Record<string, unknown>[];
  codes(): unknown[];
}

/** A logger that keeps its lines for a test to read. */
export function recordedLog(level: Level = 'debug'): RecordedLog {
  const written: string[] = [];
  const lines = (): Record<string, unknown>[] => written.map((line) => JSON.parse(line));
  return {
    logger: createLogger({
      service: 'test/function',
      level,
      write: (line) => void written.push(line),
      now: () => 0,
    }),
    text: () => written.join(''),
    lines,
    codes: () => lines().map(({ code }) => code),
  };
}
