const EMBEDDINGS_OVERRIDES_ISOLATES = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Removes the characters that reorder what follows them (embeddings, overrides, isolates: UAX #9),
 * with which `photo\u202Egpj.exe` reads `photoexe.jpg`. The plain marks (LRM, RLM, ALM) stay: honest
 * Arabic mail uses them and they move nothing but punctuation.
 */
export function stripBidiControls(text: string): string {
  return text.replace(EMBEDDINGS_OVERRIDES_ISOLATES, '');
}

/** Wraps foreign text in a first-strong isolate, so that it cannot reorder the sentence around it. */
export function isolate(text: string): string {
  return `\u2068${stripBidiControls(text)}\u2069`;
}
