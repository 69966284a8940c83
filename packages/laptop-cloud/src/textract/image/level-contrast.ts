import sharp from 'sharp';
import type { Picture } from '../ocr/picture.ts';

const SAMPLES = 100_000;
const DARKEST_SHARE = 0.005;
const LIGHTEST_SHARE = 0.99;
// Between ink and paper, of 255; the networks were trained on prints with more.
const ENOUGH = 110;
// Less than this is one colour with noise in it.
const LEAST = 6;

/** A picture that was taken too dark, or of faint print, with its ink black and its paper white; others stay as they are. */
export async function withLevelContrast(picture: Picture): Promise<Picture> {
  const { width, height, data } = picture;
  const { ink, paper } = inkAndPaper(data);
  const range = paper - ink;
  if (range >= ENOUGH || range < LEAST) return picture;
  const levelled = await sharp(data, { raw: { width, height, channels: 3 } })
    .linear(255 / range, (-255 * ink) / range)
    .raw()
    .toBuffer();
  return { width, height, data: levelled };
}

/** How bright the darkest and the lightest parts of a picture are, 0 … 255, without the few outermost pixels. */
function inkAndPaper(data: Uint8Array): { readonly ink: number; readonly paper: number } {
  const counts = new Uint32Array(256);
  const pixels = data.length / 3;
  const step = 3 * Math.max(1, Math.floor(pixels / SAMPLES));
  let samples = 0;
  // Green is nearest to what the eye takes for brightness.
  for (let index = 1; index < data.length; index += step, samples++) {
    const level = data[index] as number;
    counts[level] = (counts[level] as number) + 1;
  }
  const levelAt = (share: number) => {
    let passed = 0;
    return counts.findIndex((count) => {
      passed += count;
      return passed >= share * samples;
    });
  };
  return { ink: levelAt(DARKEST_SHARE), paper: levelAt(LIGHTEST_SHARE) };
}
