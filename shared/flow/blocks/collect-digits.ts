import { action, type Block, type DraftAction } from './block.ts';
import { attemptId } from './menu.ts';
import { type Prompt, type PromptWording, perLanguage } from './prompt.ts';

export interface CollectDigitsOptions<T extends string> {
  readonly prompt: Prompt;
  readonly maxDigits: number;
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

/** The value that Connect stores after silence. Source: admin guide, "Store customer input". */
const STORED_TIMEOUT = 'Timeout';

/**
 * Ask for several digits (`GetParticipantInput` with stored input). Repeat the question after silence.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-getparticipantinput.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactattributes.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-compare.html
 */
export function collectDigits<const T extends string>(options: CollectDigitsOptions<T>): Block<T> {
  const { prompt, storeAs, next, onGiveUp, onError, attempts = 3 } = options;
  return {
    targets: [next, onGiveUp, onError],
    compile: (name) => {
      const done = storeAs === undefined ? next : `${name} keep`;
      const questions = perLanguage(name, prompt, (wording) =>
        Array.from({ length: attempts }, (_, index) =>
          ask(options, wording, index + 1, attempts, done),
        ).flat(),
      );
      return storeAs === undefined ? questions : [...questions, keep(done, storeAs, options)];
    },
  };
}

const keep = (id: string, storeAs: string, { next, onError }: CollectDigitsOptions<string>): DraftAction =>
  action(
    id,
    'UpdateContactAttributes',
    { Attributes: { [storeAs]: '$.StoredCustomerInput' }, TargetContact: 'Current' },
    { next, errors: { NoMatchingError: onError } },
  );

function ask(
  options: CollectDigitsOptions<string>,
  { id, language, parameters }: PromptWording,
  attempt: number,
  attempts: number,
  done: string,
): DraftAction[] {
  const {
    maxDigits,
    timeoutSeconds,
    interdigitSeconds,
    terminator = '#',
    retry,
    onGiveUp,
    onError,
  } = options;
  const question = attemptId(id, attempt);
  const check = `${question} given`;
  const retryId = attempt < attempts ? attemptId(id, attempt + 1) : onGiveUp;
  return [
    action(
      question,
      'GetParticipantInput',
      {
        ...parameters(attempt === 1 ? undefined : retry),
        StoreInput: 'True',
        InputTimeLimitSeconds: String(timeoutSeconds),
        InputValidation: { CustomValidation: { MaximumLength: String(maxDigits) } },
        DTMFConfiguration: {
          InputTerminationSequence: terminator,
          ...(interdigitSeconds === undefined
            ? {}
            : { InterdigitTimeLimitSeconds: String(interdigitSeconds) }),
        },
      },
      {
        next: check,
        errors: { NoMatchingError: onError },
        language,
      },
    ),
    action(
      check,
      'Compare',
      { ComparisonValue: '$.StoredCustomerInput' },
      { next: done, results: { [STORED_TIMEOUT]: retryId }, errors: { NoMatchingCondition: done } },
    ),
  ];
}
