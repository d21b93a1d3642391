import type { Announced, Block, DraftAction, Resolver, Reword } from './blocks/block.ts';
import { LANGUAGES } from './blocks/block.ts';
import { layOutBlocks } from './blocks/block-layout.ts';
import { type Action, FLOW_LIMITS, FLOW_VERSION, type Flow, type FlowKind } from './flow-language.ts';

export type { Block, ReferenceKind, ResourceReference } from './blocks/block.ts';
export * from './blocks/call-blocks.ts';
export { collectDigits } from './blocks/collect-digits.ts';
export * from './blocks/data-blocks.ts';
export { applyVoice, setLanguage } from './blocks/language-blocks.ts';
export { menu } from './blocks/menu.ts';
export { checkCallProgress } from './blocks/outbound-blocks.ts';
export { inBothLanguages, inOneLanguage, type Prompt, type Question } from './blocks/prompt.ts';
export * from './blocks/queue-blocks.ts';
export { listen, setRecording } from './blocks/recording-blocks.ts';
export { say } from './blocks/say.ts';
export { repeatWhileWaiting } from './blocks/waiting-blocks.ts';

export interface FlowSpec<Name extends string> {
  readonly kind: FlowKind;
  readonly start: NoInfer<Name>;
  /** Contact attributes that are set before this flow starts (by another flow, or by the API). */
  readonly attributes?: readonly string[];
  /** Acts of this flow that an earlier flow has announced, or that no caller hears. */
  readonly announced?: readonly Announced[];
  readonly blocks: Readonly<Record<Name, Block<NoInfer<Name>>>>;
}

export interface FlowDefinition {
  readonly name: string;
  readonly kind: FlowKind;
  /** Compile to Connect's JSON. The same definition, resolver and words give the same JSON. */
  toFlow(resolve?: Resolver, reword?: Reword): Flow;
}

/** Keep a reference by name, `${lambda:case-status}`. The interpreter accepts this form. */
export const byName: Resolver = ({ kind, name }) => `\${${kind}:${name}}`;

/**
 * Define a flow as named blocks. A block with an unknown target does not compile.
 * @throws Error when an action's identifier is longer than Connect accepts, or two identifiers are equal
 */
export function defineFlow<const Name extends string>(name: string, spec: FlowSpec<Name>): FlowDefinition {
  const toFlow = (resolve: Resolver = byName, reword?: Reword): Flow => {
    const drafts = Object.entries<Block>(spec.blocks).flatMap(([block, { compile }]) =>
      compile(block, resolve, reword).map((draft) => ({ block, draft })),
    );
    const actions = drafts.map(({ draft }) => plain(draft));
    checkIdentifiers(name, actions);
    const positions = layOutBlocks(spec.start, actions);
    return {
      Version: FLOW_VERSION,
      StartAction: spec.start,
      Metadata: {
        name,
        kind: spec.kind,
        languages: LANGUAGES,
        attributes: [...(spec.attributes ?? [])],
        ...(spec.announced && { announced: [...spec.announced] }),
        entryPointPosition: { x: 40, y: 40 },
        ActionMetadata: Object.fromEntries(
          drafts.map(({ block, draft: { Identifier, language, provenBy } }) => [
            Identifier,
            {
              position: positions.get(Identifier) ?? { x: 0, y: 0 },
              block,
              ...(language === undefined ? {} : { language }),
              ...(provenBy === undefined ? {} : { provenBy }),
            },
          ]),
        ),
      },
      Actions: actions,
    };
  };
  return { name, kind: spec.kind, toFlow };
}

const plain = ({ Identifier, Type, Parameters, Transitions }: DraftAction): Action => ({
  Identifier,
  Type,
  Parameters,
  Transitions,
});

function checkIdentifiers(flow: string, actions: readonly Action[]): void {
  const seen = new Set<string>();
  for (const { Identifier } of actions) {
    if (Identifier.length > FLOW_LIMITS.identifierLength)
      throw new Error(`Flow ${flow}: the identifier "${Identifier}" is longer than 50 characters`);
    if (seen.has(Identifier))
      throw new Error(`Flow ${flow}: two actions have the identifier "${Identifier}"`);
    seen.add(Identifier);
  }
}
