/** Gives the next number in [0, 1). */
export type Random = () => number;

/** A small seeded generator (mulberry32): noise has to be the same on every run, so that a document keeps its bytes. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Roughly normal with mean 0 and deviation 1: the sum of four uniform numbers, scaled. */
export const bell = (random: Random): number => (random() + random() + random() + random() - 2) * Math.sqrt(3);
