import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Flow } from '#shared/flow/flow-language.ts';
import { parseFlow } from '#shared/flow/flow-schema.ts';
import { type ParsedText, parseBytes } from '#shared/flow/json-text.ts';
import type { RuleName } from '#shared/flow/linter.ts';

/** An error in the options or files, printed without a stack. */
export class ToolError extends Error {
  readonly rule: RuleName;

  constructor(message: string, rule: RuleName = 'unreadable') {
    super(message);
    this.rule = rule;
  }
}

function readText(file: string): ParsedText & { readonly ok: true } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new ToolError(`${file}: cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  const parsed = parseBytes(bytes);
  if (!parsed.ok) throw new ToolError(`${file}: ${parsed.message}`);
  return parsed;
}

export const readJson = (file: string): unknown => readText(file).value;

interface Named {
  readonly flow: Flow;
  readonly names: readonly string[];
  /** Keys that an object of the file has twice. */
  readonly repeated: readonly string[];
}

export function readNamed(file: string): Named {
  const { value, repeated } = readText(file);
  const parsed = parseFlow(value);
  if (!parsed.ok) throw new ToolError(`${file}: ${parsed.message}`, parsed.reason);
  const { flow, names } = parsed;
  const own = flow.Metadata?.name;
  return { flow, names: [...names, ...(own === undefined ? [] : [own]), basename(file, '.json')], repeated };
}
