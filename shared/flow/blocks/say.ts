import { action, asShipped, type Block } from './block.ts';
import { type Prompt, perLanguage } from './prompt.ts';

export interface SayRoutes<T extends string> {
  /**
   * The block whose success the words state: «registered», «booked». The linter then rejects every path to the
   * prompt on which that block has not succeeded.
   */
  readonly provenBy?: string;
  readonly next: T;
  readonly onError: T;
}

/**
 * Speak a prompt in the caller's language (`MessageParticipant`).
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-messageparticipant.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-compare.html
 */
export function say<const T extends string>(
  prompt: Prompt,
  { provenBy, next, onError }: SayRoutes<T>,
): Block<T> {
  return {
    targets: [next, onError],
    compile: (name, _, reword = asShipped) =>
      perLanguage(name, reword(name, prompt), ({ id, language, parameters }) => [
        action(id, 'MessageParticipant', parameters(), {
          next,
          errors: { NoMatchingError: onError },
          language,
          provenBy,
        }),
      ]),
  };
}
