import { KINGDOM } from './data/kingdom.ts';

/** A point on the map, in degrees of WGS 84. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Six decimals are about ten centimetres. */
const PRECISION = 1e6;
const rounded = (degrees: number): number => Math.round(degrees * PRECISION) / PRECISION;

/**
 * Return true when a position is in the Kingdom or its territorial waters.
 * @internal exported for tests
 */
export function isInKingdom({ latitude, longitude }: Position): boolean {
  let inside = false;
  let [lastLatitude, lastLongitude] = KINGDOM.at(-1) ?? [0, 0];
  for (const [nextLatitude, nextLongitude] of KINGDOM) {
    const crosses = nextLatitude > latitude !== lastLatitude > latitude;
    const slope = (lastLongitude - nextLongitude) / (lastLatitude - nextLatitude);
    if (crosses && longitude < nextLongitude + slope * (latitude - nextLatitude)) inside = !inside;
    [lastLatitude, lastLongitude] = [nextLatitude, nextLongitude];
  }
  return inside;
}

/**
 * Return the position in the Kingdom that two numbers name, in either order: no latitude of the Kingdom is one of its
 * longitudes. Undefined for any other pair.
 */
export function positionIn(first: number, second: number): Position | undefined {
  return [
    { latitude: rounded(first), longitude: rounded(second) },
    { latitude: rounded(second), longitude: rounded(first) },
  ].find(isInKingdom);
}

/** Return a position as people write it: `24.713600, 46.675300`. */
export const positionText = ({ latitude, longitude }: Position): string =>
  `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;

/** Return the address of a map at a position. */
export const mapAddress = ({ latitude, longitude }: Position): string =>
  `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`;
