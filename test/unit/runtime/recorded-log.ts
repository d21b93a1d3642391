import type { Level } from '#shared/runtime/log-code-entry.ts';
import { type CodesByLevel, createLogger, type Logger, type RidaCodes } from '#shared/runtime/logger.ts';

export interface RecordedLog<Codes extends CodesByLevel> {
  readonly logger: Logger<Codes>;
  /** All output, unchanged. */
  text(): string;
  lines(): Record<string, unknown>[];
  codes(): unknown[];
}

/** A logger that records its lines for a test. */
export function recordedLog<Codes extends CodesByLevel = RidaCodes>(
  level: Level = 'debug',
): RecordedLog<Codes> {
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
