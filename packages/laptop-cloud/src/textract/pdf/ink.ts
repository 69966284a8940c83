import type { Picture } from '../ocr/picture.ts';
import type { Rectangle } from './page-characters.ts';

/** A picture of a page whose pixels are marked or not. */
export interface InkMap {
  readonly width: number;
  readonly height: number;
  /** Pixels per point, about: a page has whole pixels. */
  readonly scale: number;
  /** 1 where a pixel is marked. */
  readonly marks: Uint8Array;
}

// Of 255: what nobody sees on paper or screen is less.
const LEAST_DIFFERENCE = 20;

/** Where two pictures of a page differ so that it can be seen. */
export function differences(a: Picture, b: Picture, scale: number): InkMap {
  const { width, height } = a;
  const marks = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < marks.length; pixel++, at += 3) {
    const difference = Math.max(
      Math.abs((a.data[at] as number) - (b.data[at] as number)),
      Math.abs((a.data[at + 1] as number) - (b.data[at + 1] as number)),
      Math.abs((a.data[at + 2] as number) - (b.data[at + 2] as number)),
    );
    if (difference >= LEAST_DIFFERENCE) marks[pixel] = 1;
  }
  return { width, height, scale, marks };
}

const LEAST_EDGE = 48;
/** In points: a straight edge as long as that is a ruling or the side of a box, no letter. */
const RULING = 30;

/** Where a picture changes from one pixel to the next as print does; straight rulings and soft shades do not count. */
export function printEdges({ width, height, data }: Picture, scale: number): InkMap {
  const light = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < light.length; pixel++, at += 3) {
    light[pixel] = ((data[at] as number) + 2 * (data[at + 1] as number) + (data[at + 2] as number)) >> 2;
  }
  const marks = new Uint8Array(width * height);
  const longest = Math.round(RULING * scale);
  const isEdge = (at: number, back: number): boolean =>
    Math.abs((light[at] as number) - (light[at - back] as number)) >= LEAST_EDGE;
  // How long the edge is that runs along this row, and those that run down each column.
  const down = new Int32Array(width);
  for (let y = 0; y <= height; y++) {
    let along = 0;
    for (let x = 0; x <= width; x++) {
      const at = y * width + x;
      if (x < width && y > 0 && y < height && isEdge(at, width)) along++;
      else if (along > 0) {
        if (along < longest) marks.fill(1, at - along, at);
        along = 0;
      }
      if (x === width) continue;
      if (x > 0 && y < height && isEdge(at, 1)) down[x] = (down[x] as number) + 1;
      else if ((down[x] as number) > 0) {
        const length = down[x] as number;
        if (length < longest) for (let up = 1; up <= length; up++) marks[at - up * width] = 1;
        down[x] = 0;
      }
    }
  }
  return { width, height, scale, marks };
}

/**
 * How much of a rectangle is marked, 0 … 1; every pixel that it touches counts.
 *
 * @param margin Pixels around it that count as well: glyphs are put on whole pixels. @default 0
 */
export function markedShare(map: InkMap, rectangle: Rectangle, margin = 0): number {
  const left = Math.max(0, Math.floor(rectangle.left * map.scale) - margin);
  const right = Math.min(map.width, Math.ceil(rectangle.right * map.scale) + margin);
  const top = Math.max(0, Math.floor(rectangle.top * map.scale) - margin);
  const bottom = Math.min(map.height, Math.ceil(rectangle.bottom * map.scale) + margin);
  let marked = 0;
  for (let y = top; y < bottom; y++) {
    for (let at = y * map.width + left; at < y * map.width + right; at++) marked += map.marks[at] as number;
  }
  return right > left && bottom > top ? marked / ((right - left) * (bottom - top)) : 0;
}
