import sharp from 'sharp';
import { withLevelContrast } from '../image/level-contrast.ts';
import { betterReading, isCrowded, STRETCH } from './crowded-lines.ts';
import { liesOnItsSide, standsOnItsHead } from './direction.ts';
import { findLines } from './find-lines.ts';
import type { OcrModels } from './models.ts';
import type { Picture } from './picture.ts';
import { recogniseLine } from './recogniser.ts';
import type { RotatedBox } from './rotated-box.ts';
import { joinSplitAmounts } from './split-amounts.ts';
import type { PageText, TextLine } from './text-line.ts';

const LOWEST_CONFIDENCE = 0.5;
// Crowded lines are the small print of a header; below it a second reading costs more than it finds.
const HEADER_SHARE = 0.45;

/** Reads a page: brings it upright, finds its lines, and reads them from top to bottom. */
export async function readPicture(models: OcrModels, picture: Picture): Promise<PageText> {
  const upright = await bringUpright(models, await withLevelContrast(picture));
  const lines: TextLine[] = [];
  const headerEnd = endOfHeader(upright.boxes);
  for (const box of upright.boxes) {
    lines.push(await readLine(models, upright.picture, box, headerEnd));
  }
  const whole = await joinSplitAmounts(lines, (box) => recogniseLine(models, upright.picture, box));
  const sure = whole.filter(({ text, confidence }) => text !== '' && confidence >= LOWEST_CONFIDENCE);
  sure.sort((a, b) => a.box.centreY - b.box.centreY);
  const { width, height } = upright.picture;
  return { width, height, quarterTurns: upright.quarterTurns, lines: sure };
}

/** Measured on the text, not the picture: a photo may show much of the table. */
function endOfHeader(boxes: readonly RotatedBox[]): number {
  const middles = boxes.map(({ centreY }) => centreY);
  const top = Math.min(...middles);
  return top + HEADER_SHARE * (Math.max(...middles) - top);
}

async function readLine(models: OcrModels, picture: Picture, box: RotatedBox, headerEnd: number): Promise<TextLine> {
  const line = await recogniseLine(models, picture, box);
  if (box.centreY > headerEnd || !isCrowded(line)) return line;
  return betterReading(line, await recogniseLine(models, picture, box, STRETCH));
}

interface UprightPage {
  readonly picture: Picture;
  readonly boxes: readonly RotatedBox[];
  readonly quarterTurns: 0 | 1 | 2 | 3;
}

async function bringUpright(models: OcrModels, picture: Picture): Promise<UprightPage> {
  const boxes = await findLines(models, picture);
  const turned = liesOnItsSide(boxes) ? await turnedBy(picture, 90) : undefined;
  const level = turned ?? picture;
  const levelBoxes = turned ? await findLines(models, turned) : boxes;
  if (!(await standsOnItsHead(models, level, levelBoxes))) {
    return { picture: level, boxes: levelBoxes, quarterTurns: turned ? 1 : 0 };
  }
  const righted = await turnedBy(level, 180);
  return { picture: righted, boxes: await findLines(models, righted), quarterTurns: turned ? 3 : 2 };
}

async function turnedBy({ width, height, data }: Picture, degrees: 90 | 180): Promise<Picture> {
  const { data: turned, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .rotate(degrees)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: turned };
}
