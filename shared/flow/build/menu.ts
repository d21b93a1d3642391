import { action, type Block, type DraftAction } from './block.ts';
import { type Prompt, perLanguage, type Wording } from './prompt.ts';

export interface MenuOptions<T extends string> {
  readonly prompt: Prompt;
  /** Where each key (0–9, *, #) leads. */
  readonly keys: Readonly<Record<string, T>>;
  /** Seconds of silence before the question is put again. */
  readonly timeoutSeconds: number;
  /** How often the question is put in all; 3 when not given. */
  readonly attempts?: number;
  /** Said before the question when it is put again. */
  readonly retry?: Prompt;
  readonly onGiveUp: T;
  readonly onError: T;
}

/** The identifier of the nth time a question is put. */
export const attemptId = (id: string, attempt: number): string => (attempt === 1 ? id : `${id} ${attempt}`);

/**
 * A question answered with one key (`GetParticipantInput`). A wrong key or silence puts it again, `attempts`
 * times in all. The attempts are written out one after the other: a `Loop` action would keep its count when
 * the caller comes back to the menu later, and then give up early.
 */
export function menu<const T extends string>(options: MenuOptions<T>): Block<T> {
  const { prompt, keys, onGiveUp, onError, attempts = 3 } = options;
  return {
    targets: [...Object.values(keys), onGiveUp, onError],
    compile: (name) =>
      perLanguage(name, prompt, (wording) =>
        Array.from({ length: attempts }, (_, index) => ask(options, wording, index + 1, attempts)),
      ),
  };
}

function ask(
  { keys, timeoutSeconds, retry, onGiveUp, onError }: MenuOptions<string>,
  { id, language, parameters }: Wording,
  attempt: number,
  attempts: number,
): DraftAction {
  const again = attempt < attempts ? attemptId(id, attempt + 1) : onGiveUp;
  return action(
    attemptId(id, attempt),
    'GetParticipantInput',
    {
      ...parameters(attempt === 1 ? undefined : retry),
      StoreInput: 'False',
      InputTimeLimitSeconds: String(timeoutSeconds),
    },
    {
      next: again,
      results: keys,
      errors: { InputTimeLimitExceeded: again, NoMatchingCondition: again, NoMatchingError: onError },
      language,
    },
  );
}
