import type { Action } from '../language.ts';
import { plainText } from '../run/speech.ts';
import type { FlowGraph } from './graph.ts';

/** What an action says, its references left away. */
export interface Wording {
  readonly action: Action;
  /** The builder's block, or the action itself. */
  readonly block: string;
  /** The language the builder noted. */
  readonly language: string | undefined;
  readonly words: string;
}

/** The words of a message; undefined when it is a recording or comes from a reference. */
function wordsOf(parameters: unknown): string | undefined {
  if (typeof parameters !== 'object' || parameters === null) return undefined;
  const { Text, SSML, Messages } = parameters as Readonly<Record<string, unknown>>;
  if (Array.isArray(Messages)) return Messages.map((message) => wordsOf(message) ?? '').join(' ');
  const text = SSML ?? Text;
  return typeof text === 'string' ? plainText(text).replace(/\$\.[\w.[\]'"-]+/g, '') : undefined;
}

const SPEAKING: ReadonlySet<string> = new Set([
  'MessageParticipant',
  'MessageParticipantIteratively',
  'GetParticipantInput',
  'ConnectParticipantWithLexBot',
]);

/** Everything that is said somewhere on a way from the start. */
export function wordings({ flow, reachable }: FlowGraph): Wording[] {
  return flow.Actions.flatMap((action) => {
    const words = wordsOf(action.Parameters);
    if (!SPEAKING.has(action.Type) || words === undefined || !reachable.has(action.Identifier)) return [];
    const note = flow.Metadata?.ActionMetadata?.[action.Identifier];
    return [{ action, words, block: note?.block ?? action.Identifier, language: note?.language }];
  });
}
