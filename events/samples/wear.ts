import type { Picture } from './picture.ts';
import { bell, type Random } from './random.ts';

/** Changes each channel's value; `u` and `v` run from 0 to 1 across and down. */
export function repainted(
  picture: Picture,
  paint: (value: number, u: number, v: number, channel: number) => number,
): Picture {
  const { width, height, data } = picture;
  const painted = new Uint8ClampedArray(data.length);
  for (let i = 0; i < data.length; i += 1) {
    const pixel = Math.floor(i / 3);
    painted[i] = paint(data[i] ?? 0, (pixel % width) / width, Math.floor(pixel / width) / height, i % 3);
  }
  return { width, height, data: painted };
}

/** A till's thermal print: dots that stayed pale, and a head that prints some columns weaker than others. */
export function thermal(picture: Picture, random: Random, paleness: number): Picture {
  const { width } = picture;
  const columns = Array.from({ length: width }, () => 0);
  for (let x = 1; x < width; x += 1) columns[x] = (columns[x - 1] ?? 0) * 0.97 + bell(random) * 0.02;
  return perPixel(picture, (darkness, x) => {
    const strength = 1 - paleness * (0.5 + random() * 0.5) + (columns[x] ?? 0);
    return darkness * Math.min(1, strength);
  });
}

/** A scanner's or a sensor's noise, the same in all channels. */
export function grainy(picture: Picture, random: Random, deviation: number): Picture {
  let noise = 0;
  return repainted(picture, (value, _u, _v, channel) => {
    if (channel === 0) noise = bell(random) * deviation;
    return value + noise;
  });
}

/** Light that falls unevenly: `brightness` 1 leaves a place as it is. */
export const lit = (picture: Picture, brightness: (u: number, v: number) => number): Picture =>
  repainted(picture, (value, u, v) => value * brightness(u, v));

/** Paper and ink of another colour than white and black, as channel values from 0 to 255. */
export const tinted = (picture: Picture, paper: readonly number[], ink: readonly number[]): Picture =>
  repainted(picture, (value, _u, _v, channel) => {
    const share = value / 255;
    return (paper[channel] ?? 255) * share + (ink[channel] ?? 0) * (1 - share);
  });

function perPixel(picture: Picture, change: (darkness: number, x: number) => number): Picture {
  const { width, height, data } = picture;
  const changed = new Uint8ClampedArray(data.length);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const darkness = 255 - (data[pixel * 3] ?? 255);
    // White paper takes no ink, and skipping it keeps the noise out of it.
    const value = darkness === 0 ? 255 : 255 - change(darkness, pixel % width);
    changed.fill(value, pixel * 3, pixel * 3 + 3);
  }
  return { width, height, data: changed };
}
