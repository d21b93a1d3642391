import { action, asShipped, type Block } from './block.ts';
import { type Prompt, perLanguage } from './prompt.ts';

export interface WaitOptions<T extends string> {
  /** Seconds after which the flow continues. Connect rejects 0 and negative values. */
  readonly interruptSeconds: number;
  readonly onInterrupt: T;
  readonly onError: T;
}

/**
 * Repeat a prompt to a caller who waits in a queue (`MessageParticipantIteratively`, queue flows only).
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-messageparticipantiteratively.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-compare.html
 */
export function repeatWhileWaiting<const T extends string>(
  prompt: Prompt,
  { interruptSeconds, onInterrupt, onError }: WaitOptions<T>,
): Block<T> {
  return {
    targets: [onInterrupt, onError],
    compile: (name, _, reword = asShipped) =>
      perLanguage(name, reword(name, prompt), ({ id, language, parameters }) => [
        action(
          id,
          'MessageParticipantIteratively',
          { Messages: [parameters()], InterruptFrequencySeconds: String(interruptSeconds) },
          {
            next: onInterrupt,
            results: { MessagesInterrupted: onInterrupt },
            errors: { NoMatchingError: onError },
            language,
          },
        ),
      ]),
  };
}
