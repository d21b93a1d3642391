import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { logCodesTable } from '#infra/tools/log-codes-docs.ts';
import { type LogCodeEntry, NO_ACTION } from '#shared/runtime/log-code-entry.ts';
import { type AlarmCode, type CodeAt, type LogCode, logCodes } from '#shared/runtime/log-codes.ts';
import type { Logger } from '#shared/runtime/logger.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const entries = Object.entries<LogCodeEntry>(logCodes);

/** Return the codes that a source text logs or declares: a call of the logger, a `code` field, a constant. */
const codesIn = (text: string): string[] =>
  [...text.matchAll(/(?:\.(?:debug|info|warn|error)\(\s*|\bcode(?::| =) |\b[A-Z_]+ = )'([a-z-]+)'/gu)].map(
    ([, code = '']) => code,
  );

const textsIn = (pattern: string): string[] =>
  globSync(pattern, { cwd: root })
    .filter((file) => !file.endsWith('log-codes.ts'))
    .map((file) => readFileSync(`${root}${file}`, 'utf8'));

describe('the scan of the sources', () => {
  it.each([
    ["logger.info('swept', 'Swept.')", ['swept']],
    ["own.error(\n  'record-failed',\n  'It failed.')", ['record-failed']],
    ["readonly code = 'message-unreadable';", ['message-unreadable']],
    ["export const SETTINGS_NOT_VALID = 'settings-not-valid';", ['settings-not-valid']],
    ["log: { code: 'ticked', message: 'A timer.' }", ['ticked']],
    ["return 'swept'; const state = { status: 'assigned' };", []],
  ])('finds the codes of %s', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });
});

describe('the log codes', () => {
  it('are all logged', () => {
    const logged = new Set(textsIn('{functions,shared,infra/local}/**/*.{ts,tsx}').flatMap(codesIn));
    expect(entries.map(([code]) => code).filter((code) => !logged.has(code))).toEqual([]);
  });

  it('are all that a logger accepts, each at its own level', () => {
    expectTypeOf<Parameters<Logger['info']>[0]>().toEqualTypeOf<CodeAt<'info'>>();
    expectTypeOf<Parameters<Logger['error']>[0]>().toEqualTypeOf<CodeAt<'error'>>();
    expectTypeOf<'swept'>().toExtend<CodeAt<'info'>>();
    expectTypeOf<'swept'>().not.toExtend<CodeAt<'error'>>();
    expectTypeOf<'no-such-code'>().not.toExtend<LogCode>();
  });

  it('have an alarm where they say so', () => {
    const alarms = new Set(
      textsIn('infra/aws/*.ts').flatMap((text) => text.match(/(?<=')[a-z-]+(?=')/gu) ?? []),
    );
    const constants = new Set(['settings-not-valid']);
    const alarmed = entries.filter(([, { alarm }]) => alarm).map(([code]) => code);
    expect(alarmed.filter((code) => !alarms.has(code) && !constants.has(code))).toEqual([]);
    expectTypeOf<'invocation-failed'>().not.toExtend<AlarmCode>();
  });

  it.each(entries)('%s says what happened in whole sentences', (_code, { meaning }) => {
    expect(meaning).toMatch(/^[A-Z`].{15,}\.$/u);
  });

  it.each(entries)('%s says what an operator does', (_code, { level, action }) => {
    if (level === 'info' || level === 'debug') expect(action).toBe(NO_ACTION);
    else expect(action).toMatch(/^[A-Z](?=.*`).{40,}\.$/u);
  });
});

it('the table of log codes is current', () => {
  const kept = readFileSync(`${root}infra/aws/LOG-CODES.md`, 'utf8');
  expect(kept, 'run npm run log-codes:build').toBe(logCodesTable());
});
