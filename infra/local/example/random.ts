/** A source of repeatable choices. */
export interface Random {
  /** Return a number from 0 to just below 1. */
  next(): number;
  /** Return a whole number between two numbers, both inclusive. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Pick by weights. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
}

/** Hash a text to 32 bits (FNV-1a). */
function seedOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619) >>> 0;
  return hash;
}

/** Return choices that are the same for the same seed on every computer (mulberry32). */
export function random(seed: string): Random {
  let state = seedOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[Math.floor(next() * list.length)];
    if (picked === undefined) throw new RangeError('nothing can be picked from an empty list');
    return picked;
  };
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted(list) {
      const total = list.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      const found = list.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? pick(list))[0];
    },
  };
}
