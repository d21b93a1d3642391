import { type CaseType, caseType, language } from '#events/vocabulary.ts';
import { parseReference, type Reference } from '#shared/domain/cases/reference.ts';
import { callerNumber } from '#shared/domain/telephone/caller-number.ts';
import { defined } from '#shared/domain/telephone/join.ts';
import { saudiNumber } from '#shared/domain/telephone/keyed-number.ts';
import { type AttributeFacts, SCORES } from '#shared/domain/telephone/leg-facts.ts';
import { CALL_LINES } from '#shared/domain/telephone/line.ts';

/** Contact attributes, set by flows and functions. Only text values are used. */
export type ContactAttributes = Readonly<Record<string, unknown>>;

const attributeOf = (attributes: ContactAttributes, name: string): string => {
  const value = attributes[name];
  return typeof value === 'string' ? value : '';
};

/**
 * Read the facts of a call from its attributes. Ignore unknown values. A voice message is not among them: its
 * recording proves it, and not an attribute.
 */
export function saidBy(attributes: ContactAttributes): AttributeFacts {
  const recording = attributeOf(attributes, 'recording');
  return defined<AttributeFacts>({
    language: language.safeParse(attributes.language).data,
    line: CALL_LINES.find((line) => line === attributes.line),
    recording: recording === 'on' || recording === 'off' ? recording : undefined,
    callback: ['asked', 'owed', 'yes'].includes(attributeOf(attributes, 'callback')) ? true : undefined,
    caseRef: parseReference(attributeOf(attributes, 'caseRef')),
    score: SCORES.find((score) => score === attributes.score),
  });
}

/**
 * The requests of a caller, noted by the flow before they are done. The contact record completes whatever
 * Rida could not do during the call, also when the caller hung up.
 */
export interface CallerWishes {
  /** A case of this type was requested and not yet opened. */
  readonly register?: CaseType;
  /**
   * A callback was requested and not yet arranged. `owed`: the centre promised it to a caller whom an agent had
   * already served.
   */
  readonly callBack?: 'asked' | 'owed';
  /** The caller was about to leave a voice message. Only its recording proves one. */
  readonly message?: true;
  /** The case that the message belongs to, if it was determined during the call. */
  readonly messageFor?: Reference;
  /** The case for which the caller entered the code. */
  readonly provenFor?: Reference;
  /** The number that the caller entered for a callback, E.164. */
  readonly callBackOn?: string;
  /** The type of a case that is opened for a callback or a message. */
  readonly type: CaseType;
}

/** Read from the attributes what remains to be done for the caller. */
export function wishesOf(attributes: ContactAttributes): CallerWishes {
  const [what, type] = attributeOf(attributes, 'intent').split(':');
  const chosen = caseType.safeParse(attributes.caseType).data ?? 'inquiry';
  const callBackOn =
    callerNumber(attributeOf(attributes, 'callbackNumber')) ?? saudiNumber(attributeOf(attributes, 'keyed'));
  const callBack = attributeOf(attributes, 'callback');
  const provenFor = parseReference(attributeOf(attributes, 'proven'));
  const messageFor =
    parseReference(attributeOf(attributes, 'messageFor')) ?? parseReference(attributeOf(attributes, 'about'));
  return {
    ...(what === 'register' && { register: caseType.safeParse(type).data ?? chosen }),
    ...((callBack === 'asked' || callBack === 'owed') && { callBack }),
    ...(callBackOn !== undefined && { callBackOn }),
    ...(attributeOf(attributes, 'message') === 'wanted' && { message: true }),
    ...(provenFor !== undefined && { provenFor }),
    ...(messageFor !== undefined && { messageFor }),
    type: chosen,
  };
}
