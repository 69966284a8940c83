import type { Picture } from './picture.ts';

export type Point = readonly [x: number, y: number];
export type Colour = readonly [red: number, green: number, blue: number];

export interface Photograph {
  readonly width: number;
  readonly height: number;
  /** Where the paper's corners lie in the photo: top left, top right, bottom right, bottom left; in pixels. */
  readonly corners: readonly [Point, Point, Point, Point];
  /** What lies under the paper. */
  readonly table: (x: number, y: number) => Colour;
  /** How far the paper's rows bend, as a share of its height. */
  readonly wave: number;
}

/** Lays a picture on a table and photographs it from an angle. */
export function photographed(paper: Picture, shot: Photograph): Picture {
  const toPaper = inverse(squareToQuad(shot.corners));
  const data = new Uint8ClampedArray(shot.width * shot.height * 3);
  for (let y = 0; y < shot.height; y += 1) {
    for (let x = 0; x < shot.width; x += 1) {
      const [u, flat] = project(toPaper, x + 0.5, y + 0.5);
      const v = flat + shot.wave * Math.sin(u * 5 + flat * 4);
      const onPaper = u >= 0 && u <= 1 && v >= 0 && v <= 1;
      data.set(
        onPaper ? sampled(paper, u * paper.width, v * paper.height) : shot.table(x, y),
        (y * shot.width + x) * 3,
      );
    }
  }
  return { width: shot.width, height: shot.height, data };
}

/** Bilinear: the four neighbours, weighted by nearness. */
function sampled({ width, height, data }: Picture, x: number, y: number): Colour {
  const left = Math.min(Math.max(x - 0.5, 0), width - 1.001);
  const top = Math.min(Math.max(y - 0.5, 0), height - 1.001);
  const [x0, y0] = [Math.floor(left), Math.floor(top)];
  const [right, down] = [left - x0, top - y0];
  const at = (dx: number, dy: number, channel: number) => data[((y0 + dy) * width + x0 + dx) * 3 + channel] ?? 0;
  const mixed = (channel: number) =>
    (at(0, 0, channel) * (1 - right) + at(1, 0, channel) * right) * (1 - down) +
    (at(0, 1, channel) * (1 - right) + at(1, 1, channel) * right) * down;
  return [mixed(0), mixed(1), mixed(2)];
}

type Matrix = readonly [number, number, number, number, number, number, number, number, number];

/** The projective map from the unit square to a quadrilateral (Heckbert 1989, section 2.2.3). */
function squareToQuad([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Photograph['corners']): Matrix {
  const [dx1, dy1, dx2, dy2] = [x1 - x2, y1 - y2, x3 - x2, y3 - y2];
  const [sx, sy] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1];
}

/** Up to a factor, which a projective map does not feel. */
function inverse([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}

function project([a, b, c, d, e, f, g, h, i]: Matrix, x: number, y: number): Point {
  const depth = g * x + h * y + i;
  return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
}
