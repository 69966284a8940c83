import { LINE_HEIGHT, type LineCrop } from './crop.ts';
import type { Glyph } from './ctc.ts';

const SURE_SPACE = 0.2;
const POSSIBLE_SPACE = 0.02;
const WIDE_GAP_PIXELS = 12;
// Rows at the edges belong to the neighbouring lines.
const FIRST_ROW = 6;
const LAST_ROW = LINE_HEIGHT - 6;
const REACH_PIXELS = 4;

/**
 * Whether a word ends between two glyphs. The recogniser was trained on text without spaces and mostly swallows
 * them, so a faint hint of one counts when the picture shows a gap as well (word recall 69 % without, 88 % with).
 */
export function isWordGap(before: Glyph, after: Glyph, gapPixels: number): boolean {
  if (before.character === ' ' || after.character === ' ') return false;
  if (after.spaceProbability > SURE_SPACE) return true;
  return after.spaceProbability > POSSIBLE_SPACE && gapPixels >= WIDE_GAP_PIXELS;
}

/** Below which brightness a pixel of a crop is ink; the background may be of any. */
export function inkThreshold({ width, planes }: LineCrop): number {
  const green = planes.subarray(LINE_HEIGHT * width, 2 * LINE_HEIGHT * width);
  const sample: number[] = [];
  for (let index = 0; index < green.length; index += 7) sample.push(green[index] as number);
  sample.sort((a, b) => a - b);
  const dark = sample[Math.floor(sample.length * 0.05)] ?? -1;
  const light = sample[Math.floor(sample.length * 0.8)] ?? 1;
  return light - (light - dark) * 0.35;
}

/** How many dark pixels each column of a crop has. */
export function inkColumns(crop: LineCrop): Uint8Array {
  const { width, planes } = crop;
  const green = planes.subarray(LINE_HEIGHT * width, 2 * LINE_HEIGHT * width);
  const threshold = inkThreshold(crop);
  const columns = new Uint8Array(width);
  for (let x = 0; x < width; x++) {
    let ink = 0;
    for (let y = FIRST_ROW; y < LAST_ROW; y++) if ((green[y * width + x] as number) < threshold) ink++;
    columns[x] = ink;
  }
  return columns;
}

/** The longest run of columns without ink between two glyphs, in pixels of the crop. */
export function widestGap(columns: Uint8Array, before: number, after: number): number {
  const from = Math.max(0, Math.round(before) - REACH_PIXELS);
  const to = Math.min(columns.length, Math.round(after) + REACH_PIXELS);
  let run = 0;
  let widest = 0;
  for (let x = from; x < to; x++) {
    run = (columns[x] as number) <= 1 ? run + 1 : 0;
    widest = Math.max(widest, run);
  }
  return widest;
}
