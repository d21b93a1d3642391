import type { Bilingual } from '../text/bilingual.ts';
import { ABSENT, DENIALS, MATTERS } from './evidence.ts';
import { FILLINGS, nameKeys, textKeys, wordsOf } from './service-words.ts';

/** A service as texts name it. */
export interface NamedService {
  readonly id: string;
  readonly name: Bilingual;
  readonly department: string;
  /** Other names that people use. */
  readonly aliases: readonly string[];
}

/** A text of which a service is asked. */
export interface ServiceText {
  readonly subject: string;
  readonly text: string;
}

interface Name {
  readonly service: string;
  readonly keys: readonly string[];
}

interface Mention {
  readonly service: string;
  readonly start: number;
  readonly end: number;
}

/** Longer texts are not read to their end. */
const LONGEST_TEXT = 20_000;
/** Words before and after a name among which a text says that it is about a transaction. */
const NEAR = 8;
/** Words before a name by which somebody else has or lacks the document. */
const BEFORE = 3;

const matches = (at: ReadonlySet<string> | undefined, key: string): boolean => at?.has(key) === true;

interface Read {
  readonly words: readonly string[];
  readonly keys: readonly ReadonlySet<string>[];
}

function read(text: string): Read {
  const words = wordsOf(text.slice(0, LONGEST_TEXT)).filter((word) => !FILLINGS.has(word));
  return { words, keys: words.map(textKeys) };
}

/** Return the mentions of services in a text. Of names that overlap, the longest counts. */
function mentionsIn({ keys }: Read, byFirst: ReadonlyMap<string, readonly Name[]>): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < keys.length; ) {
    const [longest] = [...(keys[at] ?? [])]
      .flatMap((key) => byFirst.get(key) ?? [])
      .filter((name) => name.keys.every((key, step) => matches(keys[at + step], key)))
      .sort((a, b) => b.keys.length - a.keys.length);
    if (longest) found.push({ service: longest.service, start: at, end: at + longest.keys.length });
    at += longest?.keys.length ?? 1;
  }
  return found;
}

const hasOneOf = (words: readonly string[], list: ReadonlySet<string>): boolean =>
  words.some((word) => list.has(word) || [...textKeys(word)].some((key) => list.has(key)));

/** Return true when a mention is of a document that somebody else has or lacks. */
const isAnothers = ({ words }: Read, { start }: Mention): boolean =>
  hasOneOf(words.slice(Math.max(0, start - BEFORE), start), DENIALS) ||
  hasOneOf(words.slice(Math.max(0, start - 1), start), ABSENT);

/** Return true when the words around a mention are about a transaction. */
const isMatter = ({ words }: Read, { start, end }: Mention): boolean =>
  hasOneOf(words.slice(Math.max(0, start - NEAR), end + NEAR), MATTERS);

/**
 * Prepare a catalogue for many texts. The returned function gives the id of the one service that a text is about: it
 * names it, and says that it is about a request, a renewal, a fee or alike. Undefined when it names none or several.
 * @internal exported for tests
 */
export function serviceFinder(services: Iterable<NamedService>): (text: ServiceText) => string | undefined {
  const byFirst = new Map<string, Name[]>();
  const longer = new Map<string, Set<string>>();
  const names: Name[] = [];
  for (const { id, name, aliases } of services)
    for (const one of [name.ar, name.en, ...aliases]) {
      const keys = nameKeys(one);
      const [first] = keys;
      if (first === undefined) continue;
      names.push({ service: id, keys });
      byFirst.set(first, [...(byFirst.get(first) ?? []), { service: id, keys }]);
    }
  for (const { service, keys } of names)
    for (const other of names)
      if (
        other.service !== service &&
        other.keys.length > keys.length &&
        ` ${other.keys.join(' ')} `.includes(` ${keys.join(' ')} `)
      )
        longer.set(service, (longer.get(service) ?? new Set()).add(other.service));

  const only = (mentions: readonly Mention[]): string | undefined | 'several' => {
    const ids = new Set(mentions.map(({ service }) => service));
    // «رخصة بناء» in a text about its renewal means the renewal.
    for (const id of [...ids]) if ([...(longer.get(id) ?? [])].some((one) => ids.has(one))) ids.delete(id);
    return ids.size > 1 ? 'several' : [...ids][0];
  };
  return ({ subject, text }) => {
    const [title, body] = [read(subject), read(text)];
    const named = mentionsIn(title, byFirst).filter((one) => !isAnothers(title, one));
    const described = mentionsIn(body, byFirst).filter((one) => !isAnothers(body, one));
    const isAbout =
      hasOneOf(title.words, MATTERS) ||
      (named.length > 0 ? hasOneOf(body.words, MATTERS) : described.some((one) => isMatter(body, one)));
    if (!isAbout) return undefined;
    const inSubject = only(named);
    const whole = only([...named, ...described]);
    const found = whole === 'several' ? inSubject : whole;
    return found === 'several' ? undefined : found;
  };
}

type Services = ReadonlyMap<string, NamedService>;

const finders = new WeakMap<Services, ReturnType<typeof serviceFinder>>();

/** Return the id of the service that a text is about. The catalogue is prepared once. */
export function serviceIn(services: Services, text: ServiceText): string | undefined {
  const prepared = finders.get(services) ?? serviceFinder(services.values());
  finders.set(services, prepared);
  return prepared(text);
}
