import { type Pixels, shrinkToGrey } from './grey-picture.ts';

const SIDE = 32;
/** Waves across and down that are kept: the coarse ones, which noise, light and a small turn leave as they are. */
const WAVES = 8;

/**
 * How a picture looks, as 64 bits in hexadecimal: whether each of its coarsest waves is stronger than their median (a
 * discrete cosine transform of 32 × 32 shades). Photos of one paper differ in few bits, those of different papers in half.
 */
export function pictureHash(pixels: Pixels): string {
  const { data } = shrinkToGrey(pixels, SIDE);
  const rows = Array.from({ length: SIDE }, (_, y) => waves((x) => data[y * SIDE + x] ?? 0));
  const coarse = Array.from({ length: WAVES }, (_, across) => waves((y) => rows[y]?.[across] ?? 0)).flat();
  const [, ...shape] = coarse; // the first is the brightness
  const median = [...shape].sort((a, b) => a - b)[Math.floor(shape.length / 2)] ?? 0;
  const bits = coarse.map((strength) => (strength > median ? '1' : '0')).join('');
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

const COSINES = Array.from({ length: WAVES }, (_, wave) =>
  Array.from({ length: SIDE }, (_, place) => Math.cos(((2 * place + 1) * wave * Math.PI) / (2 * SIDE))),
);

const waves = (shade: (place: number) => number): number[] =>
  COSINES.map((cosines) => cosines.reduce((sum, cosine, place) => sum + cosine * shade(place), 0));
