import type { Language } from '#events/vocabulary.ts';
import type { Spoken } from '#shared/flow/interpreter.ts';

/** An event in a call that is not speech. Pages translate it. */
type Happening = 'ringing' | 'answered' | 'machine' | 'agent' | 'hold' | 'resume' | 'transfer' | 'left';

/** A line of a transcript: spoken by the centre, keyed or spoken by a person, or an event. */
export type TranscriptLine =
  | { readonly who: 'centre' | 'agent' | 'caller'; readonly text: string; readonly language: Language }
  | { readonly who: 'keys'; readonly text: string }
  | { readonly who: 'event'; readonly text: Happening };

/** The maximum number of lines of a call. A caller may wait for hours. */
const MOST = 500;

/** The transcript of a call, as its pages show it. */
export class Transcript {
  #lines: TranscriptLine[] = [];
  #dropped = 0;

  add(...lines: readonly TranscriptLine[]): void {
    this.#lines.push(...lines);
    const over = this.#lines.length - MOST;
    if (over > 0) {
      this.#lines = this.#lines.slice(over);
      this.#dropped += over;
    }
  }

  heard(spoken: readonly Spoken[]): void {
    this.add(...spoken.map(({ text, language }) => ({ who: 'centre' as const, text, language })));
  }

  get lines(): readonly TranscriptLine[] {
    return this.#lines;
  }

  /** The number of lines that were dropped before the kept ones. */
  get dropped(): number {
    return this.#dropped;
  }

  /** The index of the next line, counted from the start of the call. */
  get next(): number {
    return this.#dropped + this.#lines.length;
  }

  /** Return the speech of people from a line on, as a transcript to store. Empty if none was typed. */
  wordsSince(line: number): string {
    const lines = this.#lines.slice(Math.max(0, line - this.#dropped));
    const spoken = lines.filter(({ who }) => who === 'caller' || who === 'agent');
    return spoken.map(({ who, text }) => `${who}: ${text}`).join('\n');
  }
}
