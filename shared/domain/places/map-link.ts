import { positionIn } from './position.ts';
import { type FoundPosition, writtenPosition } from './written-position.ts';

/** Hosts whose every page is a place, and hosts with maps below a path. */
const MAP_HOSTS =
  /^(?:www\.|m\.|beta\.|share\.|wego\.|ul\.|embed\.)?(?:maps\.google\.[a-z.]{2,6}|maps\.app\.goo\.gl|maps\.apple(?:\.com)?|waze\.com|openstreetmap\.org|osm\.org|here\.com|petalmaps\.com|w3w\.co|what3words\.com)$/iu;
const MAP_PATHS =
  /^(?:www\.)?(?:google\.[a-z.]{2,6}\/maps|goo\.gl\/maps|g\.co\/maps|bing\.com\/maps|yandex\.[a-z.]{2,6}\/maps|2gis\.[a-z.]{2,6})(?:[/?#]|$)/iu;

const LINK = /(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}[/?#][^\s<>"«»]{0,1500}/giu;
const GEO = /\bgeo:[^\s<>"«»]{3,200}/giu;
/** Punctuation of the sentence around a link. */
const TAIL = /[.,;:!?،؛؟)\]}>'*_]+$/u;

/** Parameters that hold the position, the most exact first. */
const PARAMETERS = [
  ...['coordinate', 'query', 'destination', 'daddr', 'to', 'q', 'pt', 'll', 'latlng', 'cbll', 'viewpoint'],
  ...['center', 'cp', 'sll', 'map', 'marker', 'point', 'place'],
];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

const NUMBER = String.raw`-?\d{1,3}(?:\.\d{1,18})?`;
/** A pair at the start of a parameter or between slashes: `24.7,46.6`, `loc:24.7 46.6`, `ll.24.7,46.6`. */
const PAIR = new RegExp(
  String.raw`^(?:loc:|ll\.|point\.)?\s*(${NUMBER})\s*[,~_ ]\s*(${NUMBER})(?![\d.]*\d)`,
  'u',
);

function pairIn(text: string): FoundPosition | undefined {
  const [, first, second] = PAIR.exec(text) ?? [];
  if (first === undefined || second === undefined) return writtenPosition(text);
  return positionIn(Number(first), Number(second)) ?? 'outside';
}

const numbersOf = (found: RegExpMatchArray | undefined): FoundPosition | undefined =>
  found && (positionIn(Number(found[1]), Number(found[2])) ?? 'outside');

/** The pin of Google's `data` parameter. It is more exact than the middle of the map after `@`. */
const PIN = new RegExp(`!3d(${NUMBER})!4d(${NUMBER})`, 'gu');
/** Points of a route and of an embedded map have the longitude first. */
const ROUTE = new RegExp(`!(?:1d|2d)(${NUMBER})!(?:2d|3d)(${NUMBER})`, 'gu');
const MIDDLE = new RegExp(`/@(${NUMBER}),(${NUMBER})`, 'gu');
/** OpenStreetMap: zoom, latitude and longitude. */
const HASH = new RegExp(String.raw`\bmap=\d{1,2}(?:\.\d+)?/(${NUMBER})/(${NUMBER})`, 'gu');

const GEOHASH = '0123456789bcdefghjkmnpqrstuvwxyz';
/** Shorter ones are a whole quarter of a city. */
const WAZE = /waze\.com\/ul\/h([0-9b-hjkmnp-z]{7,12})(?![0-9a-z])/iu;

/**
 * Return the middle of a geohash, the code in Waze's short links: bits that halve the longitude and the latitude in
 * turn.
 */
function fromGeohash(code: string | undefined): FoundPosition | undefined {
  if (code === undefined) return undefined;
  const ranges = [
    [-180, 180],
    [-90, 90],
  ] as [[number, number], [number, number]];
  const bits = [...code.toLowerCase()].flatMap((letter) =>
    [16, 8, 4, 2, 1].map((bit) => (GEOHASH.indexOf(letter) & bit) !== 0),
  );
  for (const [at, upper] of bits.entries()) {
    const range = ranges[at % 2 === 0 ? 0 : 1];
    range[upper ? 0 : 1] = (range[0] + range[1]) / 2;
  }
  const [[west, east], [south, north]] = ranges;
  return positionIn((south + north) / 2, (west + east) / 2) ?? 'outside';
}

/** Return the position in the address of a map. Undefined when the address is short and names none. */
function positionOf(address: string): FoundPosition | undefined {
  const [path = '', ...after] = address.split(/[?#]/u);
  const fields = new Map(
    after
      .flatMap((part) => part.split('&'))
      .map((pair): [string, string] => {
        const [name = '', ...value] = pair.split('=');
        return [name.toLowerCase(), decoded(value.join('='))];
      })
      .reverse(),
  );
  const whole = decoded(address);
  const last = (pattern: RegExp): RegExpMatchArray | undefined => [...whole.matchAll(pattern)].at(-1);
  const [mlat, mlon] = [fields.get('mlat'), fields.get('mlon')];
  const steps: readonly (() => FoundPosition | undefined)[] = [
    () => numbersOf(last(PIN)),
    () => (mlat === undefined ? undefined : pairIn(`${mlat},${mlon}`)),
    ...PARAMETERS.map((name) => () => {
      const value = fields.get(name);
      return value === undefined ? undefined : pairIn(value);
    }),
    () => fromGeohash(WAZE.exec(address)?.[1]),
    () => numbersOf(last(HASH)),
    ...path
      .split('/')
      .reverse()
      .filter((part) => !part.startsWith('@'))
      .map((part) => () => pairIn(decoded(part))),
    () => numbersOf(last(ROUTE)),
    () => numbersOf(last(MIDDLE)),
  ];
  let outside: 'outside' | undefined;
  for (const step of steps) {
    const found = step();
    if (found === 'outside') outside = found;
    else if (found !== undefined) return found;
  }
  return outside;
}

function geoPosition(address: string): FoundPosition | undefined {
  const [point = '', query = ''] = address.slice('geo:'.length).split('?');
  const named = new URLSearchParams(query).get('q');
  const found = named === null ? undefined : pairIn(named.replace(/\(.*$/u, ''));
  return found === undefined || found === 'outside' ? (pairIn(point) ?? found) : found;
}

/** A map's address in a text, and the position in it if there is one. */
export interface MapLink {
  readonly link: string;
  readonly position?: FoundPosition;
}

const isMap = (address: string): boolean => {
  const bare = address.replace(/^https?:\/\//iu, '');
  return MAP_HOSTS.test(bare.split(/[/?#]/u)[0] ?? '') || MAP_PATHS.test(bare);
};

/** Return the addresses of maps in a text, in their order. No address is fetched. */
export function mapLinks(text: string): MapLink[] {
  const geo = [...text.matchAll(GEO)].map(({ 0: found, index }) => {
    const link = found.replace(TAIL, '');
    return { index, link, position: geoPosition(link) };
  });
  const links = [...text.matchAll(LINK)].flatMap(({ 0: found, index }) => {
    const address = found.replace(TAIL, '');
    if (!isMap(address)) return [];
    const link = /^https?:/iu.test(address) ? address : `https://${address}`;
    return [{ index, link, position: positionOf(link) }];
  });
  return [...geo, ...links]
    .sort((a, b) => a.index - b.index)
    .map(({ link, position }) => ({ link, ...(position !== undefined && { position }) }));
}

/** Return a text without its links, so that their numbers are not read as coordinates. */
export const withoutLinks = (text: string): string => text.replace(LINK, ' ').replace(GEO, ' ');
