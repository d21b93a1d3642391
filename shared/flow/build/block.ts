import type { Action, ErrorBranch, Parameters } from '../language.ts';

/** The languages the centre speaks; the first is the one for a caller who has not chosen. */
export const LANGUAGES = ['ar', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The kinds of thing a flow refers to by ARN. */
export type ReferenceKind = 'lambda' | 'queue' | 'flow' | 'module' | 'hours' | 'prompt';

export interface Reference {
  readonly kind: ReferenceKind;
  readonly name: string;
}

/** Gives the ARN (or a token standing for it) of what a flow refers to by name. */
export type Resolver = (reference: Reference) => string;

/** An action, and which prompt language it carries, for the linter. */
export interface DraftAction extends Action {
  readonly language?: Language | 'both';
}

/**
 * One block of a flow as its author sees it; it may compile to several actions, of which the first carries
 * the block's name. `targets` makes a block that leads to an unknown name a compile-time error.
 */
export interface Block<Target extends string = string> {
  readonly targets: readonly Target[];
  compile(name: string, resolve: Resolver): readonly DraftAction[];
}

/** Errors by type and where each leads. */
export type ErrorRoutes = Readonly<Record<string, string>>;

export interface ActionOptions {
  readonly next: string;
  readonly errors?: ErrorRoutes;
  /** Results and where each leads; compared with `Equals` unless `operator` says otherwise. */
  readonly results?: Readonly<Record<string, string>>;
  readonly operator?: string;
  readonly language?: Language | 'both';
}

const errorBranches = (routes: ErrorRoutes): ErrorBranch[] =>
  Object.entries(routes).map(([ErrorType, NextAction]) => ({ ErrorType, NextAction }));

/** An action with all its branches. */
export function action(
  id: string,
  type: string,
  parameters: Parameters,
  { next, errors = {}, results = {}, operator = 'Equals', language }: ActionOptions,
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
  };
}

/** An action after which the flow does not go on. */
export const finalAction = (id: string, type: string, parameters: Parameters = {}): DraftAction => ({
  Identifier: id,
  Type: type,
  Parameters: parameters,
  Transitions: {},
});

/** A block that compiles to one action of the same name. */
export function singleAction<T extends string>(
  targets: readonly T[],
  type: string,
  parameters: (resolve: Resolver) => Parameters,
  options: ActionOptions,
): Block<T> {
  return { targets, compile: (name, resolve) => [action(name, type, parameters(resolve), options)] };
}
