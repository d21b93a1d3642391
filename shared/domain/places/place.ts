import type { District } from './find-district.ts';
import { districtFinder } from './find-district.ts';
import { mapLinks, withoutLinks } from './map-link.ts';
import { plusCodes } from './plus-code.ts';
import type { Position } from './position.ts';
import { writtenPosition } from './written-position.ts';

/** Where the matter of a case is. */
export interface Place {
  /** Id of a district of the settings. */
  readonly district?: string;
  /** How people describe it: «خلف جامع الحي». */
  readonly words?: string;
  readonly position?: Position;
  /** The address of a map that does not name its position, such as a short link. */
  readonly link?: string;
}

/** Longer texts are not read to their end. */
const LONGEST_TEXT = 20_000;
export const LONGEST_LINK = 600;

/** A place in the words of what3words: `///filled.count.soap`. Its address is a link. */
const THREE_WORDS =
  /(?<![\p{L}\p{N}/:.])\/\/\/\s?(\p{L}{2,30}\.\p{L}{2,30}\.\p{L}{2,30})(?![\p{L}\p{N}.]\p{L})/u;

/** The place that a text names, and the notice of a position outside the Kingdom. */
export interface FoundPlace {
  readonly place?: Place;
  readonly outside?: true;
}

/**
 * Find the position or the link of a map in a text. A position outside the Kingdom is not taken. A short plus code
 * without a city, and the words of what3words, name a position that cannot be computed: they are kept as words.
 */
export function positionIn(text: string): FoundPlace {
  const read = text.slice(0, LONGEST_TEXT);
  const links = mapLinks(read);
  const unlinked = withoutLinks(read);
  const codes = plusCodes(unlinked);
  const found = [...[...links, ...codes].map(({ position }) => position), writtenPosition(unlinked)];
  const position = found.find((one): one is Position => one !== undefined && one !== 'outside');
  if (position) return { place: { position } };
  const link = links.find((one) => one.position === undefined && one.link.length <= LONGEST_LINK)?.link;
  if (link !== undefined) return { place: { link } };
  if (found.includes('outside')) return { outside: true };
  const [threeWords] = THREE_WORDS.exec(unlinked) ?? [];
  const words = codes[0]?.code ?? threeWords;
  return words === undefined ? {} : { place: { words } };
}

type Districts = ReadonlyMap<string, District>;

const finders = new WeakMap<Districts, (text: string) => string | undefined>();

/** Return the district that a text names. The list of districts is prepared once. */
export function districtIn(districts: Districts, text: string): string | undefined {
  const prepared = finders.get(districts);
  if (prepared) return prepared(text);
  const finder = districtFinder(districts.values());
  finders.set(districts, finder);
  return finder(text);
}

/** Find the place that a message names: its district, and its position or the link of a map. */
export function placeIn(districts: Districts, text: string): FoundPlace {
  const { place, outside } = positionIn(text);
  const district = districtIn(districts, withoutLinks(text.slice(0, LONGEST_TEXT)));
  const whole: Place = { ...(district !== undefined && { district }), ...place };
  return { ...(Object.keys(whole).length > 0 && { place: whole }), ...(outside && { outside }) };
}
