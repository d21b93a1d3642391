import type { FlowCall } from '#shared/flow/interpreter.ts';
import { secondsOf } from '#shared/flow/speaking-time.ts';

/** Return the seconds of all prompts since an index, up to the words after which the caller acts. */
export function heardSince(call: FlowCall, from: number, choice?: string): number {
  const spoken = call.spoken.slice(from);
  const last = choice === undefined ? -1 : spoken.findIndex(({ text }) => text.includes(choice));
  if (choice !== undefined && last < 0) throw new Error(`nobody said "${choice}"`);
  return spoken.reduce((sum, { text, language }, at) => {
    if (choice === undefined || at < last) return sum + secondsOf(text, language);
    return at > last ? sum : sum + secondsOf(text.slice(0, text.indexOf(choice) + choice.length), language);
  }, 0);
}
