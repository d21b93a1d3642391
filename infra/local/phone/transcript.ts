import type { Language } from '#events/vocabulary.ts';
import type { Spoken } from '#shared/flow/interpreter.ts';

/** What happened beside the words; pages say it in the reader's language. */
export type Happening =
  | 'ringing'
  | 'answered'
  | 'machine'
  | 'agent'
  | 'hold'
  | 'resume'
  | 'transfer'
  | 'left';

/** One line of what was said or done in a call: spoken by the centre, keyed in or spoken by a person, or done. */
export type TranscriptLine =
  | { readonly who: 'centre' | 'agent' | 'caller'; readonly text: string; readonly language: Language }
  | { readonly who: 'keys'; readonly text: string }
  | { readonly who: 'event'; readonly text: Happening };

/** Lines remembered of a call; somebody may wait for hours. */
const MOST = 500;

/** What was said and done in a call, as its pages show it. */
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

  /** How many lines there have been before those remembered. */
  get dropped(): number {
    return this.#dropped;
  }

  /** The number of the line that comes next, counted from the beginning. */
  get next(): number {
    return this.#dropped + this.#lines.length;
  }

  /** What people said from a line on, as a transcript to keep; empty when nobody typed what they said. */
  wordsSince(line: number): string {
    const lines = this.#lines.slice(Math.max(0, line - this.#dropped));
    const spoken = lines.filter(({ who }) => who === 'caller' || who === 'agent');
    return spoken.map(({ who, text }) => `${who}: ${text}`).join('\n');
  }
}
