import type { Parameters } from '../language.ts';
import { action, type Block, type DraftAction } from './block.ts';
import { attemptId } from './menu.ts';
import { type Prompt, perLanguage, type Wording } from './prompt.ts';

/** How an entry of several keys is asked for. */
export interface EntryOptions<T extends string> {
  readonly prompt: Prompt;
  /** Seconds until the first digit. */
  readonly timeoutSeconds: number;
  /** Seconds between two digits (1–20); Connect waits 5 when not given. */
  readonly interdigitSeconds?: number;
  /** The key that ends the entry; `#` when not given. */
  readonly terminator?: string;
  readonly attempts?: number;
  readonly retry?: Prompt;
  /** Contact attribute that keeps the entry, which otherwise lies at `$.StoredCustomerInput` only. */
  readonly storeAs?: string;
  readonly next: T;
  readonly onGiveUp: T;
  readonly onError: T;
}

export interface CollectDigitsOptions<T extends string> extends EntryOptions<T> {
  readonly maxDigits: number;
}

/** What Connect stores when the caller pressed nothing. Source: admin guide, "Store customer input". */
export const STORED_TIMEOUT = 'Timeout';

/** What makes an entry acceptable, and the errors that put the question again. */
export interface Validation {
  readonly parameters: Parameters;
  readonly refusals?: readonly string[];
}

/** An entry of several digits (`GetParticipantInput` that stores its input), put again after silence. */
export const collectDigits = <const T extends string>(options: CollectDigitsOptions<T>): Block<T> =>
  collectEntry(options, {
    parameters: { CustomValidation: { MaximumLength: String(options.maxDigits) } },
  });

/** An entry of any kind, put again after silence and after what is refused. */
export function collectEntry<const T extends string>(
  options: EntryOptions<T>,
  validation: Validation,
): Block<T> {
  const { prompt, storeAs, next, onGiveUp, onError, attempts = 3 } = options;
  return {
    targets: [next, onGiveUp, onError],
    compile: (name) => {
      const done = storeAs === undefined ? next : `${name} keep`;
      const questions = perLanguage(name, prompt, (wording) =>
        Array.from({ length: attempts }, (_, index) =>
          ask(options, validation, wording, index + 1, attempts, done),
        ).flat(),
      );
      return storeAs === undefined ? questions : [...questions, keep(done, storeAs, options)];
    },
  };
}

const keep = (id: string, storeAs: string, { next, onError }: EntryOptions<string>): DraftAction =>
  action(
    id,
    'UpdateContactAttributes',
    { Attributes: { [storeAs]: '$.StoredCustomerInput' }, TargetContact: 'Current' },
    { next, errors: { NoMatchingError: onError } },
  );

function ask(
  options: EntryOptions<string>,
  { parameters: validation, refusals = [] }: Validation,
  { id, language, parameters }: Wording,
  attempt: number,
  attempts: number,
  done: string,
): DraftAction[] {
  const { timeoutSeconds, interdigitSeconds, terminator = '#', retry, onGiveUp, onError } = options;
  const question = attemptId(id, attempt);
  const check = `${question} given`;
  const again = attempt < attempts ? attemptId(id, attempt + 1) : onGiveUp;
  return [
    action(
      question,
      'GetParticipantInput',
      {
        ...parameters(attempt === 1 ? undefined : retry),
        StoreInput: 'True',
        InputTimeLimitSeconds: String(timeoutSeconds),
        InputValidation: validation,
        DTMFConfiguration: {
          InputTerminationSequence: terminator,
          ...(interdigitSeconds === undefined
            ? {}
            : { InterdigitTimeLimitSeconds: String(interdigitSeconds) }),
        },
      },
      {
        next: check,
        errors: {
          ...Object.fromEntries(refusals.map((refusal) => [refusal, again])),
          NoMatchingError: onError,
        },
        language,
      },
    ),
    action(
      check,
      'Compare',
      { ComparisonValue: '$.StoredCustomerInput' },
      { next: done, results: { [STORED_TIMEOUT]: again }, errors: { NoMatchingCondition: done } },
    ),
  ];
}
