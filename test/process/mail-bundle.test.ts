import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eml, FROM } from '#test/unit/mail/eml.ts';

const ENTRY = `
  import { readFileSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  import { parseMail } from '#shared/adapters/mail/parse-mail.ts';
  if (isMainThread) {
    const mail = await parseMail(readFileSync(process.argv[2]), { time: Number(process.argv[3]) });
    console.log(JSON.stringify(mail));
  }
`;

describe('the mail reader in one bundled file', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rida-bundle-'));
    await writeFile(join(folder, 'plain.eml'), eml([FROM, 'Subject: hello'], 'from a bundle'));
    await build({
      stdin: { contents: ENTRY, resolveDir: process.cwd(), loader: 'ts' },
      outfile: join(folder, 'index.mjs'),
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'esm',
      banner: {
        js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);",
      },
      logLevel: 'silent',
    });
  });

  afterAll(() => rm(folder, { recursive: true }));

  async function readInBundle(time: number): Promise<unknown> {
    const argv = [join(folder, 'index.mjs'), join(folder, 'plain.eml'), String(time)];
    const { stdout } = await promisify(execFile)(process.execPath, argv);
    return JSON.parse(stdout);
  }

  it('starts itself as the worker, reads a mail and lets the process end', async () => {
    expect(await readInBundle(60_000)).toMatchObject({
      kind: 'parsed',
      subject: 'hello',
      text: 'from a bundle',
    });
  });

  it('gives up on the worker when the time is over', async () => {
    expect(await readInBundle(1)).toMatchObject({ kind: 'unreadable', reason: 'took-too-long' });
  });
});
