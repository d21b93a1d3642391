import type { Action } from '../flow-language.ts';
import { plainText } from '../run/speech.ts';
import type { FlowGraph } from './graph.ts';

/** The text of an action, without references. */
export interface SpokenText {
  readonly action: Action;
  /** The builder's block, or the action itself. */
  readonly block: string;
  /** The language noted by the builder. */
  readonly language: string | undefined;
  readonly text: string;
  /** Whether references stand for a part of the text. */
  readonly refers: boolean;
}

const REFERENCE = /\$\.[\w.[\]'"-]+/g;

/** Return the text of a message, or undefined for a recording. */
function wordsOf(parameters: unknown): string | undefined {
  if (typeof parameters !== 'object' || parameters === null) return undefined;
  const { Text, SSML, Messages } = parameters as Readonly<Record<string, unknown>>;
  if (Array.isArray(Messages)) return Messages.map((message) => wordsOf(message) ?? '').join(' ');
  const text = SSML ?? Text;
  return typeof text === 'string' ? plainText(text) : undefined;
}

const SPEAKING: ReadonlySet<string> = new Set([
  'MessageParticipant',
  'MessageParticipantIteratively',
  'GetParticipantInput',
  'ConnectParticipantWithLexBot',
]);

/** Return every text on a path from the start. */
export function wordings({ flow, reachable }: FlowGraph): SpokenText[] {
  return flow.Actions.flatMap((action) => {
    const text = wordsOf(action.Parameters);
    if (!SPEAKING.has(action.Type) || text === undefined || !reachable.has(action.Identifier)) return [];
    const note = flow.Metadata?.ActionMetadata?.[action.Identifier];
    const block = note?.block ?? action.Identifier;
    const words = text.replace(REFERENCE, '');
    return [{ action, text: words, refers: words !== text, block, language: note?.language }];
  });
}
