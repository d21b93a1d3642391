import type { Action, ErrorBranch, Parameters } from '../flow-language.ts';

/** Languages of the centre. The first is the default for callers without a choice. */
export const LANGUAGES = ['ar', 'en'] as const;
export type PromptLanguage = (typeof LANGUAGES)[number];

/** The acts of a flow that a caller hears of before. */
export type Announced = 'transfer' | 'recording' | 'call-out';

/** Kinds of resources that a flow refers to by ARN. */
export type ReferenceKind = 'lambda' | 'queue' | 'flow' | 'module' | 'hours' | 'prompt';

export interface ResourceReference {
  readonly kind: ReferenceKind;
  readonly name: string;
}

/** Returns the ARN (or a token for it) of a resource by its name. */
export type Resolver = (reference: ResourceReference) => string;

/** The words of a prompt in each language, or of one that is spoken in one language `only`. */
interface Words extends Readonly<Record<PromptLanguage, string>> {
  readonly only?: PromptLanguage;
}

/**
 * Returns a prompt in the words of its centre. The place is the name of a block, from the second part of a question
 * on with ` part 2`, and with ` retry` for the words before a repetition.
 */
export type Reword = <P extends Words>(place: string, prompt: P) => P;

export const asShipped: Reword = (_, prompt) => prompt;

/** An action with its prompt language, for the linter. */
export interface DraftAction extends Action {
  readonly language?: PromptLanguage | 'both';
  /** The action whose success the prompt states. */
  readonly provenBy?: string;
}

/** The blocks after an action and after its error. */
export interface NextAndError<T extends string> {
  readonly next: T;
  readonly onError: T;
}

/**
 * One block of a flow in the author's view. It can compile to several actions; the first has the block's
 * name. `targets` makes an unknown target a compile-time error.
 */
export interface Block<Target extends string = string> {
  readonly targets: readonly Target[];
  /** `reword` is `asShipped` by default. */
  compile(name: string, resolve: Resolver, reword?: Reword): readonly DraftAction[];
}

/** Targets by error type. */
type ErrorRoutes = Readonly<Record<string, string>>;

export interface ActionOptions {
  readonly next: string;
  readonly errors?: ErrorRoutes;
  /** Targets by result. The comparison is `Equals` unless `operator` is set. */
  readonly results?: Readonly<Record<string, string>>;
  readonly operator?: string;
  readonly language?: PromptLanguage | 'both';
  readonly provenBy?: string | undefined;
}

const errorBranches = (routes: ErrorRoutes): ErrorBranch[] =>
  Object.entries(routes).map(([ErrorType, NextAction]) => ({ ErrorType, NextAction }));

/** Build an action with all its branches. */
export function action(
  id: string,
  type: string,
  parameters: Parameters,
  { next, errors = {}, results = {}, operator = 'Equals', language, provenBy }: ActionOptions,
): DraftAction {
  return {
    Identifier: id,
    Type: type,
    Parameters: parameters,
    Transitions: {
      NextAction: next,
      Conditions: Object.entries(results).map(([result, target]) => ({
        NextAction: target,
        Condition: { Operator: operator, Operands: [result] },
      })),
      Errors: errorBranches(errors),
    },
    ...(language === undefined ? {} : { language }),
    ...(provenBy === undefined ? {} : { provenBy }),
  };
}

/** Build an action that ends the flow. */
export const finalAction = (id: string, type: string, parameters: Parameters = {}): DraftAction => ({
  Identifier: id,
  Type: type,
  Parameters: parameters,
  Transitions: {},
});

/** Build a block that compiles to one action of the same name. */
export function singleAction<T extends string>(
  targets: readonly T[],
  type: string,
  parameters: (resolve: Resolver) => Parameters,
  options: ActionOptions,
): Block<T> {
  return { targets, compile: (name, resolve) => [action(name, type, parameters(resolve), options)] };
}
