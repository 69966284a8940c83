import sharp from 'sharp';
import { type OcrModels, runModel } from './models.ts';
import type { Picture } from './picture.ts';
import type { RotatedBox } from './rotated-box.ts';
import { findTextRegions } from './text-regions.ts';

const LONG_SIDE = 960;
// A till roll shrunk to 960 rows would be too narrow to read; its short side is kept at this at least.
const SHORT_SIDE = 384;
// Small scans are enlarged: letters below ten pixels are not seen.
const SMALL_SIDE = 640;
const MOST_ENLARGEMENT = 2;
const MOST_PIXELS = 960 * 2560;
// The network takes sides that are multiples of this.
const STRIDE = 32;
// Means and deviations of ImageNet, as the network was trained; it was fed blue, green, red.
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;

/** The size at which a page is looked at for lines of text: both sides multiples of 32. */
export function detectionSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const largest = long < SMALL_SIDE ? MOST_ENLARGEMENT : 1;
  const wanted = Math.min(largest, Math.max(LONG_SIDE / long, SHORT_SIDE / short));
  const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)));
  const side = (length: number) => Math.max(STRIDE, Math.round((length * scale) / STRIDE) * STRIDE);
  return { width: side(width), height: side(height) };
}

/** Finds the lines of text of a page, as boxes in the picture's pixels, in no particular order. */
export async function detectLines(models: OcrModels, picture: Picture): Promise<RotatedBox[]> {
  const { width, height } = detectionSize(picture.width, picture.height);
  const small = await sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  const output = await runModel(models.detection, detectionInput(small, width * height), [1, 3, height, width]);
  const scaleX = picture.width / width;
  const scaleY = picture.height / height;
  return findTextRegions({ width, height, probabilities: output.data }).map((box) => ({
    ...box,
    centreX: box.centreX * scaleX,
    centreY: box.centreY * scaleY,
    ...scaledSides(box, scaleX, scaleY),
  }));
}

/** Width and height follow the axis they run along; a box read from its side swaps them. */
function scaledSides({ width, height, angle }: RotatedBox, scaleX: number, scaleY: number) {
  const sideways = Math.abs(Math.sin(angle)) > Math.SQRT1_2;
  return sideways
    ? { width: width * scaleY, height: height * scaleX }
    : { width: width * scaleX, height: height * scaleY };
}

function detectionInput(pixels: Uint8Array, count: number): Float32Array {
  const input = new Float32Array(3 * count);
  for (let channel = 0; channel < 3; channel++) {
    const mean = MEAN[channel] as number;
    const deviation = DEVIATION[channel] as number;
    for (let index = 0; index < count; index++) {
      input[channel * count + index] = ((pixels[index * 3 + 2 - channel] as number) / 255 - mean) / deviation;
    }
  }
  return input;
}
