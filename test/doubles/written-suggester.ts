import type { Suggester, Suggestion } from '#shared/ports/outside.ts';

/** A suggester that returns a fixed answer for a subject, and records its requests. */
export class WrittenSuggester implements Suggester {
  readonly asked: { readonly subject: string; readonly text: string }[] = [];
  readonly #answers: ReadonlyMap<string, Suggestion>;

  constructor(answers: Readonly<Record<string, Suggestion>>) {
    this.#answers = new Map(Object.entries(answers));
  }

  async suggest(subject: string, text: string, signal?: AbortSignal): Promise<Suggestion | undefined> {
    signal?.throwIfAborted();
    this.asked.push({ subject, text });
    return text.trim() === '' ? undefined : this.#answers.get(subject);
  }
}
