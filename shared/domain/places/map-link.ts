import { plusCodes } from './plus-code.ts';
import { positionIn } from './position.ts';
import { type FoundPosition, writtenPosition } from './written-position.ts';

/** Hosts whose every page is a place, and hosts with maps below a path. */
const MAP_HOSTS = new RegExp(
  [
    String.raw`^(?:www\.|m\.|beta\.|share\.|wego\.|ul\.|embed\.)?(?:maps\.google\.[a-z.]{2,6}|earth\.google\.com`,
    String.raw`|maps\.app\.goo\.gl|maps\.apple(?:\.com)?|waze\.com|openstreetmap\.org|osm\.org|here\.com|mapy\.(?:com|cz)`,
    String.raw`|petalmaps\.com|w3w\.co|what3words\.com|plus\.codes|map\.snapchat\.com|omaps\.app|ge0\.me)$`,
  ].join(''),
  'iu',
);
const MAP_PATHS =
  /^(?:www\.)?(?:google\.[a-z.]{2,6}\/maps|goo\.gl\/maps|g\.co\/maps|bing\.com\/maps|yandex\.[a-z.]{2,6}\/maps|2gis\.[a-z.]{2,6})(?:[/?#]|$)/iu;

/** A quote belongs to a link only as the sign of seconds: `40'31.1"E`. */
const LINK =
  /(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}[/?#](?:[^\s<>"«»]|(?<=\d)"(?=[NSEW])){0,1500}/giu;
const GEO = /\bgeo:[^\s<>"«»]{3,200}/giu;
/** Punctuation of the sentence around a link. */
const TAIL = /[.,;:!?،؛؟)\]}>'*_]+$/u;

/** Parameters that hold the position, the most exact first. */
const PARAMETERS = [
  ...['coordinate', 'query', 'destination', 'daddr', 'to', 'q', 'pt', 'll', 'latlng', 'cbll', 'viewpoint'],
  ...['center', 'cp', 'sll', 'map', 'marker', 'point', 'place', 'where1'],
];
/** Names of two parameters that hold the position together. */
const PAIRED = [
  ['mlat', 'mlon'],
  ['lat', 'lng'],
  ['lat', 'lon'],
  ['latitude', 'longitude'],
  ['y', 'x'],
] as const;

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

const OSM_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~';
const OSM_SHORT = /(?:openstreetmap|osm)\.org\/go\/([A-Za-z0-9_~@]{5,12})-*(?:[?#&/]|$)/u;

/**
 * Return the position of a short link of OpenStreetMap: letters of six bits, longitude and latitude in turn. Source:
 * https://wiki.openstreetmap.org/wiki/Shortlink
 */
function fromShortLink(code: string | undefined): FoundPosition | undefined {
  if (code === undefined) return undefined;
  let [x, y, size] = [0, 0, 1];
  for (const letter of code.replaceAll('@', '~')) {
    const bits = OSM_LETTERS.indexOf(letter);
    for (const shift of [4, 2, 0]) {
      size /= 2;
      const pair = (bits >> shift) & 3;
      x += (pair >> 1) * size;
      y += (pair & 1) * size;
    }
  }
  const [longitude, latitude] = [(x + size / 2) * 360 - 180, (y + size / 2) * 180 - 90];
  return positionIn(latitude, longitude) ?? 'outside';
}

/** Return the position of the first plus code in an address. A `+` in a path is part of the code. */
const codeIn = (address: string): FoundPosition | undefined =>
  plusCodes(`${decoded(address)}\n${decoded(address.replaceAll('+', '%2B'))}`).find(
    ({ position }) => position !== undefined,
  )?.position;

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
  const steps: readonly (() => FoundPosition | undefined)[] = [
    () => numbersOf(last(PIN)),
    ...PAIRED.map(([first, second]) => () => {
      const [one, other] = [fields.get(first), fields.get(second)];
      return one === undefined || other === undefined ? undefined : pairIn(`${one},${other}`);
    }),
    ...PARAMETERS.map((name) => () => {
      const value = fields.get(name);
      return value === undefined ? undefined : pairIn(value);
    }),
    () => codeIn(address),
    () => fromGeohash(WAZE.exec(address)?.[1]),
    () => fromShortLink(OSM_SHORT.exec(address)?.[1]),
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

/** Return the address of a map; undefined for other addresses. */
const mapOf = (address: string): string | undefined =>
  isMap(address) ? (/^https?:/iu.test(address) ? address : `https://${address}`) : undefined;

/** An address within another one, as a filter of mails, a search or a chat wraps it. */
const WRAPPED = /https?:\/\/[^\s<>"«»]{4,1500}/iu;
/** The end of the wrapper behind an address that was not encoded. */
const WRAPPER_END = /(?:__;|&(?:sa|usg|ved|source|data|sdata|reserved)=).*$/u;

/** Return the address of a map that another address wraps: `…/?url=https%3A%2F%2Fmaps…`, `…/v3/__https://maps…__;`. */
function wrappedMap(address: string): string | undefined {
  const [inner] = WRAPPED.exec(decoded(address.slice(1))) ?? [];
  return inner === undefined ? undefined : mapOf(inner.replace(WRAPPER_END, ''));
}

/** Return the addresses of maps in a text, in their order. No address is fetched. */
export function mapLinks(text: string): MapLink[] {
  const geo = [...text.matchAll(GEO)].map(({ 0: found, index }) => {
    const link = found.replace(TAIL, '');
    return { index, link, position: geoPosition(link) };
  });
  const links = [...text.matchAll(LINK)].flatMap(({ 0: found, index }) => {
    const address = found.replace(TAIL, '');
    // A short link may wrap the address that it stands for.
    const maps = [mapOf(address), wrappedMap(address)].flatMap((link) =>
      link === undefined ? [] : [{ index, link, position: positionOf(link) }],
    );
    return maps.find(({ position }) => position !== undefined) ?? maps[0] ?? [];
  });
  return [...geo, ...links]
    .sort((a, b) => a.index - b.index)
    .map(({ link, position }) => ({ link, ...(position !== undefined && { position }) }));
}

/** Return a text without its links, so that their numbers are not read as coordinates. */
export const withoutLinks = (text: string): string => text.replace(LINK, ' ').replace(GEO, ' ');
