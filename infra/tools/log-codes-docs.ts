import type { LogCodeEntry } from '#shared/runtime/log-code-entry.ts';
import { logCodes } from '#shared/runtime/log-codes.ts';

const row = ([code, { level, alarm, meaning, action }]: [string, LogCodeEntry]): string =>
  `| \`${code}\` | ${level} | ${alarm ? 'yes' : ''} | ${meaning} | ${action} |`;

/** Return the text of `infra/aws/LOG-CODES.md`. Errors are first, then warnings. */
export function logCodesTable(): string {
  const order = ['error', 'warn', 'info', 'debug'];
  const entries = Object.entries<LogCodeEntry>(logCodes).sort(
    ([first, a], [second, b]) => order.indexOf(a.level) - order.indexOf(b.level) || (first < second ? -1 : 1),
  );
  return `${[
    '# Log codes',
    '',
    'Written by `npm run log-codes:build` from `shared/runtime/log-codes.ts`; do not edit.',
    '',
    'Each log line is one JSON object: `time`, `level`, `service` (the function), `code`, `message`, and fields',
    'with ids and counts. Lines of one request have the same `requestId`; lines about one event have the same',
    '`correlationId`. Codes are stable: search for the code, not for the message.',
    '',
    '- On AWS: open CloudWatch Logs Insights, select the log groups of the stack, and run',
    '  `filter code = "message-failed" | fields @timestamp, service, requestId, failure.error, failure.stack.0`.',
    '- On one computer: `npm start` prints warnings and errors to stderr; `npm start -- --verbose` prints all lines.',
    '- Codes with an alarm are counted by a CloudWatch metric. The description of each alarm starts with the impact.',
    '',
    '| code | level | alarm | meaning | action |',
    '| --- | --- | --- | --- | --- |',
    ...entries.map(row),
    '',
  ].join('\n')}`;
}
