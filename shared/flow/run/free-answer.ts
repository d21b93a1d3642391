/** An answer to a bot or a view: `Refund?order=42&reason=late` → the choice and its fields. */
export interface FreeAnswer {
  readonly choice: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Parse an answer of a script. */
export function freeAnswer(text: string): FreeAnswer {
  const at = text.indexOf('?');
  if (at < 0) return { choice: text, fields: {} };
  return { choice: text.slice(0, at), fields: Object.fromEntries(new URLSearchParams(text.slice(at + 1))) };
}
