import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { arrows } from './arrows.ts';
import { violations } from './check-arrows.ts';
import { importsOf } from './import-scan.ts';

const read = (folder: string): [string, string][] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return read(path);
    return entry.name.endsWith('.ts') ? [[path, readFileSync(path, 'utf8')] as [string, string]] : [];
  });

const project = new Map(['events', 'shared', 'functions', 'infra'].flatMap(read));

test('every import of the project follows the arrows', () => {
  expect(violations(project, arrows)).toEqual([]);
});

test('every import inside the project leads to a file', () => {
  const missing = [...project].flatMap(([file, text]) =>
    importsOf(file, text)
      .filter(({ target }) => /^(events|shared|functions|infra)\//u.test(target) && target.endsWith('.ts'))
      .filter(({ target }) => !project.has(target))
      .map(({ target }) => `${file} -> ${target}`),
  );
  expect(missing).toEqual([]);
});

test('the scan sees the imports of this project', () => {
  const count = [...project].reduce((sum, [file, text]) => sum + importsOf(file, text).length, 0);
  expect(count).toBeGreaterThan(project.size);
});

describe('the scan', () => {
  test.each([
    ["import { a } from './b.ts';", 'shared/domain/b.ts', false],
    ["import type { A } from '../ports/b.ts';", 'shared/ports/b.ts', true],
    ["import {\n  type A,\n  b,\n} from '#events/x.ts';", 'events/x.ts', false],
    ["import * as z from 'zod';", 'zod', false],
    ["import a, { b } from 'a/b';", 'a/b', false],
    ["import '#infra/aws/app.ts';", 'infra/aws/app.ts', false],
    ["export * from './b.ts';", 'shared/domain/b.ts', false],
    ["export type { A } from './b.ts';", 'shared/domain/b.ts', true],
    ["const later = await import('node:fs');", 'node:fs', false],
    ["let a: import('node:net').Socket;", 'node:net', true],
    ["new Worker(new URL('./w.ts', import.meta.url));", 'shared/domain/w.ts', false],
  ])('finds %j', (text, target, typeOnly) => {
    expect(importsOf('shared/domain/a.ts', text)).toEqual([{ target, typeOnly }]);
  });

  test.each([
    "// import a from 'b';",
    " * import * as z from 'zod'",
    "const from = 'b';",
    'export const a = 1;',
  ])('finds nothing in %j', (text) => {
    expect(importsOf('a.ts', text)).toEqual([]);
  });
});

describe('the arrows forbid', () => {
  test.each([
    ['events/a.ts', "import '#shared/domain/a.ts';"],
    ['events/a.ts', "import 'node:fs';"],
    ['shared/domain/a.ts', "import * as z from 'zod';"],
    ['shared/domain/cases/a.ts', "import type { B } from 'node:buffer';"],
    ['shared/domain/a.ts', "import { b } from '#events/b.ts';"],
    ['shared/domain/a.ts', "import type { B } from '#shared/ports/b.ts';"],
    ['shared/domain/sla/calendar-schema.ts', "import { S3Client } from '@aws-sdk/client-s3';"],
    ['shared/flow/blocks/a.ts', "import * as z from 'zod';"],
    ['shared/flow/a.ts', "import { b } from '#shared/domain/b.ts';"],
    ['shared/ports/a.ts', "import { b } from '#shared/domain/b.ts';"],
    ['shared/ports/a.ts', "import type { B } from '#shared/adapters/table/b.ts';"],
    ['shared/settings/a.ts', "import 'node:fs';"],
    ['shared/adapters/aws/a.ts', "import { b } from '../embedded/b.ts';"],
    ['shared/adapters/embedded/a.ts', "import { b } from '../aws/b.ts';"],
    ['shared/adapters/embedded/a.ts', "import { S3Client } from '@aws-sdk/client-s3';"],
    ['shared/adapters/table/a.ts', "import { S3Client } from '@aws-sdk/client-s3';"],
    ['shared/adapters/aws/a.ts', "import { b } from '#shared/runtime/b.ts';"],
    ['shared/runtime/a.ts', "import { b } from '#shared/adapters/aws/b.ts';"],
    ['shared/runtime/a.ts', "import { b } from '#functions/cases/b.ts';"],
    ['shared/application/a.ts', "import { b } from '#shared/adapters/aws/b.ts';"],
    ['shared/application/a.ts', "import { b } from '#shared/adapters/mail/b.ts';"],
    ['shared/application/a.ts', "import type { B } from '#shared/adapters/table/b.ts';"],
    ['shared/application/a.ts', "import { b } from '#shared/adapters/crypto/b.ts';"],
    ['shared/application/a.ts', "import 'node:crypto';"],
    ['functions/cases/a.ts', "import { b } from '#shared/adapters/mail/b.ts';"],
    ['functions/cases/a.ts', "import type { B } from '#shared/adapters/table/b.ts';"],
    ['functions/cases/a.ts', "import { b } from '#shared/adapters/system-clock.ts';"],
    ['functions/cases/a.function.ts', "import { b } from '#shared/adapters/crypto/b.ts';"],
    ['functions/web/public/a.ts', "import { b } from '#shared/adapters/crypto/b.ts';"],
    ['functions/web/a.ts', "import { b } from '#shared/adapters/crypto/b.ts';"],
    ['functions/cases/a.handler.ts', "import { b } from './b.handler.ts';"],
    ['shared/domain/reports/a.ts', "import type { B } from '#shared/ports/figure-store.ts';"],
    ['shared/ports/a.ts', "import 'node:fs';"],
    ['functions/cases/a.ts', "import { b } from '../sla/b.ts';"],
    ['functions/cases/a.ts', "import { b } from '#shared/adapters/aws/b.ts';"],
    ['functions/cases/a.ts', "import { b } from '#shared/adapters/embedded/b.ts';"],
    ['functions/cases/a.ts', "import { b } from './b.handler.ts';"],
    ['functions/cases/a.handler.ts', "import type { B } from '#infra/aws/b.ts';"],
    ['functions/cases/a.handler.ts', "import { b } from '#shared/adapters/embedded/b.ts';"],
    ['functions/web/shell/a.ts', "import { b } from '../cases/b.ts';"],
    ['functions/web/shell/a.ts', "import type { B } from '../cases/b.ts';"],
    ['functions/web/shell/http/a.ts', "import { b } from '../../public/b.ts';"],
    ['functions/web/shell/a.ts', "import { b } from '../b.ts';"],
    ['functions/web/people/a.ts', "import { b } from '../cases/b.ts';"],
    ['functions/web/public/a.ts', "import type { B } from '../cases/text/b.ts';"],
    ['functions/web/cases/actions/a.ts', "import { b } from '../../workspace/b.ts';"],
    ['functions/web/cases/a.ts', "import { b } from '../console-app.ts';"],
    ['functions/web/somewhere/a.ts', 'export const a = 1;'],
    ['functions/web/a.ts', "import { b } from '../cases/b.ts';"],
    ['functions/cases/a.ts', "import { b } from '#functions/web/shell/b.ts';"],
    ['functions/cases/env.ts', "import { b } from './a.ts';"],
    ['functions/cases/env.ts', "import { b } from '../mail/env.ts';"],
    ['functions/cases/a.ts', "import { b } from '#test/doubles/b.ts';"],
    ['functions/somewhere/a.ts', 'export const a = 1;'],
    ['infra/aws/a.ts', "import { handler } from '#functions/mail/notify-beneficiary.handler.ts';"],
    ['infra/aws/a.ts', "import { b } from '#functions/mail/notify-beneficiary.ts';"],
    ['infra/aws/a.ts', "import { b } from '#functions/mail/notify-beneficiary.function.ts';"],
    ['infra/aws/a.ts', "import { b } from '#shared/adapters/table/state-item.ts';"],
    ['infra/aws/a.ts', "import { b } from '../local/b.ts';"],
    ['infra/aws/a.ts', "import { b } from './deploy-time/b.handler.ts';"],
    ['shared/domain/reports/a.ts', "import { b } from '#shared/ports/figure-store.ts';"],
    ['shared/domain/reports/a.ts', "import type { B } from '#shared/ports/store.ts';"],
    ['infra/local/a.ts', "import { b } from '../aws/rida-stack.ts';"],
    ['infra/local/a.ts', "import { handler } from '#functions/mail/notify-beneficiary.handler.ts';"],
    ['infra/local/a.ts', "const b = await import('#shared/adapters/aws/b.ts');"],
    ['infra/local/a.ts', "import { Stack } from 'aws-cdk-lib';"],
    ['infra/tools/a.ts', "import { b } from '#test/doubles/b.ts';"],
  ])('%s: %s', (file, text) => {
    expect(violations(new Map([[file, text]]), arrows)).toHaveLength(1);
  });
});

describe('the arrows allow', () => {
  test.each([
    ['shared/domain/cases/a.ts', "import type { B } from '#events/b.ts';\nimport { c } from '../c.ts';"],
    ['shared/domain/sla/calendar-schema.ts', "import * as z from 'zod';"],
    ['shared/adapters/aws/a.ts', "import { b } from '../table/b.ts';\nimport 'node:crypto';"],
    ['functions/cases/a.handler.ts', "import { b } from '#shared/adapters/aws/b.ts';"],
    [
      'functions/web/cases/a.ts',
      "import { b } from '../shell/http/b.ts';\nimport { c } from './actions/c.ts';",
    ],
    ['functions/web/console-app.ts', "import { b } from './cases/b.ts';\nimport { c } from './people/c.ts';"],
    ['infra/aws/a.ts', "import { b } from '#functions/web/paths.ts';"],
    ['infra/aws/a.ts', "import { FONTS } from '#functions/web/design/design-files.ts';"],
    ['functions/cases/env.ts', "import { baseEnv } from '#shared/runtime/env.ts';"],
    ['infra/aws/a.ts', "import { environments } from '#functions/mail/env.ts';"],
    ['infra/local/a.ts', "import { assignFunction } from '#functions/cases/assign.function.ts';"],
    ['infra/local/a.ts', "import { flows } from '#functions/telephone/flows/inbound-flows.ts';"],
    ['infra/local/a.ts', "import { notify } from '#functions/mail/notify-beneficiary.ts';"],
  ])('%s: %s', (file, text) => {
    expect(violations(new Map([[file, text]]), arrows)).toEqual([]);
  });
});
