import type { Chance } from '../chance.ts';

/** The first bytes, up to a place from one share of the whole to another. */
export const cutOff = (content: Buffer, chance: Chance, from: number, to: number): Buffer =>
  content.subarray(0, chance.whole(Math.floor(content.length * from), Math.floor(content.length * to)));

/** Some bytes between two places are others than they were. */
export function flipped(content: Buffer, chance: Chance, count: number, from = 0, to = content.length): Buffer {
  const damaged = Buffer.from(content);
  for (let done = 0; done < count; done += 1) {
    const at = chance.whole(from, to - 1);
    damaged[at] = (damaged[at] as number) ^ chance.whole(1, 255);
  }
  return damaged;
}
