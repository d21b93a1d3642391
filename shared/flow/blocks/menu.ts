import { action, asShipped, type Block, type DraftAction } from './block.ts';
import {
  askInParts,
  attemptId,
  inWords,
  PART_SECONDS,
  type Prompt,
  type Question,
  type QuestionPart,
} from './prompt.ts';

export interface MenuOptions<T extends string> {
  readonly prompt: Question;
  /** Targets by key (0–9, *, #). */
  readonly keys: Readonly<Record<string, T>>;
  /** Seconds of silence before the question is repeated. */
  readonly timeoutSeconds: number;
  /** Total number of times the question is asked, 3 by default. */
  readonly attempts?: number;
  /** Spoken before the repeated question. */
  readonly retry?: Prompt;
  readonly onGiveUp: T;
  /** After a wrong key at the last attempt. By default `onGiveUp`, as after silence. */
  readonly onWrongKey?: T;
  readonly onError: T;
}

/**
 * Ask a question that is answered with one key (`GetParticipantInput`). Repeat it after a wrong key or
 * silence, up to `attempts` times in total. Each attempt is a separate action: a `Loop` action would keep its
 * count when the caller returns to the menu later, and then give up early.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-getparticipantinput.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-compare.html
 */
export function menu<const T extends string>(options: MenuOptions<T>): Block<T> {
  const { keys, onGiveUp, onWrongKey = onGiveUp, onError, attempts = 3 } = options;
  return {
    targets: [...Object.values(keys), onGiveUp, onWrongKey, onError],
    compile: (name, _, reword = asShipped) => {
      const worded = { ...options, ...inWords(name, options, reword) };
      return askInParts(name, worded.prompt, attempts, (part, attempt) => [
        ask(worded, part, attempt, attempts),
      ]);
    },
  };
}

function ask(
  { keys, timeoutSeconds, retry, onGiveUp, onWrongKey = onGiveUp, onError }: MenuOptions<string>,
  { question, id, language, parameters, isLast, nextPart }: QuestionPart,
  attempt: number,
  attempts: number,
): DraftAction {
  const retryId = attempt < attempts ? attemptId(question, attempt + 1) : undefined;
  const afterSilence = isLast ? (retryId ?? onGiveUp) : nextPart;
  const repeats = attempt > 1 && id === attemptId(question, attempt);
  return action(
    id,
    'GetParticipantInput',
    {
      ...parameters(repeats ? retry : undefined),
      StoreInput: 'False',
      InputTimeLimitSeconds: String(isLast ? timeoutSeconds : PART_SECONDS),
    },
    {
      next: afterSilence,
      results: keys,
      errors: {
        InputTimeLimitExceeded: afterSilence,
        NoMatchingCondition: retryId ?? onWrongKey,
        NoMatchingError: onError,
      },
      language,
    },
  );
}
