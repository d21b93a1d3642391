import { caseType, language } from '#events/vocabulary.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { defined } from '#shared/domain/telephone/join.ts';
import type { AttributeFacts } from '#shared/domain/telephone/leg-facts.ts';
import { CALL_LINES } from '#shared/domain/telephone/line.ts';
import type { CallIntent } from './call-intent.ts';

/** Contact attributes, set by flows and functions. Only text values are used. */
export type ContactAttributes = Readonly<Record<string, unknown>>;

const attributeOf = (attributes: ContactAttributes, name: string): string => {
  const value = attributes[name];
  return typeof value === 'string' ? value : '';
};

/** Read the facts of a call from its attributes. Ignore unknown values. */
export function saidBy(attributes: ContactAttributes): AttributeFacts {
  const recording = attributeOf(attributes, 'recording');
  return defined<AttributeFacts>({
    language: language.safeParse(attributes.language).data,
    line: CALL_LINES.find((line) => line === attributes.line),
    recording: recording === 'on' || recording === 'off' ? recording : undefined,
    callback: attributeOf(attributes, 'callback') === 'yes' ? true : undefined,
    message: attributeOf(attributes, 'message') === 'yes' ? true : undefined,
    caseRef: parseReference(attributeOf(attributes, 'caseRef')),
  });
}

/** Return the work that Rida could not do while the caller waited. Outgoing calls have none. */
export function intentOf(attributes: ContactAttributes): CallIntent | undefined {
  if (attributeOf(attributes, 'callOutId') !== '') return undefined;
  const [what, type] = attributeOf(attributes, 'intent').split(':');
  const asked = caseType.safeParse(type || attributes.caseType).data;
  switch (what) {
    case 'register':
      return { do: 'register', type: asked ?? 'inquiry' };
    case 'callback':
      return { do: 'callback', type: asked ?? 'inquiry' };
    case 'message':
      // A message about an existing case needs no new case: it is attached to that one.
      return parseReference(attributeOf(attributes, 'caseRef'))
        ? undefined
        : { do: 'register', type: asked ?? 'inquiry' };
    default:
      return undefined;
  }
}
