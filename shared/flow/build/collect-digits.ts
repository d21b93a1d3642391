import type { Parameters } from '../language.ts';
import { action, type Block, type DraftAction } from './block.ts';
import { attemptId } from './menu.ts';
import { type Prompt, perLanguage, type Wording } from './prompt.ts';

/** Options of an input of several keys. */
export interface EntryOptions<T extends string> {
  readonly prompt: Prompt;
  /** Seconds until the first digit. */
  readonly timeoutSeconds: number;
  /** Seconds between two digits (1–20). Connect's default is 5. */
  readonly interdigitSeconds?: number;
  /** The key that ends the input, `#` by default. */
  readonly terminator?: string;
  readonly attempts?: number;
  readonly retry?: Prompt;
  /** Contact attribute for the input. Without it the input is only at `$.StoredCustomerInput`. */
  readonly storeAs?: string;
  readonly next: T;
  readonly onGiveUp: T;
  readonly onError: T;
}

export interface CollectDigitsOptions<T extends string> extends EntryOptions<T> {
  readonly maxDigits: number;
}

/** The value that Connect stores after silence. Source: admin guide, "Store customer input". */
const STORED_TIMEOUT = 'Timeout';

/** Validation of an input, and the errors that repeat the question. */
export interface Validation {
  readonly parameters: Parameters;
  readonly refusals?: readonly string[];
}

/** Ask for several digits (`GetParticipantInput` with stored input). Repeat the question after silence. */
export const collectDigits = <const T extends string>(options: CollectDigitsOptions<T>): Block<T> =>
  collectEntry(options, {
    parameters: { CustomValidation: { MaximumLength: String(options.maxDigits) } },
  });

/** Ask for any input. Repeat the question after silence and after an invalid input. */
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
