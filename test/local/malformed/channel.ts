import { createHash } from 'node:crypto';

/** One place of a channel into which a value is put: a field of a form, a header of a mail, a key of a JSON. */
export interface Place {
  readonly name: string;
  /** Send an input with this value. Return what is wrong with the answer, or undefined. */
  send(value: unknown): Promise<string | undefined>;
}

/** A way into the centre. */
export interface Channel {
  readonly places: readonly Place[];
  /** The values that its places can hold. */
  readonly values: readonly unknown[];
  /** Return faults that only show afterwards: errors, dead letters, and what was accepted and is lost. */
  end(): Promise<readonly string[]>;
}

/** The malformed texts, for every channel. */
export const TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    '%',
    '%E0%A4%A',
    '..',
    '../../etc/passwd',
    'zzz',
    '0',
    '-1',
    '1e400',
    'NaN',
    'null',
    '[]',
    '{}',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', '\u0000', '\ud800', '😀', '\u202Eabc', '\uFEFF'],
  ...[
    '\r\nSet-Cookie: a=b',
    '\r\n.\r\nQUIT\r\n',
    'a\nb',
    '\t',
    '\u0024{jndi:ldap://x}',
    '{{7*7}}',
    '$.External.x',
  ],
  ...['9999-12-31T23:59', '0026-01-01T00:00', '1447-01-01T08:00', '2026-02-30T08:00', '٢٠٢٦-٠٢-١٠', '25:61'],
  ...['+275760-09-13T00:00:00.001Z', '-000001-01-01T00:00:00Z', '2026-13-01', '8640000000000001'],
  ...[
    "' OR 1=1 --",
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    '"\'`',
    '=?utf-8?B?////?=',
    '=?x?Q?=ZZ?=',
  ],
  ...['x'.repeat(10_000), 'ش'.repeat(5_000), 'a '.repeat(4_000), '('.repeat(3_000), '1'.repeat(400)],
  ...['4K7-2M9-0382', '4K7-2M9-0383', 'norah@example.com', '@', '<>', '+966500000000', '٠٥٠٠٠٠٠٠٠٠', '1,2,3'],
  ...['ar', 'rida', '*#*#', '٣', 'true'],
];

/** The malformed values of JSON: the texts, and values of other types. */
export const JSONS: readonly unknown[] = [
  ...TEXTS,
  ...[null, true, 0, -1, 0.5, 1e21, -0, 2 ** 53, [], {}, [null], [[]], { a: { b: [] } }],
  JSON.parse('{"__proto__":{"erased":1}}') as unknown,
];

/** In the long run, so many of the values are tried at each place: others at each, so that every value is tried. */
const OF_EACH = 3;
const SEED = process.env.RIDA_SEED ?? '1';
/** `RIDA_LONG=1` tries all that are drawn, otherwise a tenth of them. */
export const isLong = process.env.RIDA_LONG !== undefined;

const drawnNumber = (text: string): number =>
  createHash('sha256').update(`${SEED} ${text}`).digest().readUInt32BE(0);

export interface Trial {
  readonly place: Place;
  readonly value: unknown;
}

/** Return the inputs of the long run: the same ones for the same seed. */
export const trialsOf = ({ places, values }: Channel): Trial[] =>
  places.flatMap((place) => {
    const first = drawnNumber(place.name);
    // A step that has no divisor in common with the number of values leads to different ones.
    return Array.from({ length: Math.min(OF_EACH, values.length) }, (_, n) => ({
      ...{ place, value: values[(first + n * 7) % values.length] },
    }));
  });

/** Return a tenth of the inputs, at least one of a channel. */
export const tenthOf = (trials: readonly Trial[]): Trial[] =>
  trials.filter(({ place: { name } }, n) => n === 0 || drawnNumber(`${name} ${n}`) % 10 === 0);

/** A path to a value in a JSON value. */
type Path = readonly (string | number)[];

/** Return the paths to all leaves of a JSON value. Of a list only the first entries, which stand for the others. */
function leavesOf(value: unknown, most = 2, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  if (Array.isArray(value))
    return [at, ...value.slice(0, most).flatMap((one, n) => leavesOf(one, most, [...at, n]))];
  return [at, ...Object.entries(value).flatMap(([key, one]) => leavesOf(one, most, [...at, key]))];
}

/** Return a copy of a JSON value with another value at a path. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((one, n) => (n === key ? replaced(one, rest, by) : one));
  const own = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...own, [key]: replaced(own[String(key)], rest, by) };
}

/** Return one place for each leaf of a JSON value. */
export const jsonPlaces = (
  name: string,
  sample: unknown,
  send: (input: unknown) => Promise<string | undefined>,
): Place[] =>
  leavesOf(sample)
    .filter((path) => path.length > 0)
    .map((path) => ({
      name: `${name} ${path.join('.')}`,
      send: (value) => send(replaced(sample, path, value)),
    }));

const at = (value: unknown, path: Path): unknown =>
  path.reduce((inner, key) => (inner as Readonly<Record<string, unknown>> | undefined)?.[key], value);

/** Return one place for each text in a JSON value. */
export const textPlaces = (
  name: string,
  sample: unknown,
  send: (input: unknown, name: string) => Promise<string | undefined>,
): Place[] =>
  leavesOf(sample)
    .filter((path) => typeof at(sample, path) === 'string')
    .map((path) => {
      const place = `${name} ${path.join('.')}`;
      return {
        name: place,
        send: (value) =>
          send(replaced(sample, path, value), `${place} = ${JSON.stringify(value).slice(0, 60)}`),
      };
    });
