const EMBEDDINGS_OVERRIDES_ISOLATES = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Remove the characters that reorder the text after them (embeddings, overrides, isolates: UAX #9). With them
 * `photo\u202Egpj.exe` is displayed as `photoexe.jpg`. Keep the plain marks (LRM, RLM, ALM): ordinary Arabic
 * mail uses them, and they move only punctuation.
 */
export function stripBidiControls(text: string): string {
  return text.replace(EMBEDDINGS_OVERRIDES_ISOLATES, '');
}

/**
 * Wrap foreign text in a first-strong isolate, so that it cannot reorder the sentence around it.
 * @internal exported for tests
 */
export function isolate(text: string): string {
  return `\u2068${stripBidiControls(text)}\u2069`;
}
