import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { environments } from '#infra/aws/environments.ts';
import type { FunctionName } from '#shared/runtime/function-name.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const names = Object.keys(environments).sort();
const filesOf = (kind: 'handler' | 'function'): string[] =>
  globSync(`functions/**/*.${kind}.ts`, { cwd: root })
    .map((file) => file.slice('functions/'.length, -`.${kind}.ts`.length))
    .sort();

describe('every function', () => {
  it('has a handler, and every handler is a function', () => {
    expect(filesOf('handler')).toEqual(names);
  });

  it('has a declaration with its name and the environment the stack gives it', async () => {
    expect(filesOf('function')).toEqual(names);
    for (const name of names) {
      const declared: object[] = Object.values(
        await import(/* @vite-ignore */ `${root}functions/${name}.function.ts`),
      );
      expect(declared, name).toMatchObject([{ name }]);
      expect(declared[0], name).toHaveProperty('environment', environments[name as FunctionName]);
    }
  }, 60_000);

  it('starts on Lambda by its declaration, and logs under its name alone', () => {
    const script = fileURLToPath(new URL('start-handlers.ts', import.meta.url));
    const text = execFileSync(process.execPath, ['--disable-proto=delete', script], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: { service: string; requestId: string; code: string }[] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([...new Set(lines.map(({ service }) => service))].sort()).toEqual(names);
    for (const { service, requestId = service } of lines) expect(requestId).toBe(service);
  }, 60_000);
});
