import { readFile } from 'node:fs/promises';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings, SettingsError } from '#shared/settings/read-settings.ts';
import { StartFailure } from './start-failure.ts';

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new StartFailure(`--settings ${file}: cannot be read (${cause.code ?? 'unknown'})`, { cause });
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StartFailure(`--settings ${file}: is not JSON: ${why}`, { cause });
  }
}

/**
 * Read and validate the settings file before anything starts.
 * @throws StartFailure with the file, each wrong field and its expected value
 */
export async function readOverlay(file: string | undefined): Promise<Readonly<Record<string, unknown>>> {
  if (file === undefined) return {};
  const overlay = await readJson(file);
  try {
    compileRules(readSettings(defaultSettings, overlay));
  } catch (cause) {
    if (!(cause instanceof SettingsError)) throw cause;
    throw new StartFailure(`--settings ${file}: ${cause.message.replaceAll('\n', '; ')}`, { cause });
  }
  return overlay as Readonly<Record<string, unknown>>;
}
