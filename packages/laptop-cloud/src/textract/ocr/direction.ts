import { cropLine } from './crop.ts';
import { type OcrModels, runModel } from './models.ts';
import type { Picture } from './picture.ts';
import type { RotatedBox } from './rotated-box.ts';

const INPUT = { width: 192, height: 48 };
const LINES_ASKED = 7;
// Evidence is the logarithm of odds; one answer counts for three nats at most, and two that agree settle it.
const MOST_EVIDENCE = 3;
const SETTLED = 5.5;
// Pages stand upright more often than not.
const UPRIGHT = -2;
const LONG = 3;
const FEWEST_LINES = 3;

/** Whether most of the long boxes stand on their side, as they do on a page turned by a quarter. */
export function liesOnItsSide(boxes: readonly RotatedBox[]): boolean {
  const long = boxes.filter(({ width, height }) => Math.max(width, height) > LONG * Math.min(width, height));
  const sideways = long.filter(
    ({ angle, width, height }) => Math.abs(Math.sin(angle)) > Math.SQRT1_2 !== height > width,
  );
  const lengthOf = (some: readonly RotatedBox[]) =>
    some.reduce((sum, { width, height }) => sum + Math.max(width, height), 0);
  return long.length >= FEWEST_LINES && lengthOf(sideways) > 0.6 * lengthOf(long);
}

/**
 * Whether the page stands on its head: the direction network is asked about its longest lines, one after the other, until
 * their answers settle it.
 */
export async function standsOnItsHead(
  models: OcrModels,
  picture: Picture,
  boxes: readonly RotatedBox[],
): Promise<boolean> {
  const longest = [...boxes]
    .filter(({ width, height }) => width > LONG * height)
    .sort((a, b) => b.width - a.width)
    .slice(0, LINES_ASKED);
  let evidence = longest.length > 0 ? UPRIGHT : Number.NEGATIVE_INFINITY;
  for (const box of longest) {
    const probability = await reversedProbability(models, picture, box);
    const odds = Math.log((probability + 1e-6) / (1 - probability + 1e-6));
    evidence += Math.max(-MOST_EVIDENCE, Math.min(MOST_EVIDENCE, odds));
    if (Math.abs(evidence) >= SETTLED) break;
  }
  return evidence > 0;
}

/** Asks about the beginning of a line, as wide as the network looks. */
async function reversedProbability(models: OcrModels, picture: Picture, box: RotatedBox): Promise<number> {
  const width = Math.min(INPUT.width, Math.max(1, Math.round((box.width / box.height) * INPUT.height)));
  const crop = cropLine(picture, box, width);
  const input = new Float32Array(3 * INPUT.width * INPUT.height);
  for (let row = 0; row < 3 * INPUT.height; row++) {
    input.set(crop.planes.subarray(row * width, (row + 1) * width), row * INPUT.width);
  }
  const { data } = await runModel(models.direction, input, [1, 3, INPUT.height, INPUT.width]);
  return data[1] ?? 0;
}
