import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Physical } from './values.ts';

/** A running moto with one stack. */
export interface Moto {
  readonly url: string;
  /** The value of `Ref` of each resource, by logical id. */
  readonly physical: Physical;
  /** Return the last error that moto wrote. */
  lastError(): string;
  close(): void;
}

interface Started {
  readonly url: string;
  readonly status: string;
  readonly resources: Physical;
}

const SCRIPT = fileURLToPath(new URL('moto_server.py', import.meta.url));

/**
 * Start moto and create a stack from a template.
 *
 * @throws Error when Python or moto is missing, or moto rejects the template
 */
export async function startMoto(template: object, region: string): Promise<Moto> {
  const folder = mkdtempSync(join(tmpdir(), 'rida-rehearsal-'));
  const file = join(folder, 'template.json');
  writeFileSync(file, JSON.stringify(template));
  const python = spawn('python3', [SCRIPT, file, region], { stdio: ['pipe', 'pipe', 'pipe'] });
  const errors: string[] = [];
  python.stderr.on('data', (text: Buffer) => errors.push(text.toString()));
  const first = await new Promise<string | undefined>((resolve) => {
    createInterface(python.stdout).once('line', resolve);
    python.once('error', () => resolve(undefined));
    python.once('close', () => resolve(undefined));
  });
  rmSync(folder, { recursive: true, force: true });
  if (first === undefined) {
    const text = errors.join('');
    const missing = text === '' || text.includes('ModuleNotFoundError');
    throw new Error(
      missing
        ? `moto is missing: pip install "moto[server]"\n${text}`
        : `moto did not create the stack:\n${text}`,
    );
  }
  const { url, status, resources } = JSON.parse(first) as Started;
  if (status !== 'CREATE_COMPLETE') throw new Error(`moto did not create the stack: ${status}`);
  const lastError = () => errors.join('').trim().split('\n').slice(-6).join('\n');
  return { url, physical: resources, lastError, close: () => python.stdin.end() };
}
