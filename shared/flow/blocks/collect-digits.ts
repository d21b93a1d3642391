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

export interface CollectDigitsOptions<T extends string> {
  readonly prompt: Question;
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
  const { storeAs, next, onGiveUp, onError, attempts = 3 } = options;
  return {
    targets: [next, onGiveUp, onError],
    compile: (name, _, reword = asShipped) => {
      const worded = { ...options, ...inWords(name, options, reword) };
      const done = storeAs === undefined ? next : `${name} keep`;
      const questions = askInParts(name, worded.prompt, attempts, (part, attempt) =>
        ask(worded, { done, attempts }, part, attempt),
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
  { done, attempts }: { readonly done: string; readonly attempts: number },
  { question: first, id: question, language, parameters, isLast, nextPart }: QuestionPart,
  attempt: number,
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
  const check = `${question} given`;
  const retryId = attempt < attempts ? attemptId(first, attempt + 1) : onGiveUp;
  const repeats = attempt > 1 && question === attemptId(first, attempt);
  return [
    action(
      question,
      'GetParticipantInput',
      {
        ...parameters(repeats ? retry : undefined),
        StoreInput: 'True',
        InputTimeLimitSeconds: String(isLast ? timeoutSeconds : PART_SECONDS),
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
      {
        next: done,
        results: { [STORED_TIMEOUT]: isLast ? retryId : nextPart },
        errors: { NoMatchingCondition: done },
      },
    ),
  ];
}
