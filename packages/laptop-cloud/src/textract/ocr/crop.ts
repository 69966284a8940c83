import type { Picture } from './picture.ts';
import type { RotatedBox } from './rotated-box.ts';

/** The recogniser reads lines of this height. */
export const LINE_HEIGHT = 48;
const NARROWEST = 8;
const WIDEST = 3200;
const MOST_SAMPLES = 4;

/** A line of text cut out upright: three planes (blue, green, red) of values in -1 … 1, `LINE_HEIGHT` rows each. */
export interface LineCrop {
  readonly width: number;
  readonly planes: Float32Array;
}

/** How wide a box becomes when it is brought to the recogniser's height. `stretch` widens crowded glyphs. */
export const cropWidth = (box: RotatedBox, stretch = 1): number =>
  Math.max(NARROWEST, Math.min(WIDEST, Math.round((box.width / box.height) * LINE_HEIGHT * stretch)));

/** Cuts a box out of a picture, turned upright and scaled to `LINE_HEIGHT` rows and `width` columns. */
export function cropLine(picture: Picture, box: RotatedBox, width: number, rows = LINE_HEIGHT): LineCrop {
  const size = width * rows;
  const planes = new Float32Array(3 * size);
  const cosine = Math.cos(box.angle);
  const sine = Math.sin(box.angle);
  // Shrinking takes the mean of several samples; one sample would drop thin strokes.
  const samples = Math.max(1, Math.min(MOST_SAMPLES, Math.round(box.height / rows)));
  const half = samples * samples * 127.5;
  const colour = new Float64Array(3);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < width; x++) {
      colour.fill(0);
      for (let sampleY = 0; sampleY < samples; sampleY++) {
        const across = ((y + (sampleY + 0.5) / samples) / rows - 0.5) * box.height;
        for (let sampleX = 0; sampleX < samples; sampleX++) {
          const along = ((x + (sampleX + 0.5) / samples) / width - 0.5) * box.width;
          addSample(
            picture,
            box.centreX + along * cosine - across * sine - 0.5,
            box.centreY + along * sine + across * cosine - 0.5,
            colour,
          );
        }
      }
      const pixel = y * width + x;
      planes[pixel] = (colour[2] as number) / half - 1;
      planes[size + pixel] = (colour[1] as number) / half - 1;
      planes[2 * size + pixel] = (colour[0] as number) / half - 1;
    }
  }
  return { width, planes };
}

/** Adds the colour at a place between pixels, by bilinear interpolation; outside counts as the nearest edge. */
function addSample({ width, height, data }: Picture, x: number, y: number, colour: Float64Array): void {
  const clampedX = Math.min(Math.max(x, 0), width - 1);
  const clampedY = Math.min(Math.max(y, 0), height - 1);
  const left = Math.min(Math.floor(clampedX), Math.max(0, width - 2));
  const top = Math.min(Math.floor(clampedY), Math.max(0, height - 2));
  const partX = clampedX - left;
  const partY = clampedY - top;
  const here = (top * width + left) * 3;
  const right = width > 1 ? here + 3 : here;
  const below = height > 1 ? width * 3 : 0;
  const topLeft = (1 - partX) * (1 - partY);
  const topRight = partX * (1 - partY);
  const bottomLeft = (1 - partX) * partY;
  const bottomRight = partX * partY;
  for (let channel = 0; channel < 3; channel++) {
    colour[channel] =
      (colour[channel] as number) +
      (data[here + channel] as number) * topLeft +
      (data[right + channel] as number) * topRight +
      (data[here + below + channel] as number) * bottomLeft +
      (data[right + below + channel] as number) * bottomRight;
  }
}
