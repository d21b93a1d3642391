import { action, type Block, type DraftAction } from './block.ts';
import { type Prompt, type PromptWording, perLanguage } from './prompt.ts';

export interface MenuOptions<T extends string> {
  readonly prompt: Prompt;
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

/** Return the identifier of the nth attempt of a question. */
export const attemptId = (id: string, attempt: number): string => (attempt === 1 ? id : `${id} ${attempt}`);

/**
 * Ask a question that is answered with one key (`GetParticipantInput`). Repeat it after a wrong key or
 * silence, up to `attempts` times in total. Each attempt is a separate action: a `Loop` action would keep its
 * count when the caller returns to the menu later, and then give up early.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-getparticipantinput.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-compare.html
 */
export function menu<const T extends string>(options: MenuOptions<T>): Block<T> {
  const { prompt, keys, onGiveUp, onWrongKey = onGiveUp, onError, attempts = 3 } = options;
  return {
    targets: [...Object.values(keys), onGiveUp, onWrongKey, onError],
    compile: (name) =>
      perLanguage(name, prompt, (wording) =>
        Array.from({ length: attempts }, (_, index) => ask(options, wording, index + 1, attempts)),
      ),
  };
}

function ask(
  { keys, timeoutSeconds, retry, onGiveUp, onWrongKey = onGiveUp, onError }: MenuOptions<string>,
  { id, language, parameters }: PromptWording,
  attempt: number,
  attempts: number,
): DraftAction {
  const retryId = attempt < attempts ? attemptId(id, attempt + 1) : undefined;
  const afterSilence = retryId ?? onGiveUp;
  return action(
    attemptId(id, attempt),
    'GetParticipantInput',
    {
      ...parameters(attempt === 1 ? undefined : retry),
      StoreInput: 'False',
      InputTimeLimitSeconds: String(timeoutSeconds),
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
