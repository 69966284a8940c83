import { createRandom, type Random } from '../../events/samples/random.ts';

/** Seeded choices: the same seed makes the same files and requests. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  pick<T>(choices: readonly T[]): T;
  bytes(count: number): Buffer;
  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): T[];
  /** A generator of its own, so that one kind more leaves the others as they are. */
  fork(name: string): Chance;
}

export const createChance = (seed: number): Chance => chanceOf(createRandom(seed), seed);

function chanceOf(random: Random, seed: number): Chance {
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return {
    whole,
    pick: <T>(choices: readonly T[]) => choices[whole(0, choices.length - 1)] as T,
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => whole(0, 255))),
    shuffled: <T>(things: readonly T[]) =>
      things
        .map((thing) => ({ thing, rank: random() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ thing }) => thing),
    fork: (name) =>
      createChance([...name].reduce((mixed, character) => Math.imul(mixed, 31) + character.charCodeAt(0), seed)),
  };
}
